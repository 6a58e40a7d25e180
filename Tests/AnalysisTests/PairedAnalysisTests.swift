import Diagnostics
import Results
import StudyFiles
import Testing

@testable import Analysis

/// Tables of variables measured twice. The p-values are R's: `mcnemar.test`, `binom.test`.
@Suite struct PairedAnalysisTests {
    private static let yaml = """
        arms: { column: arm, order: [A, B], reference: A }
        variables:
          pain_0: { label: Pain, levels: ["no", "yes"] }
          pain_1: { levels: ["no", "yes"] }
          grade_0: { label: Grade, levels: [none, mild, severe, fatal] }
          grade_1: { levels: [none, mild, severe, fatal] }
          other: { levels: [left, right] }
          age: {}

        """

    /// Pairs by arm: yes–yes, yes–no, no–yes, no–no.
    private static func patients(_ a: [Int], _ b: [Int], missing: Int = 0) -> String {
        var lines = ["id,arm,pain_0,pain_1,grade_0,grade_1,other,age"]
        let kinds = [("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")]
        let grades = ["none", "mild", "severe"]
        for (arm, counts) in [("A", a), ("B", b)] {
            for (kind, count) in zip(kinds, counts) {
                for _ in 0..<count {
                    let n = lines.count
                    lines.append("\(n),\(arm),\(kind.0),\(kind.1),\(grades[n % 3]),\(grades[n * n % 3]),left,\(n)")
                }
            }
        }
        for _ in 0..<missing { lines.append("\(lines.count),A,,yes,,none,left,1") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func plan(
        _ pairs: [(String, String)] = [("pain_0", "pain_1")], event: [String] = [],
        rule: PairedTable.TestRule = .exactOrCorrected, exactBelow: Int = 25, isUndivided: Bool = false,
        showsTotal: Bool = true
    ) -> PairedPlan {
        PairedPlan(
            pairs: pairs.map {
                .init(before: named($0.0), after: named($0.1), label: nil, event: event.map(named))
            },
            rule: rule, exactBelow: exactBelow, isUndivided: isUndivided, showsTotal: showsTotal, showsPValue: true,
            showsDifferences: true)
    }

    private func table(_ plan: PairedPlan, _ patients: String) throws -> (table: PairedTable?, sink: DiagnosticSink) {
        let study = try WrittenStudy(Self.yaml, patients: patients)
        return (PairedAnalysis(study.context).table(for: plan, reporting: study.sink), study.sink)
    }

    @Test func `counts of each kind, by arm and together`() throws {
        let table = try #require(try table(plan(), Self.patients([10, 12, 5, 8], [3, 20, 10, 4], missing: 2)).table)
        let cells = table.rows[0].cells
        #expect(table.columns.map(\.id) == ["total", "A", "B"])
        #expect(cells.map(\.known) == [72, 35, 37])
        #expect(cells.map(\.missing) == [2, 2, 0])
        #expect(cells[1].counts == [[8, 5], [12, 10]])
        let change = cells[1].changes[1]
        #expect(change.level == "yes")
        #expect([change.before, change.after, change.onlyBefore, change.onlyAfter] == [22, 15, 12, 5])
        #expect(abs((change.difference.value ?? 0) + 7.0 / 35) < 1e-15)
    }

    /// binom.test(12, 17) and mcnemar.test(matrix(c(3, 20, 10, 4), 2)).
    @Test func `few discordant pairs are tested exactly, many with correction`() throws {
        let patients = Self.patients([10, 12, 5, 8], [3, 20, 10, 4])
        let cells = try #require(try table(plan(), patients).table).rows[0].cells
        #expect(cells.map(\.test.method) == [.mcNemarCorrected, .mcNemarExact, .mcNemarCorrected])
        #expect(abs((cells[1].test.pValue ?? 0) - 0.14346313476562506) < 1e-12)
        #expect(abs((cells[2].test.statistic ?? 0) - 2.7) < 1e-12)
        #expect(abs((cells[2].test.pValue ?? 0) - 0.10034824646229074) < 1e-12)
        let fixed = try #require(try table(plan(exactBelow: 17), patients).table).rows[0].cells
        #expect(fixed[1].test.method == .mcNemarCorrected)
        for (rule, method) in [
            (PairedTable.TestRule.exact, TestResult.Method.mcNemarExact), (.corrected, .mcNemarCorrected),
            (.uncorrected, .mcNemar),
        ] {
            let own = try #require(try table(plan(rule: rule), patients).table).rows[0].cells
            #expect(own.allSatisfy { $0.test.method == method })
        }
    }

    @Test func `several levels are tested for symmetry, without those that nobody has`() throws {
        let cell = try #require(
            try table(
                plan([("grade_0", "grade_1")], isUndivided: true), Self.patients([10, 12, 5, 8], [3, 20, 10, 4])
            ).table)
        #expect(cell.rows[0].levels.map(\.id) == ["none", "mild", "severe"])
        let only = cell.rows[0].cells[0]
        #expect(only.test.method == .mcNemarBowker)
        #expect(only.test.degreesOfFreedom == [3])
        #expect(only.changes.map(\.level) == ["none", "mild", "severe"])
        #expect(only.changes.map(\.before).reduce(0, +) == only.known)
    }

    @Test func `levels of the event count as one`() throws {
        let row = try #require(
            try table(
                plan([("grade_0", "grade_1")], event: ["mild", "severe"], isUndivided: true),
                Self.patients([10, 12, 5, 8], [3, 20, 10, 4])
            ).table
        ).rows[0]
        #expect(row.levels.map(\.members) == [["none", "fatal"], ["mild", "severe"]])
        #expect(row.levels[1].label == "mild + severe")
        #expect(row.shownChanges(of: row.cells[0]).map(\.level) == ["mild + severe"])
    }

    @Test func `without an answer there is a reason`() throws {
        let unchanged = try #require(
            try table(plan(isUndivided: true), Self.patients([4, 0, 0, 3], [1, 0, 0, 1])).table)
        #expect(unchanged.rows[0].cells[0].test.pValue == nil)
        #expect(unchanged.rows[0].cells[0].test.notes == [ResultNote(.noDiscordantPairs)])
        let unknown = try #require(
            try table(plan(), "id,arm,pain_0,pain_1,grade_0,grade_1,other,age\n1,A,,yes,,,,1\n").table)
        for cell in unknown.rows[0].cells {
            #expect(cell.known == 0)
            #expect(cell.test.notes == [ResultNote(.noPatients)])
            #expect(cell.changes[0].difference.value == nil)
        }
    }

    @Test func `variables without a common level are refused`() throws {
        let (table, sink) = try table(plan([("pain_0", "other")]), Self.patients([4, 1, 2, 3], [1, 0, 0, 1]))
        #expect(table == nil)
        #expect(
            sink.diagnostics.map(\.summary).contains(
                "'other' has no level of 'pain_0', with which it is compared"))
        let (none, numbers) = try self.table(plan([("age", "pain_1")]), Self.patients([4, 1, 2, 3], [1, 0, 0, 1]))
        #expect(none == nil)
        #expect(numbers.diagnostics.map(\.summary).contains("measurement 'age' must be categorical"))
    }

    @Test func `the order of the rows changes nothing`() throws {
        let patients = Self.patients([10, 12, 5, 8], [3, 20, 10, 4], missing: 3)
        #expect(try table(plan(), patients).table == table(plan(), reversedRows(patients)).table)
    }
}
