import Results
import SurvivalStatistics
import Testing

/// ModelAgreement with `survRM2::rmst2` with covariates on every case of `Tests/References/cox`.
@Suite struct AdjustedRestrictedMeanReferenceTests {
    static let cases = ModelReference.cases(in: "cox", kinds: ["rmst_adjusted"])

    @Test func `there are cases`() {
        #expect(Self.cases.count >= 5)
    }

    @Test(arguments: cases) func `rmst2`(_ reference: ModelReference) throws {
        let table = try reference.table()
        let treated = reference.arguments["arm1_value"].texts[0]
        let arm = table.texts(reference.arguments["arm"].text ?? "").map { $0.map { $0 == treated } }
        let matrix = try DesignMatrix(
            reference.covariateNames.map { reference.covariate($0, in: table) }, rows: table.count)
        let result = try adjustedRestrictedMean(
            time: table.numbers(reference.arguments["time"].text ?? ""), status: reference.status(in: table),
            isTreated: arm, covariates: matrix, horizon: reference.result["tau"].number ?? 0, level: 0.95)
        let expected = reference.result
        var agreement = ModelAgreement()
        // The ratios come from glm with its default tolerance.
        func compare(_ name: String, _ found: AdjustedRestrictedMean.Coefficient, _ values: ReferenceValue, _ at: [Int])
        {
            agreement.expect(name, found.estimate.value, values[at[0]].number, tolerance: 5e-8)
            agreement.expect("\(name) lower", found.estimate.interval?.lower, values[at[1]].number, tolerance: 5e-8)
            agreement.expect("\(name) upper", found.estimate.interval?.upper, values[at[2]].number, tolerance: 5e-8)
            // R computes 2 (1 − pnorm(…)), which keeps 16 decimals.
            agreement.expect("\(name) p", found.pValue, values[at[3]].number, tolerance: 1e-7, scale: 1e-7)
        }
        let adjusted = expected["adjusted"]["value"]
        compare("difference", result.difference, adjusted[0], [0, 1, 2, 3])
        compare("ratio", result.ratio, adjusted[1], [0, 1, 2, 3])
        compare("lost", result.lostTimeRatio, adjusted[2], [0, 1, 2, 3])
        for (index, coefficient) in result.differenceModel.enumerated() {
            let row = expected["difference_model"]["value"][index]
            compare(coefficient.name, coefficient, row, [0, 4, 5, 3])
            agreement.expect("se", coefficient.estimate.standardError, row[1].number, tolerance: 1e-9)
        }
        agreement.check(reference.id)
    }
}
