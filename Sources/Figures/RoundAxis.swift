import Drawing
import Styling

/// Ticks at round numbers and the ends of the axis, which are the outermost ticks.
struct RoundAxis {
    var ticks: [Axis.Tick]
    var lower: Double
    var upper: Double
}

/// An axis that holds both numbers and ends at round ones.
///
/// - Parameters:
///   - lower: The least number that must be shown.
///   - upper: The greatest.
///   - style: How the labels are written.
///   - count: About how many ticks there may be.
/// - Returns: The axis.
func roundAxis(from lower: Double, to upper: Double, style: HouseStyle, atMost count: Int = 6) -> RoundAxis {
    // One tick within the range tells no step: then there are more.
    let choices = (count...(4 * count)).lazy.map { niceTicks(from: lower, to: upper, atMost: $0) }
    let inside = choices.first { $0.count > 1 } ?? [lower]
    let step = inside.count > 1 ? inside[1] - inside[0] : max(upper - lower, 1e-6)
    var ticks = inside
    if let first = ticks.first, first > lower + step * 1e-6 { ticks.insert(first - step, at: 0) }
    if let last = ticks.last, last < upper - step * 1e-6 { ticks.append(last + step) }
    // Multiples of the step carry its rounding error; its own decimals are all they have.
    let decimals = stride(from: 0, through: 6, by: 1).first { decimals in
        let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        return ticks.allSatisfy {
            ($0 * power - ($0 * power).rounded()).magnitude < 1e-6 * max(1, ($0 * power).magnitude)
        }
    }
    return RoundAxis(
        ticks: ticks.map {
            Axis.Tick(value: $0, label: style.number($0.magnitude < step * 1e-6 ? 0 : $0, decimals: decimals ?? 6))
        }, lower: ticks.first ?? lower, upper: ticks.last ?? upper)
}
