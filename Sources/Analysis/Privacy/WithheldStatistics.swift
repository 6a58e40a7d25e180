import Results

// What happens to a statistic of patients some of whose numbers are withheld: it is withheld, with a note that says so.

extension [ResultNote] {
    /// Takes away the numbers of patients that the notes speak of.
    mutating func takeOutPatients() {
        for index in indices where [.missingLeftOut, .emptyInterval].contains(self[index].kind) {
            self[index].count = nil
        }
    }
}

extension Estimate {
    /// Takes the numbers away.
    mutating func withhold() {
        (value, interval, standardError) = (nil, nil, nil)
        n = .withheld
        if events != nil { events = .withheld }
        notes = [ResultNote(.withheld)]
    }
}

extension TestResult {
    /// Takes the numbers away.
    mutating func withhold() {
        (statistic, pValue, degreesOfFreedom) = (nil, nil, [])
        n = .withheld
        if events != nil { events = .withheld }
        notes = [ResultNote(.withheld)]
    }
}

extension Contrast {
    /// Takes the numbers away.
    mutating func withhold() {
        estimate.withhold()
        test.withhold()
    }
}

extension LandmarkRate {
    var isWithheld: Bool { estimate.notes.contains { $0.kind == .withheld } }

    /// Takes the numbers away.
    mutating func withhold() {
        estimate.withhold()
        atRisk = .withheld
    }
}

extension CoxCoefficient {
    /// Takes the numbers away.
    mutating func withhold() {
        (coefficient, standardError, modelStandardError, z, pValue, monotone) = (nil, nil, nil, nil, nil, nil)
        hazardRatio.withhold()
    }

    /// Whether the standard error of a level tells of fewer events than a small count: of two groups with `a` and `b` events
    /// its square is about `1/a + 1/b`.
    func isOfFewEvents(below minimum: Int) -> Bool {
        guard column.parts.contains(where: { $0.level != nil }), let error = standardError, error > 0 else {
            return monotone != nil
        }
        return 1 / (error * error) < Double(minimum)
    }
}

extension CoxModelFit {
    /// Takes away what tells of small counts: everything where the model's own numbers are withheld, else the coefficients
    /// of levels that are, or that have few events, and the tests of their terms.
    mutating func withhold(below minimum: Int, isLevelWithheld: (_ covariate: String, _ level: String) -> Bool) {
        notes.takeOutPatients()
        for index in terms.indices { terms[index].stripNotes() }
        if n.isWithheld || events.isWithheld { return withholdAll() }
        var touched: Set<String> = []
        for index in coefficients.indices {
            let levels = coefficients[index].column.parts.flatMap { part in
                [part.level, part.reference].compactMap(\.self).map { (part.covariate, $0) }
            }
            if levels.contains(where: isLevelWithheld) || coefficients[index].isOfFewEvents(below: minimum) {
                coefficients[index].withhold()
                touched.insert(coefficients[index].column.term)
            }
        }
        guard !touched.isEmpty else { return }
        for index in terms.indices where touched.contains(terms[index].term) { terms[index].withhold() }
        withholdTests()
    }

    /// Takes all numbers away.
    mutating func withholdAll() {
        (n, events) = (.withheld, .withheld)
        for index in coefficients.indices { coefficients[index].withhold() }
        for index in terms.indices { terms[index].withhold() }
        withholdTests()
        concordance.estimate.withhold()
        eventsPerVariable = nil
    }

    /// The tests of the whole model, its likelihoods, and the pairs that concordance counts.
    private mutating func withholdTests() {
        (logLikelihood, logLikelihoodNull) = (.withheld, .withheld)
        likelihoodRatio.withhold()
        wald.withhold()
        score.withhold()
        robustScore?.withhold()
        (concordance.concordant, concordance.discordant) = (.withheld, .withheld)
        (concordance.tiedPrediction, concordance.tiedTime, concordance.tiedBoth) = (.withheld, .withheld, .withheld)
        notes.removeAll { $0.kind != .withheld }
        notes.append(ResultNote(.withheld))
    }
}

extension TermTests {
    fileprivate mutating func stripNotes() {
        wald.notes.takeOutPatients()
        likelihoodRatio?.notes.takeOutPatients()
        score?.notes.takeOutPatients()
    }

    /// Takes the numbers away.
    mutating func withhold() {
        wald.withhold()
        likelihoodRatio?.withhold()
        score?.withhold()
    }
}

extension TieOrderSensitivity {
    /// Takes away what the orders gave; that they were tried is told.
    mutating func withhold() {
        (estimated, sets, hazardRatio, pValue, shareSignificant) = (.withheld, nil, nil, nil, nil)
    }
}

extension ProportionalHazardsResult {
    /// Takes the numbers away.
    mutating func withhold() {
        for index in terms.indices { terms[index].test.withhold() }
        global.withhold()
    }
}

extension SubdistributionFit {
    /// Takes all numbers away.
    mutating func withholdAll() {
        (n, events, competingEvents) = (.withheld, .withheld, .withheld)
        for index in coefficients.indices {
            coefficients[index].coefficient = nil
            coefficients[index].standardError = nil
            coefficients[index].modelStandardError = nil
            coefficients[index].z = nil
            coefficients[index].pValue = nil
            coefficients[index].hazardRatio.withhold()
        }
        wald.withhold()
        (logLikelihood, logLikelihoodNull) = (.withheld, .withheld)
        notes = [ResultNote(.withheld)]
    }
}

extension LogisticModelFit {
    /// Takes all numbers away.
    mutating func withholdAll() {
        n = .withheld
        (outcomes, trials) = (.withheld, .withheld)
        for index in coefficients.indices {
            coefficients[index].coefficient = nil
            coefficients[index].standardError = nil
            coefficients[index].z = nil
            coefficients[index].pValue = nil
            coefficients[index].profileInterval = nil
            coefficients[index].oddsRatio.withhold()
        }
        for index in terms.indices { terms[index].withhold() }
        (logLikelihood, deviance, nullDeviance, akaike) = (.withheld, .withheld, .withheld, .withheld)
        areaUnderCurve.withhold()
        notes = [ResultNote(.withheld)]
    }
}

extension Description {
    /// Takes the numbers away.
    mutating func withhold() {
        (mean, standardDeviation, lowerQuartile, median, upperQuartile) = (nil, nil, nil, nil, nil)
    }
}
