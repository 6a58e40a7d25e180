#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics

/// One arm's patients by ascending restricted time, with the weights of those whose restricted time is known.
struct RestrictedMeanArm {
    struct Patient {
        var time: Double
        var isEvent: Bool
        var x: [Double]
    }

    let horizon: Double
    /// Patients by ascending time, times cut at the horizon, where everyone counts as known.
    let patients: [Patient]
    /// `δ/G(Y)`.
    let weights: [Double]
    /// Whether the last observation is censored before the horizon.
    let endsEarly: Bool
    let events: Int

    var count: Int { patients.count }
    var isEmpty: Bool { patients.isEmpty }

    init(_ all: [Patient], horizon: Double) {
        let order = AscendingOrder(all.map(\.time)).order.map { all[Int($0)] }
        self.horizon = horizon
        events = all.count(where: \.isEvent)
        endsEarly =
            order.last.map { last in
                last.time < horizon && !order.contains { $0.time == last.time && $0.isEvent }
            } ?? false
        let patients = order.map { patient in
            var result = patient
            if patient.time >= horizon {
                result.time = horizon
                result.isEvent = true
            }
            return result
        }
        self.patients = patients
        var weights: [Double] = []
        var uncensored = 1.0
        for run in Self.runs(patients) {
            let censored = Double(run.count { !patients[$0].isEvent })
            uncensored *= 1 - censored / Double(patients.count - run.lowerBound)
            for index in run { weights.append(patients[index].isEvent ? 1 / max(uncensored, 0.001) : 0) }
        }
        self.weights = weights
    }

    private static func runs(_ patients: [Patient]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in patients.indices
        where index + 1 == patients.count || patients[index + 1].time != patients[index].time {
            result.append(start..<(index + 1))
            start = index + 1
        }
        return result
    }

    /// Adds `Σ κκ'` to a matrix: each patient's score, plus what it contributes through the estimated censoring.
    func addVariation(of scores: [[Double]], to result: inout SquareMatrix) {
        let width = result.size
        let runs = Self.runs(patients)
        var after = [[Double]](repeating: [Double](repeating: 0, count: width), count: runs.count + 1)
        for index in runs.indices.reversed() {
            after[index] = after[index + 1]
            for patient in runs[index] { for column in 0..<width { after[index][column] += scores[patient][column] } }
        }
        var compensator = [Double](repeating: 0, count: width)
        for (index, run) in runs.enumerated() {
            let atRisk = Double(patients.count - run.lowerBound)
            let censored = Double(run.count { !patients[$0].isEvent })
            for column in 0..<width { compensator[column] += after[index][column] * censored / (atRisk * atRisk) }
            for patient in run {
                let own = (0..<width).map { column in
                    scores[patient][column] - compensator[column]
                        + (patients[patient].isEvent ? 0 : after[index][column] / atRisk)
                }
                for row in 0..<width { for column in 0..<width { result[row, column] += own[row] * own[column] } }
            }
        }
    }
}

/// What is modelled of the restricted time.
enum RestrictedMeanModel {
    case difference
    case ratio
    case lostTimeRatio

    /// The coefficients and their standard errors, absent for columns that are combinations of others.
    func fit(_ arms: [RestrictedMeanArm], width: Int) -> (coefficients: [Double], standardErrors: [Double?])? {
        let horizon = arms[0].horizon
        let patients = arms.flatMap(\.patients)
        let weights = arms.flatMap(\.weights)
        let response = patients.map { self == .lostTimeRatio ? horizon - $0.time : $0.time }
        var coefficients = [Double](repeating: 0, count: width)
        if self != .difference {
            let total = zip(weights, response).reduce(0) { $0 + $1.0 * $1.1 }
            guard total > 0 else { return nil }
            coefficients[0] = log(total / weights.reduce(0, +))
        }
        // Weighted least squares, iterated where the link is not the identity.
        for _ in 0..<100 {
            var product = SquareMatrix(size: width)
            var score = [Double](repeating: 0, count: width)
            for (index, patient) in patients.enumerated() where weights[index] > 0 {
                let (mean, slope) = mean(dotProduct(patient.x, coefficients))
                guard mean.isFinite else { return nil }
                for row in 0..<width {
                    score[row] += weights[index] * (response[index] - mean) * patient.x[row]
                    for column in 0..<width {
                        product[row, column] += weights[index] * slope * patient.x[row] * patient.x[column]
                    }
                }
            }
            let step = Cholesky(product, tolerance: 1e-13).solve(score)
            for column in 0..<width { coefficients[column] += step[column] }
            let scale = coefficients.reduce(1e-300) { max($0, abs($1)) }
            if self != .difference, step.allSatisfy({ abs($0) <= 1e-15 * scale }) { break }
            if self == .difference, step.allSatisfy({ abs($0) <= 1e-14 * scale }) { break }
        }
        return (coefficients, standardErrors(arms, coefficients))
    }

    /// The mean at a linear predictor and its derivative.
    private func mean(_ predictor: Double) -> (mean: Double, slope: Double) {
        self == .difference ? (predictor, 1) : (exp(predictor), exp(predictor))
    }

    private func standardErrors(_ arms: [RestrictedMeanArm], _ coefficients: [Double]) -> [Double?] {
        let width = coefficients.count
        var (bread, meat) = (SquareMatrix(size: width), SquareMatrix(size: width))
        for arm in arms {
            var scores: [[Double]] = []
            for (patient, weight) in zip(arm.patients, arm.weights) {
                let (mean, slope) = mean(dotProduct(patient.x, coefficients))
                let response = self == .lostTimeRatio ? arm.horizon - patient.time : patient.time
                scores.append(patient.x.map { $0 * weight * (response - mean) })
                for row in 0..<width {
                    for column in 0..<width { bread[row, column] += slope * patient.x[row] * patient.x[column] }
                }
            }
            arm.addVariation(of: scores, to: &meat)
        }
        let cholesky = Cholesky(bread, tolerance: 1e-13)
        let inverse = cholesky.inverse()
        return (0..<width).map { column in
            guard !cholesky.isSingular[column] else { return nil }
            let variance = meat.quadraticForm((0..<width).map { inverse[$0, column] })
            return variance > 0 ? variance.squareRoot() : nil
        }
    }
}
