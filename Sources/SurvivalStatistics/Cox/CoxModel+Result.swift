#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

extension FittedCoxModel {
    /// What the model says, as a plain value without patients.
    ///
    /// - Parameter level: The confidence level of the intervals, between 0 and 1.
    /// - Returns: The estimates, their tests, the concordance and the notes.
    public func result(level: Double) -> CoxModelFit {
        let rank = isSingular.reduce(0) { $0 + ($1 ? 0 : 1) }
        let eventsPerVariable = rank > 0 ? Double(events) / Double(rank) : nil
        var notes = notes
        if let eventsPerVariable, events > 0, eventsPerVariable < Self.fewEventsPerVariable {
            notes.append(ResultNote(.fewEvents, count: eventsPerVariable))
        }
        return CoxModelFit(
            n: n, events: events, coefficients: coefficients.indices.map { coefficientResult($0, level: level) },
            terms: termTests, logLikelihoodNull: logLikelihoodNull, logLikelihood: logLikelihood,
            likelihoodRatio: likelihoodRatioTest, wald: waldTest, score: scoreTest, robustScore: robustScoreTest,
            concordance: concordance(level: level), eventsPerVariable: eventsPerVariable, ties: ties,
            variance: variance, level: level, notes: notes)
    }

    /// Fewer events for each coefficient than this are noted (Peduzzi et al., doi:10.1016/0895-4356(95)00048-8).
    static let fewEventsPerVariable = 10.0

    private var methodName: String {
        let variance =
            switch variance {
            case .model: ""
            case .robust: ", robust = TRUE"
            case .clustered: ", cluster"
            }
        let strata = design.strata == nil ? "" : "… + strata(…), "
        return "survival::coxph(\(strata)ties = \"\(ties.rawValue)\"\(variance))"
    }

    /// One coefficient with its Wald test and interval.
    func coefficientResult(_ column: Int, level: Double) -> CoxCoefficient {
        let identity = design.covariates.identities[column]
        let finding = monotone.first { $0.column == identity }
        let standardError = covariance[column, column].squareRoot()
        guard let value = coefficients[column] else {
            return CoxCoefficient(
                column: identity, coefficient: nil, standardError: nil, z: nil, pValue: nil,
                hazardRatio: Estimate(
                    value: nil, interval: nil, level: level, method: methodName, n: n, events: events,
                    notes: notes.filter { $0.subject == identity.name || $0.kind == .noEvents }),
                monotone: finding)
        }
        guard standardError > 0, standardError.isFinite else {
            return CoxCoefficient(
                column: identity, coefficient: value, standardError: nil, z: nil, pValue: nil,
                hazardRatio: Estimate(
                    value: finite(exp(value)), interval: nil, level: level, method: methodName, n: n, events: events,
                    notes: [ResultNote(.zeroVariance, subject: identity.name)]))
        }
        let z = value / standardError
        return CoxCoefficient(
            column: identity, coefficient: value, standardError: standardError,
            modelStandardError: variance == .model ? nil : modelCovariance[column, column].squareRoot(), z: z,
            pValue: Normal.twoSided(z),
            hazardRatio: Estimate(
                value: finite(exp(value)),
                interval: ratioInterval(value, standardError: standardError, level: level), level: level,
                method: methodName, n: n, events: events))
    }

    /// The concordance of the linear predictor with the records' times, with its standard error.
    public func concordance(level: Double) -> Concordance {
        records.concordance(
            of: linearPredictor, level: level, clusters: variance == .clustered ? records.clusterCodes(design) : nil)
    }

    /// The concordance of another predictor with the times of the model's records.
    ///
    /// - Parameters:
    ///   - predictor: One number for each of ``rows``, in their order.
    ///   - level: The confidence level of the interval.
    /// - Returns: The concordance; nil where the predictor has another number of values.
    public func concordance(of predictor: [Double], level: Double) -> Concordance? {
        guard predictor.count == records.count else { return nil }
        var sorted = predictor
        for (position, record) in recordsByRow.enumerated() { sorted[Int(record)] = predictor[position] }
        return records.concordance(
            of: sorted, level: level, clusters: variance == .clustered ? records.clusterCodes(design) : nil)
    }
}

extension CoxRecords {
    /// The concordance of a predictor with the records' times, with its standard error.
    func concordance(of predictor: [Double], level: Double, clusters: [Int32]?) -> Concordance {
        let counts = ConcordanceCounts(records: self, predictor: predictor, clusters: clusters)
        let standardError = counts.variance?.squareRoot()
        let notes = counts.value == nil ? [ResultNote(eventCount == 0 ? .noEvents : .singleGroup)] : []
        let interval = counts.value.flatMap { value in
            standardError.map { error in
                let half = Normal.halfWidth(level: level) * error
                return ConfidenceInterval(lower: max(0, value - half), upper: min(1, value + half))
            }
        }
        return Concordance(
            estimate: Estimate(
                value: counts.value, interval: interval, standardError: standardError, level: level,
                method: "survival::concordance", n: patientCount, events: eventCount, notes: notes),
            concordant: counts.concordant, discordant: counts.discordant,
            tiedPrediction: counts.tiedPrediction,
            tiedTime: counts.tiedTime, tiedBoth: counts.tiedBoth)
    }
}

/// The value, where it is finite.
func finite(_ value: Double) -> Double? {
    value.isFinite ? value : nil
}

/// The interval of a ratio that is symmetric on its logarithm; a limit that overflows is absent.
func ratioInterval(_ logarithm: Double, standardError: Double, level: Double) -> ConfidenceInterval {
    let half = Normal.halfWidth(level: level) * standardError
    return ConfidenceInterval(lower: finite(exp(logarithm - half)), upper: finite(exp(logarithm + half)))
}
