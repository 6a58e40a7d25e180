import Results
import SurvivalStatistics

/// A Cox model as it is shown: the ordinary one, or Firth's where that has no maximum.
struct ShownCoxModel {
    /// The most coefficients that Firth's fit may have.
    static let mostPenalised = 50

    /// The ordinary model.
    let ordinary: FittedCoxModel
    /// What is shown.
    let fit: CoxModelFit

    /// Fits a model.
    ///
    /// Where the likelihood is monotone in a coefficient and `usesFirth` says so, Firth's penalised fit is shown. It
    /// keeps, for each coefficient concerned, why the ordinary estimate does not exist (``CoxCoefficient/monotone``, and
    /// a note in the fit and the coefficient), and the score tests of the ordinary likelihood, which exist nonetheless.
    /// Firth's likelihood takes neither weights nor exact ties here, and with many coefficients, each of which is profiled, its
    /// intervals would take hours: then the ordinary model stays.
    ///
    /// - Parameters:
    ///   - design: What it is fitted to.
    ///   - ties: How ties are treated.
    ///   - variance: How the variance is estimated.
    ///   - usesFirth: Whether Firth's fit answers where the ordinary one has no maximum.
    ///   - level: The confidence level.
    init(_ design: CoxDesign, ties: TiesMethod, variance: CoxVariance, usesFirth: Bool, level: Double) {
        ordinary = coxModel(design, ties: ties, variance: variance)
        let plain = ordinary.result(level: level)
        let isSmall = design.covariates.columns.count <= Self.mostPenalised
        guard usesFirth, isSmall, !ordinary.monotone.isEmpty, design.weights == nil, ties != .exact else {
            fit = plain
            return
        }
        var penalised = firthCoxModel(design, ties: ties, level: level)
        for index in penalised.coefficients.indices {
            guard let finding = plain.coefficients[index].monotone else { continue }
            let note = ResultNote(.monotoneLikelihood, subject: finding.column.name)
            penalised.coefficients[index].monotone = finding
            penalised.coefficients[index].hazardRatio.notes.append(note)
            penalised.notes.append(note)
        }
        for index in penalised.terms.indices { penalised.terms[index].score = plain.terms[index].score }
        penalised.score = plain.score
        fit = penalised
    }
}
