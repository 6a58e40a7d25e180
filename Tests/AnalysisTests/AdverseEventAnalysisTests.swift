import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct AdverseEventAnalysisTests {
    private static let patients = "id,arm\n1,A\n2,A\n3,A\n4,B\n5,B\n6,B\n"

    /// Patient 1 has a rash twice, at worst grade 3; patient 4 a fatal fever; patient 5 a fever without grade; one row of
    /// patient 6 has no term.
    private static let events = """
        id,term,grade
        1,Rash,1
        1,Rash,3
        2,Rash,2
        4,Fever,5
        4,Rash,4
        5,Fever,
        6,,2
        3,Cough,1
        6,Anaemia,1

        """

    private func plan(
        source: String = "events", term: String = "term", grade: String = "grade", terms: [String] = [],
        minimum: Double = 0, total: Bool = false, p: Bool = true
    ) -> AdverseEventPlan {
        AdverseEventPlan(
            source: named(source), term: named(term), grade: named(grade),
            severities: [
                .init(label: "Any grade", lowest: 1, highest: nil), .init(label: "Grade 3–4", lowest: 3, highest: 4),
            ], all: "All adverse events", terms: terms.map(named), minimumPercent: minimum, by: nil, population: nil,
            showsTotal: total, showsPValue: p)
    }

    private func table(
        _ plan: AdverseEventPlan, events: String = events, isLinked: Bool = true
    ) throws -> (table: AdverseEventTable?, sink: DiagnosticSink) {
        let study = try WrittenStudy(
            "arms: { column: arm, order: [A, B] }\n", patients: Self.patients,
            files: [("events", events, isLinked)])
        return (AdverseEventAnalysis(study.context).table(for: plan, reporting: study.sink), study.sink)
    }

    @Test func `each patient counts once, at the worst grade`() throws {
        let table = try #require(try table(plan(total: true)).table)
        #expect(table.columns.map(\.id) == ["total", "A", "B"])
        #expect(table.rows.map(\.id) == ["all", "Rash", "Anaemia", "Cough", "Fever"])
        #expect(table.rows.map(\.isAll) == [true, false, false, false, false])
        // Everyone but patient 5 has some graded event.
        #expect(table.rows[0].counts == [[5, 3, 2], [1, 1, 0]])
        #expect(table.rows[1].counts == [[3, 2, 1], [2, 1, 1]])
        // A worst grade of 5 is not within 3 to 4.
        #expect(table.rows[4].counts == [[1, 0, 1], [0, 0, 0]])
        #expect(table.incompleteRecords == 2)
        #expect(table.termsLeftOut == 0)
    }

    /// 2 of 3 against 1 of 3 is as near to independence as these margins allow: p = 1.
    @Test func `groups are compared where somebody has the event`() throws {
        let table = try #require(try table(plan()).table)
        #expect(table.rows[1].tests[0]?.method == .fisherExact)
        #expect(abs((table.rows[1].tests[0]?.pValue ?? 0) - 1) < 1e-12)
        #expect(table.rows[2].tests[1] == nil)
        #expect(table.showsPValue)
        let without = try #require(try self.table(plan(p: false)).table)
        #expect(without.rows.flatMap(\.tests).allSatisfy { $0 == nil })
    }

    @Test func `rare terms are left out`() throws {
        // One of three is 33.3 %, two are 66.7 %.
        let table = try #require(try table(plan(minimum: 50)).table)
        #expect(table.rows.map(\.id) == ["all", "Rash"])
        #expect(table.termsLeftOut == 3)
    }

    @Test func `listed terms stand in their order, with a warning for what does not occur`() throws {
        let (table, sink) = try table(plan(terms: ["Fever", "Coughs", "Rash"]))
        #expect(table?.rows.map(\.id) == ["all", "Fever", "Coughs", "Rash"])
        #expect(table?.rows[2].counts == [[0, 0], [0, 0]])
        #expect(table?.termsLeftOut == 2)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: warning: term 'Coughs' doesn't occur in 'events' [absent-level]
                   note: it is kept with a count of 0
                   help: did you mean 'Cough'?
                """)
    }

    @Test func `the order of the rows changes nothing`() throws {
        #expect(try table(plan()).table == table(plan(), events: reversedRows(Self.events)).table)
    }

    @Test func `no events at all`() throws {
        let table = try #require(try table(plan(), events: "id,term,grade\n").table)
        #expect(table.rows.map(\.counts) == [[[0, 0], [0, 0]]])
        #expect(table.rows[0].tests == [nil, nil])
    }

    @Test func `grades must be grades`() throws {
        let (table, sink) = try table(plan(), events: "id,term,grade\n1,Rash,mild\n2,Rash,3.0\n3,Rash,33\n")
        #expect(table == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: 'grade' must be a grade from 0 to 5, found 'mild' in 'events.csv' \
                [unparsable-number]
                   help: correct the cell; leave it empty where the grade is not known

                study.yaml:1:1: error: 'grade' must be a grade from 0 to 5, found '33' in 'events.csv' \
                [unparsable-number]
                   help: correct the cell; leave it empty where the grade is not known
                """)
    }

    @Test func `columns must exist`() throws {
        let (table, sink) = try table(plan(term: "terms"))
        #expect(table == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: column 'terms' doesn't exist in 'events.csv' [unknown-column]
                   help: did you mean 'term'?
                """)
    }

    @Test func `the file must be linked to patients`() throws {
        let (table, sink) = try table(plan(), isLinked: false)
        #expect(table == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: data file 'events' needs 'patient' [missing-key]
                   help: add 'patient: id', its column that holds the patient's key
                """)
    }
}
