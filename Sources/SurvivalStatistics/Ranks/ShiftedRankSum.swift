/// The standardised rank sum of two samples, as a function of a shift taken from the first.
///
/// Goals in order: the shift at which the function passes a value, to the last digit; no list of all differences, which
/// for two thousand patients would be a million.
struct ShiftedRankSum {
    /// The first sample, sorted.
    let x: [Double]
    /// The second sample, sorted.
    let y: [Double]
    let isCorrected: Bool
    let alternative: Alternative

    /// The shift at which the falling function passes a value; the middle where it stays on it.
    func crossing(of value: Double, corrected: Bool? = nil) -> Double {
        let corrected = corrected ?? isCorrected
        let lowest = x[0] - y[y.count - 1]
        let highest = x[x.count - 1] - y[0]
        guard lowest < highest else { return lowest }
        // The last shift above the value and the first one below it; where the function jumps across it they are one.
        let left = firstShift(in: lowest...highest) { standardised($0, corrected) <= value }
        let right = firstShift(in: lowest...highest) { standardised($0, corrected) < value }
        return left + (right - left) / 2
    }

    /// The smallest number of a range that meets a condition which holds from some point on; its end where none does.
    private func firstShift(in range: ClosedRange<Double>, where isMet: (Double) -> Bool) -> Double {
        var (low, high) = (range.lowerBound, range.upperBound)
        if isMet(low) { return low }
        while true {
            let middle = low + (high - low) / 2
            guard low < middle, middle < high else { return high }
            if isMet(middle) { high = middle } else { low = middle }
        }
    }

    /// The z of the rank sum when the shift is taken from the first sample.
    private func standardised(_ shift: Double, _ corrected: Bool) -> Double {
        let (statistic, tieSum) = count(shift)
        let normal = RankSumApproximation(first: x.count, second: y.count, tieSum: tieSum)
        let distance = statistic - normal.mean
        guard normal.variance > 0 else { return 0 }
        let correction = corrected ? RankSumApproximation.correction(distance, alternative) : 0
        return (distance - correction) / normal.variance.squareRoot()
    }

    /// `W` and `Σ (t³ − t)` of the pooled values, by one walk along both sorted samples.
    private func count(_ shift: Double) -> (statistic: Double, tieSum: Double) {
        var (i, j) = (0, 0)
        var (statistic, tieSum) = (0.0, 0.0)
        while i < x.count || j < y.count {
            let value = min(i < x.count ? x[i] - shift : .infinity, j < y.count ? y[j] : .infinity)
            let (startOfX, startOfY) = (i, j)
            while i < x.count, x[i] - shift == value { i += 1 }
            while j < y.count, y[j] == value { j += 1 }
            if i == startOfX, j == startOfY { break }
            statistic += Double(i - startOfX) * (Double(startOfY) + Double(j - startOfY) / 2)
            let size = Double(i - startOfX + j - startOfY)
            tieSum += size * (size * size - 1)
        }
        return (statistic, tieSum)
    }
}
