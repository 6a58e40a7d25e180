public import Results

/// Estimates the effect of a treatment by the levels of another covariate, and tests whether it differs between them.
///
/// **Formula.** The interaction's likelihood-ratio test compares the models with and without `treatment:by`, each with
/// both main effects and the adjusting covariates, on identical records. The subgroups' hazard ratios come from models
/// of the treatment (and the adjusting covariates) fitted to each subgroup alone.
///
/// **Units.** Ratios of hazards have none; those of a number `treatment` are for one unit of it.
///
/// **Edge cases.** A subgroup with events in one arm only has no estimate, and says which arm has none. If `by` is a
/// number, its distinct values are the subgroups, up to twenty; beyond, there are none and only the interaction is tested.
///
/// **Reference.** Assmann SF, Pocock SJ, Enos LE, Kasten LE. *Lancet* 2000;355:1064–1069.
/// doi:10.1016/S0140-6736(00)02039-0.
///
/// **Equals in R.** `anova(coxph(S ~ a + b), coxph(S ~ a * b))`, and `coxph(S ~ a, subset = b == level)`.
///
/// - Parameters:
///   - design: Times, status and the adjusting covariates, without `treatment` and `by`.
///   - treatment: The treatment.
///   - by: The covariate whose levels are the subgroups.
///   - ties: How ties are treated.
///   - variance: How the variance of the subgroups' coefficients and of Wald's test is estimated. The likelihood-ratio
///     test is not one where records have sampling weights.
///   - level: The confidence level.
/// - Returns: The tests of interaction and the subgroups' effects.
/// - Throws: ``DesignError`` where the covariates do not fit the design.
public func subgroupAnalysis(
    _ design: CoxDesign, treatment: Covariate, by: Covariate, ties: TiesMethod, variance: CoxVariance,
    level: Double
) throws(DesignError) -> SubgroupAnalysis {
    let matrix = try DesignMatrix([treatment, by], interactions: [[treatment.name, by.name]], rows: design.time.count)
    var (full, by) = (try design.replacing(covariates: matrix.appending(design.covariates)), by)
    if full.permitsCounting(ties: ties, variance: variance),
        let alike = AlikeRecords(full, covariates: [treatment, by] + design.covariates.measuredCovariates)
    {
        (full, by) = (full.selecting(alike), by.selecting(alike.rows))
    }
    let model = coxModel(full, ties: ties, variance: variance)
    let tests = model.termTests[2]
    let fallback = TestResult(
        method: .likelihoodRatio, statistic: nil, pValue: nil, n: model.n, events: model.events,
        equalsInR: "anova(coxph(S ~ a + b), coxph(S ~ a * b))", notes: [ResultNote(.noEvents)])
    // Without a product that the data can tell from the main effects there is no interaction to test.
    let isTestable = !tests.wald.notes.contains { $0.kind == .collinear }
    var interaction = tests.likelihoodRatio ?? fallback
    if !isTestable {
        (interaction.statistic, interaction.pValue, interaction.degreesOfFreedom) = (nil, nil, [])
        interaction.notes = tests.wald.notes
    }
    let kept = model.records.width > 0 ? (0..<model.records.width).filter { !matrix.terms[2].columns.contains($0) } : []
    let main = coxMaximum(CoxRecords(model.records, columns: kept), ties: ties)
    let subgroups = by.levels(of: model.rows).map { name, rows in
        subgroupEffect(full, level: name, rows: rows, ties: ties, variance: variance, confidence: level)
    }
    return SubgroupAnalysis(
        treatment: treatment.name, by: by.name, interaction: interaction,
        interactionWald: tests.wald, logLikelihoodMain: main.value.logLikelihood,
        logLikelihoodInteraction: model.logLikelihood, subgroups: subgroups)
}

private func subgroupEffect(
    _ full: CoxDesign, level name: String, rows: [Int], ties: TiesMethod, variance: CoxVariance, confidence: Double
) -> SubgroupEffect {
    // The second and third terms are the covariate of the subgroups and its interaction.
    let columns = full.covariates.dropping(term: 2).dropping(term: 1)
    let subset = full.selecting(rows, covariates: columns)
    let model = coxModel(subset, ties: ties, variance: variance)
    let own = columns.terms[0].columns
    let fit = own.map { model.coefficientResult($0, level: confidence) }
    return SubgroupEffect(level: name, n: model.n, events: model.events, coefficients: fit, notes: model.notes)
}

extension Covariate {
    /// The levels with the rows that have them: those of a factor in order, or a number's distinct values.
    fileprivate func levels(of rows: [Int]) -> [(name: String, rows: [Int])] {
        switch values {
        case .factor(let codes, let levels, _):
            return levels.indices.map { level in (levels[level], rows.filter { Int(codes[$0]) == level }) }
        case .continuous(let values):
            let distinct = Set(rows.map { values[$0] }).sorted()
            guard distinct.count <= 20 else { return [] }
            return distinct.map { value in
                let isWhole = value == value.rounded() && abs(value) < 1e15
                return (isWhole ? "\(Int(value))" : "\(value)", rows.filter { values[$0] == value })
            }
        }
    }
}

extension DesignMatrix {
    /// The same terms followed by another design's.
    func appending(_ other: DesignMatrix) -> DesignMatrix {
        let shift = columns.count
        let terms =
            self.terms
            + other.terms.map { term in
                Term(
                    name: term.name, covariates: term.covariates,
                    columns: (term.columns.lowerBound + shift)..<(term.columns.upperBound + shift))
            }
        return DesignMatrix(
            rows: rows, terms: terms, identities: identities + other.identities, columns: columns + other.columns)
    }
}

extension CoxDesign {
    /// Some records with other covariates, which have all the records of this design.
    func selecting(_ rows: [Int], covariates: DesignMatrix) -> CoxDesign {
        CoxDesign(
            unchecked: rows.map { time[$0] }, status: rows.map { status[$0] },
            covariates: DesignMatrix(
                rows: rows.count, terms: covariates.terms, identities: covariates.identities,
                columns: covariates.columns.map { column in rows.map { column[$0] } }),
            entry: entry.map { values in rows.map { values[$0] } },
            strata: strata.map { values in rows.map { values[$0] } },
            weights: weights.map { values in rows.map { values[$0] } },
            frequency: frequency.map { values in rows.map { values[$0] } },
            offset: offset.map { values in rows.map { values[$0] } },
            clusters: clusters.map { values in rows.map { values[$0] } })
    }
}
