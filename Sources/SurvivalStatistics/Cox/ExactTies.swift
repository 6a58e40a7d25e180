#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics

/// The exact partial likelihood of discrete time: R's `exact`, SAS's `DISCRETE`.
///
/// **Formula.** At a time with `d` events among the records at risk, the likelihood is the probability that just these
/// have the event, given that `d` have it: `Π_D e^η / E_d`, where `E_d` is the sum over all subsets of size `d` of
/// their products of `e^η`. `E_d` and its derivatives follow from `E_k(n) = E_k(n − 1) + e_n E_{k−1}(n − 1)`.
///
/// **Scale.** `E_d` overflows soon. With `c` such that `Σ c e/(1 + c e) = d` and `p_j = c e_j/(1 + c e_j)` the
/// recursion becomes that of the number of successes of independent trials, whose values are probabilities and whose
/// value at `d` is about `1/√(2π Σ p q)`; then `log E_d = log P_d − d log c + Σ log(1 + c e)`.
///
/// **Reference.** Gail MH, Lubin JH, Rubinstein LV. *Biometrika* 1981;68:703–707. doi:10.1093/biomet/68.3.703.
struct ExactCoxLikelihood: Likelihood {
    let records: CoxRecords

    func value(at coefficients: [Double]) -> LikelihoodValue {
        let width = records.width
        var result = LikelihoodValue(
            logLikelihood: 0, score: [Double](repeating: 0, count: width), information: SquareMatrix(size: width))
        let predictor = records.linearPredictor(coefficients)
        guard predictor.allSatisfy(\.isFinite) else {
            result.logLikelihood = -.infinity
            return result
        }
        for (_, groups) in records.strata {
            for group in groups where records.groupEvents[group] > 0 {
                let atRisk = recordsAtRisk(group, in: groups)
                result.add(contribution(group, atRisk: atRisk, predictor: predictor))
            }
        }
        return result
    }

    private func recordsAtRisk(_ group: Int, in groups: Range<Int>) -> [Int] {
        let later = Int(records.groupStart[group])..<Int(records.groupStart[groups.upperBound])
        return records.entryGroup.isEmpty ? Array(later) : later.filter { Int(records.entryGroup[$0]) <= group }
    }

    private func contribution(_ group: Int, atRisk: [Int], predictor: [Double]) -> LikelihoodValue {
        let width = records.width
        let events = Int(records.groupEvents[group])
        var value = LikelihoodValue(
            logLikelihood: 0, score: [Double](repeating: 0, count: width), information: SquareMatrix(size: width))
        guard events < atRisk.count else { return value }
        let largest = atRisk.reduce(-Double.infinity) { max($0, predictor[$1]) }
        let risks = atRisk.map { exp(predictor[$0] - largest) }
        let tilt = Self.tilt(risks, events: events)
        var subsets = SubsetSums(size: events, width: width)
        var logScale = 0.0
        for (index, record) in atRisk.enumerated() {
            let odds = tilt * risks[index]
            logScale += log1p(odds)
            let x = records.covariates.row(record)
            subsets.include(probability: odds / (1 + odds), rest: 1 / (1 + odds), x: x)
        }
        for record in records.group(group) where records.isEvent[record] {
            value.logLikelihood += predictor[record] - largest
            for column in 0..<width { value.score[column] += records.covariates[record, column] }
        }
        let (probability, first, second) = subsets.last
        value.logLikelihood -= log(probability) - Double(events) * log(tilt) + logScale
        let mean = first.map { $0 / probability }
        for row in 0..<width {
            value.score[row] -= mean[row]
            for column in 0..<width {
                value.information[row, column] = second[row * width + column] / probability - mean[row] * mean[column]
            }
        }
        return value
    }

    /// The factor `c` with `Σ c e/(1 + c e) = events`, by bisection on its logarithm.
    private static func tilt(_ risks: [Double], events: Int) -> Double {
        var (low, high) = (-800.0, 800.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let factor = exp(min(max(middle, -700), 700))
            var expected = 0.0
            for risk in risks { expected += factor * risk / (1 + factor * risk) }
            if expected < Double(events) { low = middle } else { high = middle }
        }
        return exp(min(max((low + high) / 2, -700), 700))
    }
}

/// The probability of `k` successes for `k = 0 … size`, with its first two derivatives in the coefficients.
private struct SubsetSums {
    private let size: Int
    private let width: Int
    private var value: [Double]
    private var first: [Double]
    private var second: [Double]

    init(size: Int, width: Int) {
        self.size = size
        self.width = width
        value = [Double](repeating: 0, count: size + 1)
        value[0] = 1
        first = [Double](repeating: 0, count: (size + 1) * width)
        second = [Double](repeating: 0, count: (size + 1) * width * width)
    }

    /// The value at `size` and its derivatives.
    var last: (value: Double, first: [Double], second: [Double]) {
        (value[size], Array(first[(size * width)...]), Array(second[(size * width * width)...]))
    }

    mutating func include(probability: Double, rest: Double, x: [Double]) {
        for count in stride(from: size, through: 1, by: -1) {
            let (own, below) = (count * width, (count - 1) * width)
            for row in 0..<width {
                for column in 0..<width {
                    let added =
                        second[(below + row) * width + column] + x[row] * first[below + column]
                        + first[below + row] * x[column] + x[row] * x[column] * value[count - 1]
                    let position = (own + row) * width + column
                    second[position] = rest * second[position] + probability * added
                }
            }
            for row in 0..<width {
                first[own + row] =
                    rest * first[own + row] + probability * (first[below + row] + x[row] * value[count - 1])
            }
            value[count] = rest * value[count] + probability * value[count - 1]
        }
        value[0] *= rest
    }
}

extension LikelihoodValue {
    /// Adds another value.
    mutating func add(_ other: LikelihoodValue) {
        logLikelihood += other.logLikelihood
        for index in score.indices { score[index] += other.score[index] }
        for index in information.elements.indices { information.elements[index] += other.information.elements[index] }
    }
}
