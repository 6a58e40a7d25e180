internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Residuals follow coefficients that agree to 10⁻⁹; their sums keep fewer digits.
    private static let residualTolerance = 1e-8

    func compareResiduals(_ model: FittedCoxModel, _ agreement: inout Agreement) {
        func compare(_ name: String, _ values: [Double]?) {
            guard result[name].isPresent else { return }
            agreement.compareTogether(name, values ?? [], result[name], tolerance: Self.residualTolerance)
        }
        compare("martingale", model.martingaleResiduals)
        compare("deviance", model.devianceResiduals)
        compare("linear_predictor", model.linearPredictors)
        compare("score_resid", model.scoreResiduals?.flat)
        compare("dfbeta", model.dfbetaResiduals?.flat)
        compare("schoenfeld", model.schoenfeldResiduals?.flat)
        compare("schoenfeld_time", model.schoenfeldResiduals?.times)
        compare("scaledsch", model.scaledSchoenfeldResiduals?.flat)
    }

    /// The references are `basehaz(fit, centered = FALSE)`: all covariates zero, the offset at its mean.
    func compareBaseline(_ model: FittedCoxModel, _ agreement: inout Agreement) throws {
        let expected = result["basehaz"]
        guard expected.isPresent else { return }
        let zeros = model.coefficients.map { _ in 0.0 }
        let curves = try model.survivalCurves(for: zeros, level: level, transform: .log)
        agreement.compareTogether(
            "basehaz", curves.flatMap(\.cumulativeHazard), expected["hazard"], tolerance: Self.residualTolerance)
        agreement.compareTogether("basehaz time", curves.flatMap(\.time), expected["time"], tolerance: 1e-12)
    }

    /// Under exact ties R takes Breslow's score and information at the exact estimate; here they are the exact
    /// likelihood's. Both are the same where no two events are tied, and only then they are compared.
    func compareProportionality(_ model: FittedCoxModel, _ agreement: inout Agreement) {
        let eventTimes = model.rows.filter { model.design.status[$0] == .event }.map { model.design.time[$0] }
        guard model.ties != .exact || Set(eventTimes).count == eventTimes.count else { return }
        for transform in TimeTransform.allCases {
            let table = result["zph"][transform.rawValue]
            guard table.isPresent else { continue }
            let test = proportionalHazardsTest(of: model, transform: transform)
            compare(test, table, "zph \(transform.rawValue)", &agreement)
        }
        if result["zph_by_coef"].isPresent {
            let test = proportionalHazardsTest(of: model, transform: .kaplanMeier, byCoefficient: true)
            compare(test, result["zph_by_coef"], "zph by coefficient", &agreement)
        }
    }

    private func compare(
        _ test: ProportionalHazardsResult, _ table: ReferenceValue, _ name: String, _ agreement: inout Agreement
    ) {
        let all = test.terms.map(\.test) + [test.global]
        guard !table["error"].isPresent else {
            agreement.compareEqual("\(name) absent", all.compactMap(\.statistic), [])
            return
        }
        agreement.compareEqual("\(name) rows", test.terms.map(\.name) + ["GLOBAL"], table["rows"].texts)
        agreement.compareTogether("\(name) statistic", all.map(\.statistic), table["chisq"], tolerance: 1e-9)
        agreement.compareTogether("\(name) p", all.map(\.pValue), table["p"], tolerance: 1e-8)
        agreement.compare("\(name) df", all.map { $0.degreesOfFreedom.first }, table["df"])
    }
}

extension ResidualMatrix {
    fileprivate var flat: [Double] { values.flatMap { $0 } }
}
