import Results
import SurvivalStatistics
import Testing

/// Seven patients: 2, 3, 3+, 5, 7+, 8, 9+.
///
/// | t | n | d | S            | Σ d/(n(n−d))               |
/// |---|---|---|--------------|----------------------------|
/// | 2 | 7 | 1 | 6/7          | 1/42                       |
/// | 3 | 6 | 1 | 6/7·5/6 = 5/7 | 1/42 + 1/30 = 2/35        |
/// | 5 | 4 | 1 | 5/7·3/4 = 15/28 | 2/35 + 1/12 = 59/420    |
/// | 7 | 3 | 0 | 15/28        | 59/420                     |
/// | 8 | 2 | 1 | 15/28·1/2 = 15/56 | 59/420 + 1/2 = 269/420 |
/// | 9 | 1 | 0 | 15/56        | 269/420                    |
@Suite struct KaplanMeierDerivationTests {
    let patients: SurvivalSample
    let curve: SurvivalCurve

    init() throws {
        patients = try sample([8, 3, 2, 9, 3, 7, 5], [1, 0, 1, 0, 1, 0, 1], unit: .months)
        curve = kaplanMeier(patients, transform: .logLog, level: 0.95)
    }

    @Test func counts() {
        #expect(curve.time == [2, 3, 5, 7, 8, 9])
        #expect(curve.atRisk == [7, 6, 4, 3, 2, 1])
        #expect(curve.events == [1, 1, 1, 0, 1, 0])
        #expect(curve.censored == [0, 1, 0, 1, 0, 1])
        #expect(curve.unit == .months)
        #expect(curve.transform == .logLog)
        expectSound(curve)
    }

    @Test func survivalAndVariance() {
        expectClose(curve.survival, [6.0 / 7, 5.0 / 7, 15.0 / 28, 15.0 / 28, 15.0 / 56, 15.0 / 56])
        expectClose(
            curve.standardErrorOfLog.map { $0.map { $0 * $0 } },
            [1.0 / 42, 2.0 / 35, 59.0 / 420, 59.0 / 420, 269.0 / 420, 269.0 / 420])
    }

    /// At t = 5, from S = 15/28 and s² = 59/420. R 4.2.2, survival 3.5-3.
    @Test(arguments: [
        (ConfidenceTransform.plain, 0.14217990561090077, 0.92924866581767063),
        (.log, 0.25698133617804808, 1), (.logLog, 0.13198817696263873, 0.82499704203971369),
        (.logit, 0.1916833355313512, 0.84881164514994167), (.arcsin, 0.17121271776957667, 0.87910838849938033),
    ])
    func interval(transform: ConfidenceTransform, lower: Double, upper: Double) {
        let curve = kaplanMeier(patients, transform: transform, level: 0.95)
        expectClose(curve.lower[2], lower)
        expectClose(curve.upper[2], upper)
        expectSound(curve)
    }

    @Test func plainIntervalByHand() {
        // 15/28 ± 1.959964 · 15/28 · √(59/420)
        let curve = kaplanMeier(patients, transform: .plain, level: 0.95)
        let margin = 1.959963984540054 * 15 / 28 * (59.0 / 420).squareRoot()
        expectClose(curve.lower[2], 15.0 / 28 - margin)
        expectClose(curve.upper[2], 15.0 / 28 + margin)
    }

    @Test func quantiles() {
        // S falls below ½ at 8 and below ¾ at 3.
        #expect(survivalQuantile(0.5, of: curve, rule: .rPrint).value == .reached(8))
        #expect(survivalQuantile(0.25, of: curve, rule: .rPrint).value == .reached(3))
        #expect(survivalQuantile(0.75, of: curve, rule: .rPrint).value == .notReached)
        #expect(survivalQuantile(1.5, of: curve, rule: .sas).value == .notReached)
    }

    @Test func ratesBetweenAndBeyondTheSteps() {
        let before = survivalRate(at: 1, of: curve, beyond: .notEstimable)
        #expect(before.estimate.value == 1)
        #expect(before.atRisk == 7)
        #expect(before.estimate.interval == ConfidenceInterval(lower: 1, upper: 1))
        let between = survivalRate(at: 6, of: curve, beyond: .notEstimable)
        expectClose(between.estimate.value, 15.0 / 28)
        expectClose(between.estimate.standardError, 15.0 / 28 * (59.0 / 420).squareRoot())
        #expect(between.atRisk == 3)
        #expect(between.estimate.n == 7)
        #expect(between.estimate.events == 3)
        let last = survivalRate(at: 9, of: curve, beyond: .notEstimable)
        expectClose(last.estimate.value, 15.0 / 56)
        let beyond = survivalRate(at: 9.1, of: curve, beyond: .notEstimable)
        #expect(beyond.estimate.value == nil)
        #expect(beyond.estimate.interval == nil)
        #expect(beyond.estimate.notes == [ResultNote(.beyondLastObservation, count: 9)])
        #expect(beyond.atRisk == 0)
        expectClose(survivalRate(at: 9.1, of: curve, beyond: .carryForward).estimate.value, 15.0 / 56)
    }

    @Test func reverseCurveByHand() {
        // Censorings 3, 7, 9 as events: at 3 n = 6 and d = 1 (the event at 3 stays at risk), at 7 n = 3, at 9 n = 1.
        let reverse = reverseKaplanMeier(patients, transform: .log, level: 0.95)
        expectClose(reverse.survival, [1, 5.0 / 6, 5.0 / 6, 5.0 / 9, 5.0 / 9, 0])
        #expect(survivalQuantile(0.5, of: reverse, rule: .rPrint).value == .reached(9))
    }
}

/// Weights and left truncation. Expected values: R 4.2.2, survival 3.5-3, `survfit(Surv(entry, time, status) ~ 1, weights)`.
@Suite struct WeightedKaplanMeierTests {
    let time: [Double] = [2, 3, 3, 5, 7, 8, 9]
    let status = [1, 0, 1, 1, 0, 1, 0]
    let weights = [1, 0.5, 2, 1, 1.5, 1, 0.7]

    @Test func samplingWeights() throws {
        let curve = kaplanMeier(try sample(time, status, weights: weights), transform: .log, level: 0.95)
        expectClose(
            curve.survival,
            [
                0.87012987012987009, 0.61038961038961037, 0.46505875077303643, 0.46505875077303643,
                0.19149477973007381, 0.19149477973007381,
            ])
        expectClose(
            zip(curve.survival, curve.standardErrorOfLog).map { survival, error in error.map { survival * $0 } },
            [
                0.12380333481870512, 0.21022683691526908, 0.20936769241473777, 0.20936769241473777,
                0.17542430148933238, 0.17542430148933238,
            ])
        expectClose(
            curve.lower,
            [
                0.65837585051635394, 0.31077154834274973, 0.19244210650478807, 0.19244210650478807,
                0.031797229400162864, 0.031797229400162864,
            ])
        expectSound(curve)
    }

    @Test func samplingWeightsWithLeftTruncation() throws {
        let curve = kaplanMeier(
            try sample(time, status, entry: [0, 0, 1, 1, 2, 0, 4], weights: weights), transform: .log, level: 0.95)
        expectClose(curve.atRisk, [5.5, 6, 4.2, 3.2, 1.7, 0.7])
        expectClose(
            curve.survival,
            [
                0.81818181818181812, 0.54545454545454553, 0.41558441558441561, 0.41558441558441561,
                0.17112299465240641, 0.17112299465240641,
            ])
        expectClose(
            zip(curve.survival, curve.standardErrorOfLog).map { survival, error in error.map { survival * $0 } },
            [
                0.17017570480970251, 0.20906032797920002, 0.19120868225486337, 0.19120868225486337,
                0.14639728382259157, 0.14639728382259157,
            ])
        expectSound(curve)
    }

    @Test func wholeWeightsAreRepeatedPatients() throws {
        let weighted = kaplanMeier(
            try sample([1, 2, 3], [1, 0, 1], weights: [2, 1, 3]), transform: .logLog, level: 0.95)
        let repeated = kaplanMeier(
            try sample([1, 1, 2, 3, 3, 3], [1, 1, 0, 1, 1, 1]), transform: .logLog, level: 0.95)
        #expect(weighted == repeated)
    }

    @Test func groupsOfASampleShareItsKindOfWeights() throws {
        // R looks at the weights of all patients: a group whose own weights are whole has the jackknife variance too.
        let groups = try sample([1, 2, 3, 4], [1, 1, 1, 0], weights: [1, 1, 0.5, 2]).split(by: [0, 0, 1, 1], into: 2)
        #expect(groups.map(\.hasSamplingWeights) == [true, true])
        // S(1) = ½ with ∂S/∂w = ∓¼: variance 1/8, where Greenwood has ¼ · ½ = 1/8 too; of log S it is ½.
        let curve = kaplanMeier(groups[0], transform: .log, level: 0.95)
        expectClose(curve.standardErrorOfLog[0], 0.5.squareRoot())
    }

    @Test func patientsCanRunOutEarly() throws {
        // The only patient at risk at 1 has the event: S is 0 from there on, though others enter later.
        let curve = kaplanMeier(
            try sample([1, 5, 6], [1, 1, 0], entry: [0, 2, 2]), transform: .log, level: 0.95)
        #expect(curve.survival == [0, 0, 0])
        #expect(curve.atRisk == [1, 2, 1])
        #expect(curve.standardErrorOfLog == [nil, nil, nil])
    }
}
