import Results
import Tables
import TestSupport
import Testing

/// The first rows of the liver-cancer study's table of adverse events.
private func events(
    columns: [BaselineTable.Column] = .arms, rows: [AdverseEventTable.Row] = studyRows, left: Int = 0,
    incomplete: Int = 0, showsPValue: Bool = true, severities: [AdverseEventTable.Severity] = bothSeverities
) -> AdverseEventTable {
    AdverseEventTable(
        columns: columns, severities: severities, rows: rows, termsLeftOut: left, incompleteRecords: incomplete,
        showsPValue: showsPValue, source: "adverse_events", population: "all", grouping: "arm")
}

private let bothSeverities: [AdverseEventTable.Severity] = [
    .init(label: "Any grade", lowest: 1, highest: nil), .init(label: "Grade 3–4", lowest: 3, highest: 4),
]

private func row(
    _ label: String, _ any: [Int], _ severe: [Int], _ tests: [TestResult?], isAll: Bool = false
) -> AdverseEventTable.Row {
    AdverseEventTable.Row(id: label, label: label, isAll: isAll, counts: [any, severe], tests: tests)
}

private let studyRows = [
    row(
        "All adverse events", [40, 29], [12, 18], [.of(.fisherExact, p: 0.5099), .of(.pearsonChiSquared, p: 0.005)],
        isAll: true),
    row("Anorexia", [23, 17], [0, 0], [.of(.pearsonChiSquared, p: 0.747), nil]),
    row("Vomiting", [1, 1], [0, 0], [.of(.fisherExact, p: 1), nil]),
    row(
        "Thrombocytopenia", [13, 22], [1, 7],
        [.of(.pearsonChiSquared, p: 0.0002), .of(.fisherExact, p: 0.0067)]),
    row("Anemia", [9, 12], [3, 6], [.of(.pearsonChiSquared, p: 0.0701), .of(.fisherExact, p: 0.146)]),
]

@Suite("Tables of adverse events")
struct AdverseEventsTableTests {
    @Test("the study's: each group spans the grades, and so do the p-values")
    func study() throws {
        let table = try StudyResults.with(.adverseEvents(events())).table(style: .study)
        #expect(
            table.heads == [
                "Adverse event", "IO+T (n = 42) > Any grade", "IO+T (n = 42) > Grade 3–4",
                "RT+IO+T (n = 29) > Any grade", "RT+IO+T (n = 29) > Grade 3–4", "p value > Any grade",
                "p value > Grade 3–4",
            ])
        #expect(
            table.rows.indices.map(table.texts) == [
                ["All adverse events", "40 (95.2)", "12 (28.6)", "29 (100)", "18 (62.1)", "0.51", "0.005^a"],
                ["Anorexia", "23 (54.8)", "0 (0)", "17 (58.6)", "0 (0)", "0.747^a", "–"],
                ["Vomiting", "1 (2.4)", "0 (0)", "1 (3.4)", "0 (0)", ">0.999", "–"],
                ["Thrombocytopenia", "13 (31)", "1 (2.4)", "22 (75.9)", "7 (24.1)", "<0.001^a", "0.007"],
                ["Anemia", "9 (21.4)", "3 (7.1)", "12 (41.4)", "6 (20.7)", "0.07^a", "0.146"],
            ])
        #expect(table.rows.map(\.hasRuleAbove) == [false, true, false, false, false])
        #expect(table.rows[0].head.text == RichText("All adverse events", .bold))
        #expect(
            table.notes == [
                "Values are n (%); in each row a patient counts once, at the worst grade.",
                "Unmarked p values: Fisher's exact test, used where an expected count was below 5.",
                "–, not tested, since no patient had the event.",
                "a: Pearson's χ² test without continuity correction.",
            ])
    }

    @Test("a dash that is not for want of events says why it is there")
    func notTested() {
        let constant = TestResult.of(.fisherExact, p: nil, notes: [ResultNote(.constant)])
        let table = StudyResults.with(.adverseEvents(events(rows: [row("All", [42, 29], [1, 0], [constant, nil])])))
            .table()
        #expect(table.texts(0).suffix(2) == ["–^a", "–^b"])
        #expect(table.notes.suffix(2) == ["a: Not tested: all values are equal.", "b: Not tested."])
        #expect(!table.notes.contains { $0.hasPrefix("–") })
    }

    @Test(
        "what is not in the table is said",
        arguments: [
            (
                1, 1,
                [
                    "1 further term is not shown.",
                    "1 record of adverse_events without a term or a grade is not counted.",
                ]
            ),
            (
                12, 3,
                [
                    "12 further terms are not shown.",
                    "3 records of adverse_events without a term or a grade are not counted.",
                ]
            ), (0, 0, []),
        ])
    func leftOut(terms: Int, incomplete: Int, notes: [String]) {
        let table = StudyResults.with(
            .adverseEvents(events(rows: [], left: terms, incomplete: incomplete, showsPValue: false))
        ).table()
        #expect(table.notes == ["Values are n (%); in each row a patient counts once, at the worst grade."] + notes)
    }

    @Test("the total alone, without p-values; no severities; arrays too short; a long name")
    func sizes() {
        let long = String(repeating: "Palmar-plantar erythrodysaesthesia syndrome ", count: 5)
        let total = StudyResults.with(
            .adverseEvents(events(columns: [.total], rows: [row(long, [7], [0], [])], showsPValue: false))
        ).table()
        #expect(total.heads == ["Adverse event", "Total (n = 71) > Any grade", "Total (n = 71) > Grade 3–4"])
        #expect(total.texts(0) == [long, "7 (9.9)", "0 (0.0)"])
        let none = StudyResults.with(.adverseEvents(events(severities: []))).table()
        #expect(none.heads == ["Adverse event"] && none.spanningHeads.isEmpty && none.texts(0).count == 1)
        let short = StudyResults.with(
            .adverseEvents(events(rows: [.init(id: "x", label: "x", isAll: false, counts: [[1]], tests: [])]))
        ).table()
        #expect(short.texts(0) == ["x", "1 (2.4)", "–", "–", "–", "–^a", "–"])
    }

    @Test("the whole table")
    func golden() throws {
        let results = StudyResults.with(.adverseEvents(events()), caption: "Adverse events by treatment group.")
        expectGolden(try results.table(style: .study).asText, "Tables/hcc-adverse-events.txt")
    }
}
