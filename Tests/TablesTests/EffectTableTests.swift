import Results
import Tables
import TestSupport
import Testing

private func arms(_ control: (Int, Int, SurvivalQuantile), _ treated: (Int, Int, SurvivalQuantile)) -> [SurvivalGroup] {
    [
        .of("IO+T", n: control.0, events: control.1, control.2),
        .of("RT+IO+T", n: treated.0, events: treated.1, treated.2),
    ]
}

private func fit(_ ratio: Estimate, p: Double?, others: [CoxCoefficient] = [], lr: Double? = nil) -> CoxModelFit {
    .of([.of(.of("arm", "RT+IO+T", "IO+T"), ratio, p: p)] + others, terms: [("arm", p, lr, nil)])
}

private let everyone = SurvivalComparison.of(
    "pfs",
    groups: arms(
        (42, 40, .median(.reached(4.6), .reached(2.8), .reached(8.7))),
        (29, 23, .median(.reached(12.6), .reached(6), .reached(17.3)))),
    logRank: 0.00008, ratio: fit(.of(0.3484, 0.2019, 0.6011), p: 0.00015, lr: 0.0001))
private let matched = SurvivalComparison.of(
    "pfs.in.matched",
    groups: arms(
        (18, 17, .median(.reached(5), .reached(2.1), .reached(9))),
        (18, 13, .median(.reached(9.1), .reached(5.5), .notReached))),
    logRank: 0.018, ratio: fit(.of(0.4303, 0.2102, 0.8808), p: 0.0211, lr: 0.0195),
    robust: fit(.of(0.4303, 0.2311, 0.8012), p: 0.008))

private let sensitivity = TieOrderSensitivity(
    orders: 1000, seed: 1, estimated: 1000, sets: nil,
    hazardRatio: .init(minimum: 0.312, median: 0.4551, maximum: 0.6189),
    pValue: .init(minimum: 0.0021, median: 0.031, maximum: 0.1904), shareSignificant: 0.734)

private func effect(
    _ rows: [EffectTable.Row], adjustedFor: [String] = [], p: CoxTable.PValueMethod = .wald, robust: Bool = false
) -> EffectTable {
    EffectTable(rows: rows, adjustedFor: adjustedFor, pValue: p, showsRobust: robust)
}

private let rows: [EffectTable.Row] = [
    .init(label: "All patients", comparison: "pfs", adjusted: nil, sensitivity: nil),
    .init(label: "Matched patients", comparison: "pfs.in.matched", adjusted: nil, sensitivity: sensitivity),
]

@Suite("Tables of effects")
struct EffectTableTests {
    @Test("one endpoint names the first column; a row for each population; the tied orders in a note")
    func study() throws {
        let table = try StudyResults.with(.effect(effect(rows)), survival: [everyone, matched]).table(style: .study)
        #expect(
            table.heads == [
                "Progression-free survival", "IO+T > Events/n", "IO+T > Median, months (95% CI)", "RT+IO+T > Events/n",
                "RT+IO+T > Median, months (95% CI)", "Log-rank p", "RT+IO+T vs IO+T > HR (95% CI)",
                "RT+IO+T vs IO+T > p",
            ])
        #expect(
            table.rows.indices.map(table.texts) == [
                [
                    "All patients", "40/42", "4.6 (2.8–8.7)", "23/29", "12.6 (6.0–17.3)", "<0.0001", "0.35 (0.2–0.6)",
                    "<0.001",
                ],
                [
                    "Matched patients^a", "17/18", "5.0 (2.1–9.0)", "13/18", "9.1 (5.5–NR)", "0.018",
                    "0.43 (0.21–0.88)",
                    "0.021",
                ],
            ])
        #expect(
            table.notes == [
                "A hazard ratio below 1 means fewer events over time with RT+IO+T than with IO+T.",
                "p values beside hazard ratios: Wald test.", "Cox models with Efron's treatment of ties.",
                "a: Over 1000 admissible orders of tied scores the hazard ratio ranged from 0.31 to 0.62 (median 0.46) "
                    + "and p from 0.002 to 0.19; p was below 0.05 in 73.4%.",
                "CI, confidence interval; HR, hazard ratio; NR, not reached (the curve, or its confidence limit, does "
                    + "not come down to 50%).",
            ])
    }

    @Test("orders without an estimate are counted; none at all is said")
    func sensitivityNotes() {
        var some = sensitivity
        some.estimated = 990
        some.orders = 12345
        var none = sensitivity
        none.estimated = 0
        let table = StudyResults.with(
            .effect(
                effect([
                    .init(label: "A", comparison: "pfs", adjusted: nil, sensitivity: some),
                    .init(label: "B", comparison: "pfs", adjusted: nil, sensitivity: none),
                ])), survival: [everyone]
        ).table()
        #expect(
            table.notes.contains {
                $0.hasPrefix(
                    "a: Over the 990 of 12,345 admissible orders of tied scores that gave an estimate the hazard ratio")
            })
        #expect(table.notes.contains("b: None of 1000 admissible orders of tied scores gave an estimate."))
    }

    @Test("adjusted and robust columns; likelihood-ratio p-values")
    func columns() {
        let adjusted = fit(
            .of(0.51, 0.24, 1.08), p: 0.08, others: [.of(.of("sex", "RT+IO+T", "F"), .of(9, 8, 10), p: 0.9)], lr: 0.077)
        var all = rows
        all[1].adjusted = adjusted
        let table = StudyResults.with(
            .effect(effect(all, adjustedFor: ["Age group", "ECOG"], p: .likelihoodRatio, robust: true)),
            survival: [everyone, matched]
        ).table()
        #expect(
            table.heads.suffix(6) == [
                "RT+IO+T vs IO+T > HR (95% CI)", "RT+IO+T vs IO+T > p", "RT+IO+T vs IO+T > Robust 95% CI",
                "RT+IO+T vs IO+T > p", "Adjusted, RT+IO+T vs IO+T > HR (95% CI)", "Adjusted, RT+IO+T vs IO+T > p",
            ])
        #expect(table.texts(0).suffix(6) == ["0.35 (0.20–0.60)", "<0.001", "–", "–", "–", "–"])
        #expect(
            table.texts(1).suffix(6) == [
                "0.43 (0.21–0.88)", "0.020", "0.23–0.80", "0.008", "0.51 (0.24–1.08)", "0.077",
            ])
        #expect(table.notes[1] == "p values beside hazard ratios: likelihood-ratio test.")
        #expect(table.notes[2] == "Adjusted for age group and ECOG.")
        #expect(
            table.notes[3]
                == "The robust variance takes pairs, or weights, into account; its p values are of Wald tests.")
    }

    @Test("several endpoints stand under their names; units that differ move there")
    func endpoints() {
        var os = everyone
        (os.id, os.endpoint) = ("os", "os")
        let both = [rows[0], EffectTable.Row(label: "All patients", comparison: "os", adjusted: nil, sensitivity: nil)]
        let table = StudyResults.with(.effect(effect(both)), survival: [everyone, os]).table()
        #expect(table.heads[0] == "Population" && table.heads[2] == "IO+T > Median, months (95% CI)")
        #expect(table.rows.map(\.kind) == [.section, .block, .section, .block])
        #expect(table.texts(0) == ["Progression-free survival"] && table.texts(2) == ["Overall survival"])
        var years = EndpointDescription.os
        years.unit = .years
        let mixed = StudyResults.with(.effect(effect(both)), endpoints: [.pfs, years], survival: [everyone, os]).table()
        #expect(mixed.heads[2] == "IO+T > Median (95% CI)")
        #expect(mixed.texts(2) == ["Overall survival (years)"])
    }

    @Test("three groups: a contrast each, and one p-value where the test is of all groups")
    func threeGroups() {
        let groups = ["A", "B", "C"].map {
            SurvivalGroup.of($0, n: 9, events: 3, .median(.notReached, .notReached, .notReached))
        }
        let ratio = CoxModelFit.of(
            [
                .of(.of("arm", "B", "A"), .of(0.5, 0.2, 1.2), p: 0.1),
                .of(.of("arm", "C", "A"), .of(0.4, 0.1, 1.1), p: 0.09),
            ],
            terms: [("arm", 0.2, 0.19, 0.18)])
        let survival = [SurvivalComparison.of("pfs", groups: groups, logRank: 0.2, ratio: ratio)]
        let wald = StudyResults.with(.effect(effect([rows[0]])), survival: survival).table()
        #expect(
            wald.heads.suffix(4) == ["B vs A > HR (95% CI)", "B vs A > p", "C vs A > HR (95% CI)", "C vs A > p"])
        #expect(wald.texts(0).suffix(4) == ["0.50 (0.20–1.20)", "0.100", "0.40 (0.10–1.10)", "0.090"])
        let joint = StudyResults.with(.effect(effect([rows[0]], p: .likelihoodRatio)), survival: survival).table()
        #expect(joint.heads.suffix(3) == ["B vs A > HR (95% CI)", "C vs A > HR (95% CI)", "Overall p"])
        #expect(joint.texts(0).suffix(3) == ["0.50 (0.20–1.20)", "0.40 (0.10–1.10)", "0.190"])
        #expect(!joint.notes.contains { $0.hasPrefix("A hazard ratio") })
    }

    @Test("not estimable, no test, no comparison, one group")
    func odd() {
        let empty = SurvivalComparison.of(
            "pfs", groups: everyone.groups,
            ratio: .of([.of(.of("arm", "RT+IO+T", "IO+T"), .of(nil), p: nil, monotone: .noEventsInLevel)]))
        let table = StudyResults.with(.effect(effect(rows)), survival: [empty]).table()
        #expect(table.texts(0).suffix(3) == ["–^a", "NE^b", "–"])
        #expect(table.notes.contains("b: Not estimable: no patient with RT+IO+T had the event."))
        #expect(table.texts(1) == ["Matched patients^c", "–", "–", "–", "–", "–", "–", "–"])
        let one = StudyResults.with(
            .effect(effect([rows[0]])), survival: [.of("pfs", groups: [everyone.groups[0]])]
        ).table()
        #expect(one.heads.count == 3 && one.texts(0) == ["All patients", "40/42", "4.6 (2.8–8.7)"])
        #expect(one.notes == ["CI, confidence interval."])
        let none = StudyResults.with(.effect(effect([]))).table()
        #expect(none.heads == ["Population"] && none.rows.isEmpty)
    }

    @Test("the whole table")
    func golden() throws {
        let results = StudyResults.with(
            .effect(effect(rows)), caption: "Effect of radiotherapy before and after matching.",
            survival: [everyone, matched])
        expectGolden(try results.table(style: .study).asText, "Tables/hcc-effect.txt")
    }
}
