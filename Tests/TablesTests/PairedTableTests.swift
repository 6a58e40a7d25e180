import Results
import Tables
import Testing

private func change(_ level: String, _ before: Int, _ after: Int, _ only: (Int, Int), _ value: Double?)
    -> PairedTable.Change
{
    PairedTable.Change(
        level: level, before: before, after: after, onlyBefore: only.0, onlyAfter: only.1,
        difference: .of(value, value.map { $0 - 0.1 }, value.map { $0 + 0.1 }))
}

private let binary = [
    PairedTable.Level(id: "no", label: "No", members: ["no"]), .init(id: "yes", label: "Yes", members: ["yes"]),
]

private func pain(_ cells: [PairedTable.Cell]) -> PairedTable.Row {
    PairedTable.Row(before: "pain_0", after: "pain_1", label: "Pain", levels: binary, cells: cells)
}

private func cell(_ test: TestResult, missing: Int = 0) -> PairedTable.Cell {
    PairedTable.Cell(
        known: 35, missing: missing, counts: [[8, 5], [12, 10]],
        changes: [change("no", 13, 20, (5, 12), 0.2), change("yes", 22, 15, (12, 5), -0.2)],
        test: test)
}

private func paired(
    _ rows: [PairedTable.Row], columns: [String] = ["total"], names: [String] = [],
    rule: PairedTable.TestRule = .exactOrCorrected
) -> PairedTable {
    PairedTable(
        columns: columns.map { .init(id: $0, label: $0 == "total" ? "Total" : $0, n: 40) }, rows: rows, names: names,
        rule: rule, exactBelow: 25, showsPValue: true, showsDifferences: true, population: "all",
        grouping: columns == ["total"] ? nil : "arm")
}

@Suite("Tables of measurements before and after")
struct PairedTableTests {
    @Test("one group is a row, with those who changed in each direction")
    func row() {
        let table = StudyResults.with(.paired(paired([pain([cell(.of(.mcNemarExact, p: 0.143), missing: 5)])]))).table()
        #expect(
            table.heads == [
                "Measurement", "n", "Before, n (%)", "After, n (%)", "Only before, n", "Only after, n",
                "Difference, percentage points (95% CI)", "p value",
            ])
        #expect(
            table.texts(0) == [
                "Pain: Yes", "35", "22 (62.9)", "15 (42.9)", "12", "5", "−20.0 (−30.0 to −10.0)", "0.143",
            ])
        #expect(
            table.notes == [
                "Values are n (%) of the patients whose values are known both times; “only before” counts those who had the "
                    + "level then and not the other time.",
                "Pain: missing in 5 patients.",
                "Differences: after less before, with Newcombe's interval for paired proportions.",
                "p values: McNemar's exact test.",
                "McNemar's test is exact where fewer than 25 patients changed, else with continuity correction.",
                "CI, confidence interval.",
            ])
    }

    @Test("groups stand under their pair, each with its own test")
    func groups() {
        let cells = [cell(.of(.mcNemarExact, p: 0.143)), cell(.of(.mcNemarCorrected, p: 0.04))]
        let table = StudyResults.with(
            .paired(paired([pain(cells)], columns: ["A", "B"], names: ["Baseline", "Week 12"]))
        ).table()
        #expect(table.heads[2...5] == ["Baseline, n (%)", "Week 12, n (%)", "Only baseline, n", "Only week 12, n"])
        #expect(table.rows.indices.map { table.texts($0)[0] } == ["Pain: Yes", "A", "B"])
        #expect(table.texts(1).last == "0.143")
        #expect(table.texts(2).last == "0.040^a")
        #expect(table.notes.contains("a: McNemar's test with continuity correction."))
        #expect(
            table.notes.contains("Each group is compared with itself; the groups are not compared with each other."))
    }

    @Test("several levels stand under the pair, whose test is of all")
    func levels() {
        let levels = ["none", "mild", "severe"].map { PairedTable.Level(id: $0, label: $0, members: [$0]) }
        let own = PairedTable.Cell(
            known: 30, missing: 0, counts: [[5, 2, 1], [4, 6, 2], [3, 4, 3]],
            changes: [
                change("none", 8, 12, (3, 7), 0.133), change("mild", 12, 12, (6, 6), 0),
                change("severe", 10, 6, (7, 3), -0.133),
            ], test: .of(.mcNemarBowker, p: 0.4))
        let row = PairedTable.Row(before: "g0", after: "g1", label: "Grade", levels: levels, cells: [own])
        let table = StudyResults.with(.paired(paired([row], rule: .exact))).table()
        #expect(table.texts(0) == ["Grade", "30", "", "", "", "", "", "0.400"])
        #expect(table.texts(1)[0...3] == ["none", "", "8 (26.7)", "12 (40.0)"])
        #expect(table.notes.contains("p values: McNemar–Bowker test of symmetry."))
    }

    @Test("what was not tested says why")
    func untested() {
        var test = TestResult.of(.mcNemarExact, p: nil)
        test.notes = [ResultNote(.noDiscordantPairs)]
        let table = StudyResults.with(.paired(paired([pain([cell(test)])]))).table()
        #expect(table.texts(0).last == "–^a")
        #expect(table.notes.contains("a: Not tested: no patient changed."))
    }
}
