import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct ResponseAnalysisTests {
    private static let yaml = """
        arms: { column: arm, order: [A, B], reference: A }
        variables:
          response: { levels: [CR, PR, SD, PD] }
          dose: { type: continuous }
        populations:
          only_a: { label: Arm A, where: arm == "A" }

        """

    /// | arm | PR | SD | PD | missing |
    /// |-----|----|----|----|---------|
    /// | A   | 2  | 1  | 1  | 1       |
    /// | B   | 0  | 1  | 3  | 0       |
    private static let patients = """
        id,arm,response,dose
        1,A,PR,1
        2,A,PR,1
        3,A,SD,1
        4,A,PD,1
        5,A,,1
        6,B,SD,1
        7,B,PD,1
        8,B,PD,1
        9,B,PD,2

        """

    private func plan(
        _ variable: String = "response", by: String? = nil, in population: String? = nil, total: Bool = false,
        rates: [(String, [String])] = [("ORR", ["CR", "PR"]), ("DCR", ["CR", "PR", "SD"])]
    ) -> ResponsePlan {
        ResponsePlan(
            variable: named(variable),
            rates: rates.map { .init(name: named($0), members: $1.map(named)) }, by: by.map(named),
            population: population.map(named), showsTotal: total, showsPValue: true, showsIntervals: true,
            showsDifferences: true)
    }

    private func table(
        _ plan: ResponsePlan, patients: String = patients, yaml: String = yaml
    ) throws -> (table: ResponseTable?, sink: DiagnosticSink) {
        let study = try WrittenStudy(yaml, patients: patients)
        return (ResponseAnalysis(study.context).table(for: plan, reporting: study.sink), study.sink)
    }

    @Test func `counts are of levels, then rates`() throws {
        let table = try #require(try table(plan(total: true)).table)
        #expect(table.columns.map(\.id) == ["total", "A", "B"])
        #expect(table.columns.map(\.n) == [9, 5, 4])
        #expect(table.known == [8, 4, 4])
        #expect(table.missing == [1, 1, 0])
        #expect(table.rows.map(\.id) == ["PR", "SD", "PD", "ORR", "DCR"])
        #expect(table.rows.map(\.counts) == [[2, 2, 0], [2, 1, 1], [4, 1, 3], [2, 2, 0], [4, 3, 1]])
        #expect(table.emptyLevels == ["CR"])
        #expect(table.rows[3].members == ["CR", "PR"])
    }

    /// 2 of 4 against 0 of 4: of the 28 tables with these margins those with 2 or 0 responders in A are the least
    /// probable, 6/28 each, so p = 12/28. The upper limit of 0 of 4 is 1 − 0.025^¼ = 0.602365.
    @Test func `proportions and tests by hand`() throws {
        let rate = try #require(try table(plan()).table?.rows.first { $0.id == "ORR" })
        #expect(rate.test?.method == .fisherExact)
        #expect(abs((rate.test?.pValue ?? 0) - 12.0 / 28) < 1e-12)
        #expect(rate.proportions.map(\.value) == [0.5, 0])
        #expect(rate.proportions[1].interval?.lower == 0)
        #expect(abs((rate.proportions[1].interval?.upper ?? 0) - 0.6023646356) < 1e-9)
    }

    /// Wilson's limits of 2/4 are 0.5 ± 0.349961, those of 0/4 are 0 and z²/(4 + z²) = 0.489891. B less A is −0.5 with
    /// the limits −0.5 − √(0² + 0.349961²) and −0.5 + √(0.489891² + 0.349961²).
    @Test func `differences by hand`() throws {
        let rate = try #require(try table(plan()).table?.rows.first { $0.id == "ORR" })
        #expect(rate.differences.map(\.group) == ["B"])
        #expect(rate.differences.map(\.reference) == ["A"])
        let contrast = try #require(rate.differences.first?.contrast)
        #expect(contrast.estimate.value == -0.5)
        #expect(abs((contrast.estimate.interval?.lower ?? 0) + 0.849961) < 1e-5)
        #expect(abs((contrast.estimate.interval?.upper ?? 0) - 0.102052) < 1e-5)
        #expect(abs((contrast.test.pValue ?? 0) - 12.0 / 28) < 1e-12)
    }

    @Test func `the order of the rows changes nothing`() throws {
        let other = try table(plan(total: true), patients: reversedRows(Self.patients)).table
        #expect(try table(plan(total: true)).table == other)
    }

    @Test func `nobody responds`() throws {
        let patients = "id,arm,response,dose\n1,A,PD,1\n2,A,PD,1\n3,B,PD,1\n"
        let table = try #require(try table(plan(), patients: patients).table)
        #expect(table.rows.map(\.id) == ["PD", "ORR", "DCR"])
        #expect(table.emptyLevels == ["CR", "PR", "SD"])
        #expect(table.rows[1].counts == [0, 0])
        #expect(table.rows[1].test?.statistic == nil)
        #expect(table.rows[1].differences[0].contrast.estimate.value == 0)
    }

    @Test func `all responses are missing`() throws {
        let patients = "id,arm,response,dose\n1,A,,1\n2,B,,1\n"
        let table = try #require(try table(plan(), patients: patients).table)
        #expect(table.known == [0, 0])
        #expect(table.missing == [1, 1])
        #expect(table.rows.map(\.id) == ["ORR", "DCR"])
        #expect(table.rows[0].proportions.map(\.value) == [nil, nil])
        #expect(table.rows[0].proportions[0].notes == [ResultNote(.noPatients)])
    }

    @Test func `one arm is empty`() throws {
        let table = try #require(try table(plan(in: "only_a")).table)
        #expect(table.columns.map(\.n) == [5, 0])
        #expect(table.rows.map(\.counts) == [[2, 0], [1, 0], [1, 0], [2, 0], [3, 0]])
        #expect(table.rows[0].differences[0].contrast.estimate.value == nil)
        #expect(table.population == "only_a")
    }

    @Test func `without arms there is only the total`() throws {
        let yaml = "variables:\n  response: { levels: [CR, PR, SD, PD] }\n"
        let table = try #require(try table(plan(), yaml: yaml).table)
        #expect(table.columns.map(\.id) == ["total"])
        #expect(table.rows[0].test == nil)
        #expect(!table.showsPValue)
        #expect(table.grouping == nil)
    }

    @Test func `numbers are no responses`() throws {
        let (table, sink) = try table(plan("dose"))
        #expect(table == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: response 'dose' must be categorical [wrong-type]
                   help: declare its levels: dose: { levels: [CR, PR, SD, PD] }
                """)
    }

    /// Without declared levels the data's are all there are.
    @Test func `a member that does not occur is named once`() throws {
        let yaml = "arms: { column: arm, order: [A, B] }\nvariables:\n  response: { type: categorical }\n"
        let (table, sink) = try table(plan(rates: [("ORR", ["CR", "PR"]), ("X", ["CR", "pr"])]), yaml: yaml)
        #expect(table?.emptyLevels == ["CR", "pr"])
        #expect(!sink.hasErrors)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: warning: level 'CR' of 'response' doesn't occur in the data [absent-level]
                   note: its rate counts nobody for it
                   help: did you mean 'PR'?

                study.yaml:1:1: warning: level 'pr' of 'response' doesn't occur in the data [absent-level]
                   note: its rate counts nobody for it
                   help: did you mean 'PR'?
                """)
    }

    @Test func `a weighted population is not counted`() throws {
        let study = try WrittenStudy(Self.yaml, patients: Self.patients)
        var context = study.context
        context.populations["only_a"]?.weights = (0..<9).map { Double($0 + 1) }
        #expect(ResponseAnalysis(context).table(for: plan(in: "only_a"), reporting: study.sink) == nil)
        expectMessages(
            study.sink,
            equal: """
                study.yaml:1:1: error: population 'only_a' is weighted, and this table counts patients [wrong-type]
                   help: name a population that is made by 'where' or 'match'
                """)
    }
}
