import Results
import Tables
import TestSupport
import Testing

/// Responses of the liver-cancer study; p-values are R's `chisq.test(correct = FALSE)`, and `fisher.test` for PD.
private func response(
    columns: [BaselineTable.Column] = .arms, known: [Int] = [42, 29], missing: [Int] = [0, 0],
    rows: [ResponseTable.Row] = studyRows, emptyLevels: [String] = ["CR"], showsIntervals: Bool = false,
    showsPValue: Bool = true
) -> ResponseTable {
    ResponseTable(
        variable: "response", label: "Best response at 3 months", columns: columns, rows: rows,
        emptyLevels: emptyLevels, known: known, missing: missing, showsIntervals: showsIntervals,
        showsPValue: showsPValue, population: "all", grouping: "arm")
}

private func row(
    _ id: String, _ counts: [Int], members: [String] = [], proportions: [Estimate] = [], test: TestResult? = nil,
    differences: [GroupContrast] = []
) -> ResponseTable.Row {
    ResponseTable.Row(
        id: id, label: id, members: members, counts: counts, proportions: proportions, test: test,
        differences: differences)
}

private let studyRows = [
    row("PR", [15, 20], test: .of(.pearsonChiSquared, p: 0.00574)),
    row("SD", [9, 6], test: .of(.pearsonChiSquared, p: 0.94)),
    row("PD", [18, 3], test: .of(.fisherExact, p: 0.003)),
    row("ORR", [15, 20], members: ["CR", "PR"], test: .of(.pearsonChiSquared, p: 0.00574)),
    row("DCR", [24, 26], members: ["CR", "PR", "SD"], test: .of(.pearsonChiSquared, p: 0.0033)),
]

@Suite("Tables of responses")
struct ResponseTableTests {
    @Test("the study's: levels, then rates in bold below a rule; who had nothing is said")
    func study() throws {
        let table = try StudyResults.with(.response(response())).table(style: .study)
        #expect(table.heads == ["Best response at 3 months", "IO+T (n = 42)", "RT+IO+T (n = 29)", "p value"])
        #expect(
            table.rows.indices.map(table.texts) == [
                ["PR", "15 (35.7)", "20 (69)", "0.006"], ["SD", "9 (21.4)", "6 (20.7)", "0.94"],
                ["PD", "18 (42.9)", "3 (10.3)", "0.003^a"], ["ORR", "15 (35.7)", "20 (69)", "0.006"],
                ["DCR", "24 (57.1)", "26 (89.7)", "0.003"],
            ])
        #expect(table.rows.map(\.hasRuleAbove) == [false, false, false, true, false])
        #expect(table.rows[3].head.text == RichText("ORR", .bold) && table.rows[0].head.text == RichText("PR"))
        #expect(
            table.notes == [
                "Values are n (%).", "No patient had CR.", "ORR, objective response rate: CR + PR.",
                "DCR, disease control rate: CR + PR + SD.",
                "CR, complete response; PD, progressive disease; PR, partial response; SD, stable disease.",
                "Unmarked p values: Pearson's χ² test without continuity correction.",
                "a: Fisher's exact test, used where an expected count was below 5.",
            ])
    }

    @Test("intervals stand in a column of their own under each group; differences behind them")
    func intervals() {
        let difference = GroupContrast.of("RT+IO+T", "IO+T", .of(0.3325, 0.0956, 0.5179), p: 0.006)
        let rate = row(
            "ORR", [15, 20], members: ["PR"], proportions: [.of(0.357, 0.2155, 0.5197), .of(0.69, 0.4917, 0.8472)],
            differences: [difference])
        let table = StudyResults.with(
            .response(response(rows: [rate], emptyLevels: [], showsIntervals: true, showsPValue: false))
        ).table()
        #expect(
            table.heads == [
                "Best response at 3 months", "IO+T (n = 42) > n (%)", "IO+T (n = 42) > 95% CI",
                "RT+IO+T (n = 29) > n (%)", "RT+IO+T (n = 29) > 95% CI",
                "Difference, percentage points (95% CI) > RT+IO+T vs IO+T",
            ])
        #expect(
            table.texts(0) == ["ORR", "15 (35.7)", "21.6–52.0", "20 (69.0)", "49.2–84.7", "33.3 (9.6–51.8)"])
        #expect(!table.rows[0].hasRuleAbove, "there are no levels above to part it from")
        #expect(
            table.notes == [
                "Values are n (%).", "ORR, objective response rate: PR.", "PR, partial response.",
                "Intervals: Clopper–Pearson for percentages, Newcombe for differences.", "CI, confidence interval.",
            ])
    }

    @Test("ratios behind the differences; within strata the notes name them")
    func ratios() {
        var rate = row("ORR", [14, 7], members: ["PR"], test: .of(.cochranMantelHaenszel, p: 0.0996))
        rate.ratios = [.of("RT+IO+T", "IO+T", .of(0.3578, 0.1057, 1.2109), p: 0.0996)]
        var content = response(known: [26, 24], rows: [rate], emptyLevels: [])
        content.ratio = .odds
        content.strata = ["Site"]
        let table = StudyResults.with(.response(content)).table()
        #expect(table.heads.dropFirst(3).first == "Odds ratio (95% CI) > RT+IO+T vs IO+T")
        #expect(table.texts(0).suffix(2) == ["0.36 (0.11–1.21)", "0.100"])
        #expect(
            table.notes.suffix(4) == [
                "Odds ratios: Mantel–Haenszel, with the Robins–Breslow–Greenland interval.",
                "Groups are compared within strata of site.", "p values: Cochran–Mantel–Haenszel test.",
                "CI, confidence interval.",
            ])
        content.rows[0].differences = [.of("RT+IO+T", "IO+T", .of(-0.2, -0.4, 0.1), p: 0.0996)]
        #expect(
            StudyResults.with(.response(content)).table().notes.contains(
                "Groups are compared within strata of site, except for the differences, which are of all patients together."
            ))
        content.strata = []
        content.ratio = .risk
        let risks = StudyResults.with(.response(content)).table()
        #expect(risks.heads.contains("Risk ratio (95% CI) > RT+IO+T vs IO+T"))
        #expect(risks.notes.contains("Risk ratios: interval on the log scale (Katz)."))
    }

    @Test("a difference below zero; a rate of the study's own; a label that is not an abbreviation")
    func negative() {
        let rows = [
            row("Stable", [4, 9]),
            row(
                "Benefit", [4, 9], members: ["Stable"],
                differences: [.of("RT+IO+T", "IO+T", .of(-0.2, -0.4, 0.01), p: nil)]),
        ]
        let table = StudyResults.with(.response(response(rows: rows, emptyLevels: [], showsPValue: false))).table()
        #expect(table.texts(0).last == "–")
        #expect(table.texts(1).last == "−20.0 (−40.0 to 1.0)")
        #expect(
            table.notes == [
                "Values are n (%).", "Benefit: Stable.", "Intervals of differences: Newcombe.",
                "CI, confidence interval.",
            ])
    }

    @Test("missing responses: percentages are of those known, and where the others are")
    func missing() {
        let table = StudyResults.with(
            .response(
                response(
                    columns: [.total] + .arms, known: [69, 40, 29], missing: [2, 2, 0],
                    rows: [row("PR", [35, 15, 20])], emptyLevels: ["CR", "NA"], showsPValue: false))
        ).table()
        #expect(table.texts(0) == ["PR", "35 (50.7)", "15 (37.5)", "20 (69.0)"])
        #expect(
            table.notes.prefix(3) == [
                "Values are n (%); percentages are of patients with a known value.",
                "Best response at 3 months: missing in 2 patients (IO+T 2, RT+IO+T 0).", "No patient had CR or NA.",
            ])
    }

    @Test("three groups, one group, none, no rows, arrays too short")
    func sizes() {
        let arms: [BaselineTable.Column] = ["A", "B", "C"].map { .init(id: $0, label: $0, n: 10) }
        let three = StudyResults.with(
            .response(
                response(
                    columns: arms, known: [10, 10, 10],
                    rows: [
                        row(
                            "PR", [1, 2, 3],
                            differences: ["B", "C"].map { .of($0, "A", .of(0.1, 0, 0.2), p: nil) })
                    ], emptyLevels: [], showsPValue: false))
        ).table()
        #expect(three.heads.suffix(2).map { $0.suffix(6) } == ["B vs A", "C vs A"])
        #expect(three.texts(0).suffix(2) == ["10.0 (0.0–20.0)", "10.0 (0.0–20.0)"])
        let one = StudyResults.with(
            .response(response(columns: [.total], rows: [row("PR", [7])], emptyLevels: [], showsPValue: false))
        ).table()
        #expect(one.texts(0) == ["PR", "7 (16.7)"])
        let none = StudyResults.with(.response(response(columns: [], rows: [], emptyLevels: []))).table()
        #expect(none.rows.isEmpty && none.heads == ["Best response at 3 months", "p value"])
        let short = StudyResults.with(.response(response(rows: [row("PR", [])], showsIntervals: true))).table()
        #expect(short.texts(0) == ["PR", "–", "–", "–", "–", "–^a"])
        #expect(short.notes.contains("a: Not tested."))
    }

    @Test("the whole table")
    func golden() throws {
        let results = StudyResults.with(.response(response()), caption: "Best responses by treatment group.")
        expectGolden(try results.table(style: .study).asText, "Tables/hcc-response.txt")
    }
}
