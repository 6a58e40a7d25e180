/// A sample quantile by one of Hyndman and Fan's nine definitions.
///
/// **Formula.** With the values in ascending order, `j + h = n p + m`, where `j` is whole and `0 ≤ h < 1`. Types 1 to 3
/// step: 1 the inverse of the empirical distribution, 2 the same with the mean at its jumps, 3 the nearest even. Types 4
/// to 9 go straight from `x₍ⱼ₎` to `x₍ⱼ₊₁₎`: `m = a + p(1 − a − b)` with `a = b` of ½, 0, 1, ⅓, ⅜ for types 5 to 9, and
/// `a = 0, b = 1` for type 4. R's default is 7; SAS and gtsummary use 2; SPSS and Prism 6.
///
/// **Ties.** None.
///
/// **Units.** Those of the values.
///
/// **Edge cases.** Nil without values and for a probability outside 0...1; a type outside 1...9 is taken as 7. The
/// values must be sorted and without NaN.
///
/// **Reference.** Hyndman RJ, Fan Y. *Am Stat* 1996;50:361–365. doi:10.1080/00031305.1996.10473566.
///
/// **Equals in R.** `stats::quantile(values, probability, type = …)`, its tolerance of four rounding errors included.
public func quantile(_ probability: Double, ofSorted values: [Double], type: Int) -> Double? {
    guard let first = values.first, let last = values.last, probability >= 0, probability <= 1 else { return nil }
    let n = Double(values.count)
    /// The value at a rank, the ends standing for what is beyond them.
    func value(_ rank: Double) -> Double {
        rank < 1 ? first : (rank >= n ? last : values[Int(rank) - 1])
    }
    func between(_ rank: Double, _ share: Double) -> Double {
        let (low, high) = (value(rank), value(rank + 1))
        if share == 0 || low == high { return low }
        return share == 1 ? high : (1 - share) * low + share * high
    }
    let fuzz = 4 * Double.ulpOfOne
    switch type {
    case 1, 2, 3:
        let position = n * probability - (type == 3 ? 0.5 : 0)
        let rank = (position + fuzz).rounded(.down)
        let isBeyond = position > rank + fuzz
        switch type {
        case 1: return between(rank, isBeyond ? 1 : 0)
        case 2: return between(rank, isBeyond ? 1 : 0.5)
        default:
            let isOdd = rank.truncatingRemainder(dividingBy: 2) != 0
            return between(rank, abs(position - rank) > fuzz || isOdd ? 1 : 0)
        }
    case 4, 5, 6, 8, 9:
        let (a, b): (Double, Double) =
            switch type {
            case 4: (0, 1)
            case 5: (0.5, 0.5)
            case 6: (0, 0)
            case 8: (1.0 / 3, 1.0 / 3)
            default: (3.0 / 8, 3.0 / 8)
            }
        let position = a + probability * (n + 1 - a - b)
        let rank = (position + fuzz).rounded(.down)
        let share = position - rank
        return between(rank, abs(share) < fuzz ? 0 : share)
    default:
        let position = 1 + (n - 1) * probability
        let rank = position.rounded(.down)
        return between(rank, position - rank)
    }
}
