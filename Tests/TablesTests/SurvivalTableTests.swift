import Results
import Styling
import Tables
import TestSupport
import Testing

private let groups: [SurvivalGroup] = [
    .of(
        "IO+T", n: 42, events: 40, .median(.reached(4.6), .reached(2.8), .reached(8.7)),
        rates: [(6, .of(0.405, 0.258, 0.547)), (12, .of(0.19, 0.089, 0.322))]),
    .of(
        "RT+IO+T", n: 29, events: 23, .median(.reached(12.6), .reached(6), .notReached),
        rates: [
            (6, .of(0.724, 0.523, 0.851)), (12, .of(nil, notes: [ResultNote(.beyondLastObservation)])),
        ]),
]

private let ratio = CoxModelFit.of(
    [.of(.of("arm", "RT+IO+T", "IO+T"), .of(0.3484, 0.2019, 0.6011), p: 0.00015)], wald: 0.00015)

private let differences = [
    LandmarkDifference(time: 6, comparison: .of("RT+IO+T", "IO+T", .of(0.319, 0.097, 0.541), p: 0.0049)),
    LandmarkDifference(
        time: 12,
        comparison: GroupContrast(
            group: "RT+IO+T", reference: "IO+T",
            contrast: Contrast(
                estimate: .of(nil), test: .of(.wald, p: nil, notes: [ResultNote(.beyondLastObservation)])))),
]

private let means = RestrictedMeans(
    horizon: 24,
    groups: [
        .init(group: "IO+T", mean: .of(7.02, 5.2, 8.84)), .init(group: "RT+IO+T", mean: .of(12.51, 9.8, 15.22)),
    ], differences: [.of("RT+IO+T", "IO+T", .of(5.49, 2.2, 8.78), p: 0.001)],
    ratios: [.of("RT+IO+T", "IO+T", .of(1.782, 1.2, 2.6), p: 0.002)])

private func pfs(tests: [TestResult] = []) -> SurvivalComparison {
    .of(
        "pfs", groups: groups, logRank: 0.00008, ratio: ratio, tests: tests, differences: differences, means: means)
}

private func table(
    _ comparisons: [SurvivalComparison], differences: Bool = true, p: Bool = true, style: HouseStyle = .plain
) -> Table {
    StudyResults.with(
        .survival(SurvivalTable(comparisons: comparisons.map(\.id), showsDifferences: differences, showsPValue: p)),
        caption: "Survival by treatment group.", survival: comparisons
    ).table(style: style)
}

@Suite("Tables of survival")
struct SurvivalTableTests {
    @Test("a hazard ratio within strata and a weighted log-rank test say which they are")
    func strata() {
        var results = StudyResults.with(
            .survival(SurvivalTable(comparisons: ["pfs"], showsDifferences: false, showsPValue: true)),
            caption: "Survival.", survival: [pfs(tests: [.of(.flemingHarrington, p: 0.04)])])
        for index in results.endpoints.indices { results.endpoints[index].strata = ["Stage", "ECOG"] }
        let notes = results.table().notes
        #expect(notes.contains { $0.hasSuffix("Hazard ratio stratified by Stage and ECOG.") })
        #expect(notes.contains { $0.contains("In R: ") })
    }

    @Test("a group of nobody has no median, which is not one that was not reached")
    func nobody() {
        let empty = SurvivalGroup.of(
            "RT+IO+T", n: 0, events: 0, .median(.notReached, .notReached, .notReached), rates: [])
        let table = table([.of("pfs", groups: [groups[0], empty])], differences: false)
        #expect(table.texts(2) == ["Median, months (95% CI)", "4.6 (2.8–8.7)", "–", ""])
        #expect(!table.notes.contains { $0.contains("not reached") })
    }

    @Test("one endpoint: a row for each thing known, differences and p-values behind the groups")
    func study() {
        let table = table([pfs(tests: [.of(.gehanBreslow, p: 0.00004)])])
        #expect(table.heads == ["Outcome", "IO+T", "RT+IO+T", "RT+IO+T vs IO+T > Difference (95% CI)", "p value"])
        #expect(
            table.rows.indices.map(table.texts) == [
                ["Patients", "42", "29", "", ""], ["Events, n (%)", "40 (95.2)", "23 (79.3)", "", ""],
                ["Median, months (95% CI)", "4.6 (2.8–8.7)", "12.6 (6.0–NR)", "", ""],
                [
                    "Survival at 6 months, % (95% CI)", "40.5 (25.8–54.7)", "72.4 (52.3–85.1)", "31.9 (9.7–54.1)",
                    "0.005",
                ],
                ["Survival at 12 months, % (95% CI)", "19.0 (8.9–32.2)", "NE^a", "NE", "–^b"],
                [
                    "Mean up to 24 months, months (95% CI)", "7.0 (5.2–8.8)", "12.5 (9.8–15.2)", "5.5 (2.2–8.8)",
                    "0.001",
                ],
                ["Ratio of means (95% CI)", "Reference", "1.78 (1.20–2.60)", "", "0.002"],
                ["Hazard ratio (95% CI)", "Reference", "0.35 (0.20–0.60)", "", "<0.001"],
                ["Log-rank test", "", "", "", "<0.001"], ["Gehan–Breslow test", "", "", "", "<0.001"],
            ])
        #expect(
            table.notes == [
                "Differences of percentages are in percentage points.",
                "p values of rows that name no test: Wald test.",
                "a: Not estimable: the group's last observation is earlier.",
                "b: Not tested: a group's last observation is earlier.",
                "CI, confidence interval; NE, not estimable; NR, not reached (the curve, or its confidence limit, does "
                    + "not come down to 50%).",
            ])
    }

    @Test("without differences and p-values only the groups remain")
    func groupsAlone() {
        let table = table([pfs()], differences: false, p: false)
        #expect(table.heads == ["Outcome", "IO+T", "RT+IO+T"])
        #expect(table.rows.map(\.head.text.plain).last == "Hazard ratio (95% CI)")
        #expect(!table.notes.contains { $0.contains("p value") })
        #expect(
            StudyResults.with(
                .survival(SurvivalTable(comparisons: ["gone"], showsDifferences: true, showsPValue: true))
            ).table().rows.isEmpty)
    }

    @Test("one group has neither ratios nor tests; its last value may be carried forward")
    func oneGroup() {
        let group = SurvivalGroup.of(
            "All patients", n: 9, events: 0, .median(.notReached, .notReached, .notReached),
            rates: [(1, .of(1, 1, 1, notes: [ResultNote(.beyondLastObservation)]))])
        let table = table([.of("pfs", groups: [group])])
        #expect(table.heads == ["Outcome", "All patients"])
        #expect(
            table.rows.indices.map(table.texts) == [
                ["Patients", "9"], ["Events, n (%)", "0 (0.0)"], ["Median, months (95% CI)", "NR (NR–NR)"],
                ["Survival at 1 month, % (95% CI)", "100.0 (100.0–100.0)^a"],
            ])
        #expect(table.notes[0] == "a: The group's last observation is earlier; its last value is carried forward.")
    }

    @Test("several endpoints stand under their names; a test of one name twice says which call it equals")
    func endpoints() {
        let harrington = ["rho = 0", "rho = 1"].map { call in
            var test = TestResult.of(.flemingHarrington, p: 0.02)
            test.equalsInR = call
            return test
        }
        var os = pfs(tests: harrington)
        (os.id, os.endpoint) = ("os", "os")
        let table = table([pfs(), os], differences: false)
        #expect(
            table.rows.filter { $0.kind == .section }.map(\.head.text.plain) == [
                "Progression-free survival", "Overall survival",
            ])
        #expect(table.texts(table.rows.count - 2)[0].hasPrefix("Fleming–Harrington test^"))
        #expect(table.notes.contains { $0.hasSuffix(": In R: rho = 1.") })
    }

    @Test("three groups: a difference and its p-value each, and the tests of all groups behind them")
    func threeGroups() {
        let groups = ["A", "B", "C"].map {
            SurvivalGroup.of(
                $0, n: 9, events: 3, .median(.notReached, .notReached, .notReached), rates: [(6, .of(0.5, 0.3, 0.7))])
        }
        let comparison = SurvivalComparison.of(
            "pfs", groups: groups, logRank: 0.2,
            ratio: .of(
                [
                    .of(.of("arm", "B", "A"), .of(0.5, 0.2, 1.2), p: 0.1),
                    .of(.of("arm", "C", "A"), .of(nil), p: nil, monotone: .noEventsInLevel),
                ], wald: 0.3),
            differences: [
                .init(time: 6, comparison: .of("B", "A", .of(-0.1, -0.3, 0.1), p: 0.4)),
                .init(time: 6, comparison: .of("C", "A", .of(0.2, 0, 0.4), p: 0.04)),
            ])
        let table = table([comparison])
        #expect(
            table.heads == [
                "Outcome", "A", "B", "C", "B vs A > Difference (95% CI)", "B vs A > p", "C vs A > Difference (95% CI)",
                "C vs A > p", "p value",
            ])
        #expect(table.texts(3).suffix(5) == ["−10.0 (−30.0 to 10.0)", "0.400", "20.0 (0.0–40.0)", "0.040", ""])
        #expect(
            table.texts(4) == [
                "Hazard ratio (95% CI)", "Reference", "0.50 (0.20–1.20)", "NE^a", "", "", "", "", "0.300",
            ])
        #expect(table.notes.contains("a: Not estimable: no patient with C had the event."))
    }

    @Test("the whole table")
    func golden() throws {
        expectGolden(try table([pfs()], style: .study).asText, "Tables/survival.txt")
    }
}
