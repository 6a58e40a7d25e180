import Results
import Testing

@testable import SurvivalStatistics

/// The test of proportional hazards of a model with exact ties: R takes Breslow's score and information at its estimate.
@Suite struct ExactTiesHazardsTests {
    /// ```r
    /// library(survival)
    /// d <- data.frame(time = c(1,1,1,2,2,2,3,3,4,4,5,5,6,6,6,7), status = c(1,1,0,1,1,1,1,0,1,1,1,0,1,1,0,1),
    ///   x = c(0,1,1,0,0,1,1,0,1,0,0,1,1,0,0,1), z = c(2,5,3,8,1,4,6,2,7,3,9,5,4,1,6,2))
    /// f <- coxph(Surv(time, status) ~ x + z, d, ties = "exact", control = coxph.control(eps = 1e-14, toler.chol = 1e-14))
    /// print(coef(f), digits = 17)
    /// for (t in c("km", "rank")) print(cox.zph(f, transform = t)$table, digits = 15)
    /// ```
    @Test(arguments: [
        (TimeTransform.kaplanMeier, [0.0057170648209457, 0.5610486798599276, 0.5614000987348553]),
        (.rank, [0.0101539419540647, 0.3713894599439369, 0.3721987126597133]),
    ]) func equalsR(transform: TimeTransform, expected: [Double]) throws {
        let status = [1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1]
        let design = try CoxDesign(
            time: [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7],
            status: status.map { $0 == 1 ? .event : .censored },
            covariates: DesignMatrix(
                [
                    .continuous("x", [0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1]),
                    .continuous("z", [2, 5, 3, 8, 1, 4, 6, 2, 7, 3, 9, 5, 4, 1, 6, 2]),
                ], rows: 16))
        let model = coxModel(design, ties: .exact, variance: .model)
        let coefficients = model.result(level: 0.95).coefficients.map { $0.coefficient ?? .nan }
        for (ours, theirs) in zip(coefficients, [-0.154827342968940129, 0.058605920527568633]) {
            #expect(abs(ours - theirs) < 1e-10)
        }
        let test = proportionalHazardsTest(of: model, transform: transform)
        let statistics = (test.terms.map(\.test) + [test.global]).map { $0.statistic ?? .nan }
        #expect(statistics.count == expected.count)
        for (ours, theirs) in zip(statistics, expected) { #expect(abs(ours - theirs) < 1e-9 * (1 + theirs)) }
    }
}
