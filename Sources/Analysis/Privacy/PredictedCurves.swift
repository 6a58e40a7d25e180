import Results

extension PredictedSurvivalPlot {
    mutating func visitCounts(_ ledger: CountLedger) {
        let everyone = CountKey().with(population: population)
        for row in covariates.indices {
            for level in covariates[row].levels.indices {
                let key = everyone.with(variable: covariates[row].variable, level: covariates[row].levels[level].id)
                ledger.visit(&covariates[row].levels[level].n, key)
            }
        }
        let complete = "complete:\(variables.joined(separator: ","))"
        model.visitCounts(ledger, of: everyone.with(endpoint: endpoint).with(complete, "yes"), endpoint: endpoint)
    }

    /// All variables of the model.
    private var variables: [String] {
        curves.first?.values.map(\.variable) ?? covariates.map(\.variable)
    }

    /// Takes all curves away where anything of the model is withheld: of two curves the ratio of the hazards could be read,
    /// and of their steps the events.
    mutating func withholdStatistics(below minimum: Int, isLevelWithheld: (String, String) -> Bool) {
        model.withhold(below: minimum, isLevelWithheld: isLevelWithheld)
        let isPartial = model.coefficients.contains { $0.hazardRatio.isWithheld }
        guard isPartial || model.n.isWithheld || model.events.isWithheld else { return }
        for index in curves.indices { curves[index].withhold() }
    }
}

extension PredictedSurvivalPlot.Curve {
    /// Takes the curve and all that is read from it away.
    mutating func withhold() {
        curve = curve.emptied
        median.withhold { _ in true }
        for index in rates.indices { rates[index].withhold() }
    }

    /// Keeps what the positions tell.
    mutating func keep(_ cuts: CurveCuts, factor: Double) {
        let whole = curve
        curve = whole.keeping(cuts, until: nil)
        median.withhold { !cuts.contains(whole.position(ofObserved: $0 * factor)) }
        for index in rates.indices {
            let time = rates[index].time * factor
            if !cuts.contains(whole.time.count { $0 <= time }) { rates[index].withhold() }
            rates[index].atRisk = .withheld
        }
    }
}
