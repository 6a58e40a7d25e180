#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics

/// The probability that belongs to a logit, exact in both tails.
@inline(__always)
func logistic(_ logit: Double) -> Double {
    logit >= 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit))
}

/// The binomial log-likelihood with logit link, without binomial coefficients.
///
/// With Firth's penalty `½ log |I|` added, the score is `Σ x [y − mπ + h (½ − π)]`, where `h` is the record's leverage.
struct LogisticLikelihood: Likelihood {
    let records: LogisticRecords
    let isPenalised: Bool

    var hasExactInformation: Bool { !isPenalised }

    func value(at coefficients: [Double]) -> LikelihoodValue {
        let pieces = records.columns.pieces
        let (width, stride) = (records.width, records.columns.stride)
        var (logLikelihood, logOdds) = (0.0, LogarithmSum())
        var residuals = WeightedCrossProduct(width: width, stride: stride)
        var information = WeightedCrossProduct(width: width, stride: stride)
        for piece in concurrentMap(pieces.count, { parts(of: pieces[$0], at: coefficients) }) {
            logLikelihood += piece.linear
            logOdds.add(piece.logOdds)
            residuals.add(piece.residuals)
            information.add(piece.information)
        }
        var value = LikelihoodValue(
            logLikelihood: logLikelihood - logOdds.value, score: residuals.vector, information: information.matrix)
        if isPenalised, value.isFinite {
            addPenalty(to: &value, probabilities: records.linearPredictor(coefficients).map(logistic))
        }
        return value
    }

    /// The parts of some records: with `e = e^{−|η|}` the log-likelihood is `Σ y η − m max(η, 0) − m log(1 + e)`.
    private func parts(
        of piece: Range<Int>, at coefficients: [Double]
    ) -> (linear: Double, logOdds: LogarithmSum, residuals: WeightedCrossProduct, information: WeightedCrossProduct) {
        let (width, stride) = (records.width, records.columns.stride)
        var (linear, logOdds) = (0.0, LogarithmSum())
        var residuals = WeightedCrossProduct(width: width, stride: stride, isVectorOnly: true)
        var information = WeightedCrossProduct(width: width, stride: stride)
        let storage = UnsafeMutablePointer<Double>.allocate(capacity: piece.count)
        defer { storage.deallocate() }
        let predictor = storage - piece.lowerBound
        records.columns.multiply(by: coefficients, to: predictor, of: piece)
        var odds = piece.map { max(-abs(predictor[$0]), -400) }
        odds.withUnsafeMutableBufferPointer { odds in
            guard let odds = odds.baseAddress else { return }
            if !exponentiate(odds, count: piece.count) { linear = .nan }
            for (index, record) in piece.enumerated() {
                let (eta, e) = (predictor[record], odds[index])
                let (outcomes, trials) = (records.outcomes[record], records.trials[record])
                let inverse = 1 / (1 + e)
                linear += outcomes * eta - trials * max(eta, 0)
                logOdds.add(1 + e, times: trials)
                predictor[record] = outcomes - trials * (eta >= 0 ? inverse : e * inverse)
                odds[index] = trials * e * inverse * inverse
            }
            let rows = records.columns.base + piece.lowerBound * stride
            residuals.add(rows, weights: storage, count: piece.count)
            information.add(rows, weights: odds, count: piece.count)
        }
        return (linear, logOdds, residuals, information)
    }

    private func addPenalty(to value: inout LikelihoodValue, probabilities: [Double]) {
        let width = records.width
        let cholesky = Cholesky(value.information)
        guard cholesky.rank > 0 else { return }
        value.logLikelihood += cholesky.logDeterminant / 2
        let inverse = cholesky.inverse()
        for record in 0..<records.count {
            let x = records.columns.row(record)
            let probability = probabilities[record]
            let leverage = records.trials[record] * probability * (1 - probability) * inverse.quadraticForm(x)
            for column in 0..<width { value.score[column] += leverage * (0.5 - probability) * x[column] }
        }
    }

    /// The information in which every trial counts `1 + h` times, `h` being its leverage.
    func augmentedInformation(at maximum: ConstrainedMaximum) -> SquareMatrix {
        let width = records.width
        let inverse = Cholesky(maximum.value.information).inverse()
        let predictor = records.linearPredictor(maximum.coefficients)
        var result = SquareMatrix(size: width)
        for record in 0..<records.count {
            let x = records.columns.row(record)
            let probability = logistic(predictor[record])
            let variance = probability * (1 - probability)
            let trials = records.trials[record] * (1 + variance * inverse.quadraticForm(x))
            for row in 0..<width {
                for column in 0..<width { result[row, column] += trials * variance * x[row] * x[column] }
            }
        }
        return result
    }
}
