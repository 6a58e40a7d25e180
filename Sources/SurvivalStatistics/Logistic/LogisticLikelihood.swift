#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics

/// The complete records of a logistic design, with an intercept and the covariates centred and scaled.
struct LogisticRecords: Sendable {
    let rows: [Int32]
    let outcomes: [Double]
    let trials: [Double]
    /// Columns with the intercept first, stored record by record.
    let columns: [Double]
    let width: Int
    /// For each column but the intercept, what was taken off and what was multiplied by.
    let means: [Double]
    let scales: [Double]

    var count: Int { rows.count }

    init(_ design: LogisticDesign) {
        rows = design.completeRows()
        outcomes = rows.map { design.outcomes[Int($0)] }
        trials = rows.map { design.trials[Int($0)] }
        let stored = standardised(design.covariates.columns, rows: rows, weights: trials)
        (means, scales) = (stored.means, stored.scales)
        let inner = means.count
        width = inner + 1
        var columns = [Double](repeating: 1, count: rows.count * (inner + 1))
        for record in rows.indices {
            for column in 0..<inner {
                columns[record * (inner + 1) + column + 1] = stored.values[record * inner + column]
            }
        }
        self.columns = columns
    }

    /// The same records with some of the columns, of which the intercept must be the first.
    init(_ other: LogisticRecords, columns kept: [Int]) {
        rows = other.rows
        outcomes = other.outcomes
        trials = other.trials
        width = kept.count
        means = kept.dropFirst().map { other.means[$0 - 1] }
        scales = kept.dropFirst().map { other.scales[$0 - 1] }
        var selected: [Double] = []
        selected.reserveCapacity(other.count * kept.count)
        for record in 0..<other.count {
            for column in kept { selected.append(other.columns[record * other.width + column]) }
        }
        columns = selected
    }

    func linearPredictor(_ coefficients: [Double]) -> [Double] {
        (0..<count).map { record in
            var sum = 0.0
            for column in 0..<width { sum += columns[record * width + column] * coefficients[column] }
            return sum
        }
    }

    /// Coefficients of the original columns.
    func original(_ coefficients: [Double]) -> [Double] {
        var result = coefficients
        for column in 1..<max(1, width) {
            result[column] *= scales[column - 1]
            result[0] -= result[column] * means[column - 1]
        }
        return result
    }

    /// The covariance of the original columns' coefficients.
    func original(_ covariance: SquareMatrix) -> SquareMatrix {
        var transform = SquareMatrix(size: width)
        transform[0, 0] = 1
        for column in 1..<max(1, width) {
            transform[column, column] = scales[column - 1]
            transform[0, column] = -scales[column - 1] * means[column - 1]
        }
        var result = SquareMatrix(size: width)
        for row in 0..<width {
            let left = (0..<width).map { k in (0..<width).reduce(0) { $0 + transform[row, $1] * covariance[$1, k] } }
            for column in 0..<width {
                result[row, column] = (0..<width).reduce(0) { $0 + left[$1] * transform[column, $1] }
            }
        }
        return result
    }

    /// `½ log |I|` of the original columns less that of the stored ones.
    var penaltyOffset: Double { scales.reduce(0) { $0 - log($1) } }
}

/// The probability that belongs to a logit, exact in both tails.
@inline(__always)
func logistic(_ logit: Double) -> Double {
    logit >= 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit))
}

/// `log(1 + e^x)` without overflow.
@inline(__always)
func logOnePlusExponential(_ x: Double) -> Double {
    x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
}

/// The binomial log-likelihood with logit link, without binomial coefficients.
///
/// With Firth's penalty `½ log |I|` added, the score is `Σ x [y − mπ + h (½ − π)]`, where `h` is the record's leverage.
struct LogisticLikelihood: Likelihood {
    let records: LogisticRecords
    let isPenalised: Bool

    var hasExactInformation: Bool { !isPenalised }

    func value(at coefficients: [Double]) -> LikelihoodValue {
        let width = records.width
        let predictor = records.linearPredictor(coefficients)
        var value = LikelihoodValue(
            logLikelihood: 0, score: [Double](repeating: 0, count: width), information: SquareMatrix(size: width))
        var probabilities = predictor
        for record in 0..<records.count {
            let probability = logistic(predictor[record])
            let (outcomes, trials) = (records.outcomes[record], records.trials[record])
            probabilities[record] = probability
            value.logLikelihood += outcomes * predictor[record] - trials * logOnePlusExponential(predictor[record])
            let residual = outcomes - trials * probability
            let variance = trials * probability * (1 - probability)
            let base = record * width
            for row in 0..<width {
                let x = records.columns[base + row]
                value.score[row] += residual * x
                let scaled = variance * x
                for column in row..<width {
                    value.information.elements[row * width + column] += scaled * records.columns[base + column]
                }
            }
        }
        value.information.mirrorUpperTriangle()
        if isPenalised, value.isFinite { addPenalty(to: &value, probabilities: probabilities) }
        return value
    }

    private func addPenalty(to value: inout LikelihoodValue, probabilities: [Double]) {
        let width = records.width
        let cholesky = Cholesky(value.information)
        guard cholesky.rank > 0 else { return }
        value.logLikelihood += cholesky.logDeterminant / 2
        let inverse = cholesky.inverse()
        for record in 0..<records.count {
            let x = Array(records.columns[(record * width)..<((record + 1) * width)])
            let probability = probabilities[record]
            let leverage =
                records.trials[record] * probability * (1 - probability) * inverse.quadraticForm(x)
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
            let x = Array(records.columns[(record * width)..<((record + 1) * width)])
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
