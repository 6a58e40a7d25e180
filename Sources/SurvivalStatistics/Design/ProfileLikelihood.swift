internal import Mathematics

/// A maximum of a likelihood, possibly with one coefficient held.
struct ConstrainedMaximum {
    var coefficients: [Double]
    var value: LikelihoodValue
    var converged: Bool
}

/// Climbs a likelihood from a starting point, holding at most one coefficient where it is.
///
/// Steps are `I⁻¹ u` of the free coefficients, no component longer than `largestStep`, halved while the likelihood falls.
/// Where `I` is not the curvature of what is climbed (a penalised likelihood), its inverse is only the start of a BFGS
/// approximation that learns the curvature from the scores; where it learns nothing useful, the curvature is measured from
/// scores nearby. The iteration goes on until the step is no more than rounding, or rounding hides what is left of it.
func constrainedMaximum(
    of likelihood: some Likelihood, from start: [Double], holding held: Int? = nil, largestStep: Double = 5
) -> ConstrainedMaximum {
    let free = start.indices.filter { $0 != held }
    var current = start
    var value = likelihood.value(at: start)
    guard value.isFinite else { return ConstrainedMaximum(coefficients: start, value: value, converged: false) }
    var curvature = InverseCurvature(value.information.submatrix(free))
    // How small `u' I⁻¹ u` has become, and for how many steps it has not become smaller.
    var smallestDecrement = Double.infinity
    var stalls = 0
    for _ in 0..<500 {
        let score = free.map { value.score[$0] }
        var step = curvature.step(score)
        let decrement = abs(dotProduct(step, score))
        stalls = decrement < 0.9 * smallestDecrement ? 0 : stalls + 1
        smallestDecrement = min(smallestDecrement, decrement)
        if free.isEmpty || decrement < 1e-26 || (stalls > 8 && smallestDecrement < 1e-14) {
            return ConstrainedMaximum(coefficients: current, value: value, converged: true)
        }
        if stalls > 40 {
            return ConstrainedMaximum(coefficients: current, value: value, converged: smallestDecrement < 1e-8)
        }
        if stalls == 20, !likelihood.hasExactInformation,
            let measured = InverseCurvature(of: likelihood, at: current, free: free)
        {
            curvature = measured
            step = curvature.step(score)
        }
        let longest = step.reduce(0) { max($0, abs($1)) }
        if longest > largestStep { step = step.map { $0 * largestStep / longest } }
        var next = current
        var candidate = value
        var isBetter = false
        for _ in 0..<40 {
            for (position, column) in free.enumerated() { next[column] = current[column] + step[position] }
            candidate = likelihood.value(at: next)
            if candidate.isFinite, candidate.logLikelihood >= value.logLikelihood - 1e-13 * abs(value.logLikelihood) {
                isBetter = true
                break
            }
            step = step.map { $0 / 2 }
        }
        guard isBetter else {
            return ConstrainedMaximum(coefficients: current, value: value, converged: decrement < 1e-10)
        }
        if likelihood.hasExactInformation {
            curvature = InverseCurvature(candidate.information.submatrix(free))
        } else {
            curvature.learn(step: step, fall: free.map { value.score[$0] - candidate.score[$0] })
        }
        (current, value) = (next, candidate)
    }
    return ConstrainedMaximum(coefficients: current, value: value, converged: false)
}

/// The inverse of minus a likelihood's second derivative, known or learnt.
private struct InverseCurvature {
    private var inverse: SquareMatrix

    init(_ information: SquareMatrix) { inverse = Cholesky(information).inverse() }

    /// Measured by central differences of the score; nil where the likelihood does not curve downwards in every direction.
    init?(of likelihood: some Likelihood, at point: [Double], free: [Int]) {
        var curvature = SquareMatrix(size: free.count)
        for (row, column) in free.enumerated() {
            let distance = 1e-5 * max(1, abs(point[column]))
            let scores = [1.0, -1.0].map { side in
                var near = point
                near[column] += side * distance
                return likelihood.value(at: near).score
            }
            for (position, other) in free.enumerated() {
                let fall = (scores[1][other] - scores[0][other]) / (2 * distance)
                guard fall.isFinite else { return nil }
                curvature[row, position] += fall / 2
                curvature[position, row] += fall / 2
            }
        }
        let cholesky = Cholesky(curvature)
        guard cholesky.isNonNegative, cholesky.rank == free.count else { return nil }
        inverse = cholesky.inverse()
    }

    func step(_ score: [Double]) -> [Double] { inverse.times(score) }

    /// The update of Broyden, Fletcher, Goldfarb and Shanno.
    mutating func learn(step: [Double], fall: [Double]) {
        let product = dotProduct(step, fall)
        guard product > 0, product.isFinite else { return }
        let image = inverse.times(fall)
        let factor = (1 + dotProduct(fall, image) / product) / product
        for row in 0..<inverse.size {
            for column in 0..<inverse.size {
                inverse[row, column] +=
                    factor * step[row] * step[column]
                    - (image[row] * step[column] + step[row] * image[column]) / product
            }
        }
    }
}

/// The profile likelihood of one coefficient around a maximum.
struct ProfileLikelihood<Model: Likelihood> {
    let likelihood: Model
    let maximum: ConstrainedMaximum
    let column: Int

    /// The likelihood-ratio statistic of one value of the coefficient, the others at their best.
    func statistic(at value: Double, from start: [Double]) -> (statistic: Double, coefficients: [Double])? {
        var point = start
        point[column] = value
        let held = constrainedMaximum(of: likelihood, from: point, holding: column)
        guard held.value.isFinite, held.converged else { return nil }
        return (2 * (maximum.value.logLikelihood - held.value.logLikelihood), held.coefficients)
    }

    /// The value of the coefficient on one side of the maximum at which the statistic reaches `threshold`.
    ///
    /// The side is searched in growing steps, then the root is closed in on by secants kept within the bracket. Nil
    /// where the statistic stays below the threshold as far as 1,000 standard errors of the start, or where the others' best
    /// is not found.
    func limit(below: Bool, threshold: Double, standardError: Double) -> Double? {
        let centre = maximum.coefficients[column]
        let direction = below ? -1.0 : 1.0
        var inner = (value: centre, gap: -threshold)
        var start = maximum.coefficients
        var distance = threshold.squareRoot() * standardError
        var outer: (value: Double, gap: Double)?
        while distance <= 1000 * standardError {
            let value = centre + direction * distance
            guard let found = statistic(at: value, from: start) else { return nil }
            start = found.coefficients
            if found.statistic >= threshold {
                outer = (value, found.statistic - threshold)
                break
            }
            inner = (value, found.statistic - threshold)
            distance *= 1.6
        }
        guard var outer else { return nil }
        for _ in 0..<100 {
            if abs(outer.value - inner.value) <= 1e-12 * max(1, abs(outer.value)) { break }
            let width = outer.value - inner.value
            var middle = inner.value - inner.gap * width / (outer.gap - inner.gap)
            let share = (middle - inner.value) / width
            if !(share > 0.02 && share < 0.98) { middle = inner.value + (share <= 0.02 ? 0.1 : 0.9) * width }
            guard let found = statistic(at: middle, from: start) else { return nil }
            start = found.coefficients
            let gap = found.statistic - threshold
            if abs(gap) <= 1e-11 * threshold { return middle }
            if gap < 0 { inner = (middle, gap) } else { outer = (middle, gap) }
        }
        return (inner.value + outer.value) / 2
    }
}

/// A likelihood in which some coefficients are zero.
struct RestrictedLikelihood<Full: Likelihood>: Likelihood {
    let full: Full
    let zero: Set<Int>

    var hasExactInformation: Bool { full.hasExactInformation }

    func value(at coefficients: [Double]) -> LikelihoodValue {
        var point = coefficients
        for column in zero { point[column] = 0 }
        return full.value(at: point).removing(zero)
    }
}
