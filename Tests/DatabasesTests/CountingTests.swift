import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Databases

/// Results from counts that the database makes are those from its rows.
@Suite struct CountingTests {
    private static let server: Result<PostgreSQLServer, any Error> = Result {
        let server = try PostgreSQLServer()
        try server.run("CREATE SCHEMA registry; CREATE TABLE registry.people (\(Registry.columns))")
        try server.run(Registry.fill("registry.people", patients: 4000))
        try server.run("ANALYZE")
        return server
    }

    private func study(
        pushDown: String = "always", _ edit: (String) -> String = { $0 }
    ) throws -> Study {
        try Registry.read(edit(Registry.study(try Self.server.get().address(), pushDown: pushDown)))
    }

    @Test func countsGiveTheNumbersOfTheRows() throws {
        let rows = try Registry.resultsOfRows(try study())
        let counts = try Registry.resultsOfCounts(try study())
        #expect(rows.survival.count > 4)
        #expect(rows.cohort.exclusions[0].n > 0)
        try expectSame(counts, rows)
    }

    /// Patients of other seeds: so few that hardly any are alike, and so many that most are; with a
    /// covariate that is a number; by Breslow's ties.
    @Test(arguments: [(-0.75, 60), (0.5, 250), (0.125, 1500), (-0.25, 6000)])
    func countsOfRandomPatientsGiveTheirNumbers(seed: Double, patients: Int) throws {
        let server = try Self.server.get()
        let table = "registry.people_of_\(patients)"
        try server.run(
            "CREATE TABLE \(table) (\(Registry.columns)); \(Registry.fill(table, patients: patients, seed: seed))")
        let text = Registry.study(server.address(), table: table, pushDown: "always")
        let edits: [(String) -> String] = [
            { $0 },
            {
                $0.replacing(
                    "rows: [age_group, stage, smoker, arm, fit]", with: "rows: [age, stage, smoker, arm, fit]")
            },
            { $0.replacing("arms:", with: "conventions: { ties: breslow }\narms:") },
        ]
        // The many are counted once: their rows take long.
        for edit in edits.prefix(patients < 1000 ? 3 : 1) {
            let study = try Registry.read(edit(text))
            try expectSame(try Registry.resultsOfCounts(study), try Registry.resultsOfRows(study))
        }
    }

    /// Expects the same numbers to the last bit.
    private func expectSame(
        _ counts: StudyResults, _ rows: StudyResults, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        var (left, right) = (counts, rows)
        // The script reads rows in any case; its numbers beside R's are those of the results.
        (left.replication, right.replication) = (nil, nil)
        let found = try differences(left, right)
        #expect(found == [], sourceLocation: sourceLocation)
    }

    /// Parts whose needs another's table meets have no table of their own.
    @Test func partsShareTables() throws {
        let plan = try #require(try DatabaseReader().countingPlan(of: study()))
        #expect(plan.tables.flatMap(\.planParts).count == 10)
        #expect(plan.tables.count < 10)
        #expect(plan.rows == 4000)
        #expect(plan.tables.allSatisfy { $0.estimate != nil })
        // A number that is only compared is counted by intervals.
        let baseline = try #require(plan.tables.first { $0.planParts.contains(.table("baseline")) })
        #expect(baseline.statement.contains(#"CASE WHEN d."age" IS NULL THEN NULL"#))
        #expect(!baseline.statement.contains(#" d."size_cm" AS"#))
    }

    @Test func whatNeedsRowsIsSaidWithItsReason() throws {
        let plan = try #require(
            try DatabaseReader().countingPlan(
                of: study {
                    $0.replacing("rows: [age_group, stage, smoker, fit] }", with: "rows: [age_group, bmi] }")
                        .replacing("  never_used:", with: "  bmi: { formula: size_cm / ecog }\n  never_used:")
                        .replacing("    multivariable: {", with: "    robust: true\n    multivariable: {")
                }))
        #expect(
            plan.refusals == [
                .init(part: "table 'baseline'", reason: "quantiles and ranks of 'bmi' need each patient's number"),
                .init(part: "table 'models'", reason: "a robust variance adds up each patient's influence"),
            ])
        #expect(plan.reasonForRows == "counts are not enough for all parts of the plan")
    }

    /// Few rows are read as they are; many are counted; 'never' and 'always' mean what they say.
    @Test(arguments: [("auto", "there are few rows"), ("never", "'push_down' is 'never'"), ("always", nil)])
    func theChoiceIsTheStudys(choice: String, reason: String?) throws {
        #expect(try #require(try DatabaseReader().countingPlan(of: study(pushDown: choice))).reasonForRows == reason)
    }

    /// A date that cannot be is a fault of a row, which the counts cannot name.
    @Test func faultsOfTheDataAreLeftToTheRows() throws {
        let server = try Self.server.get()
        try server.run(
            """
            CREATE TABLE registry.faulty AS SELECT * FROM registry.people;
            UPDATE registry.faulty SET death_date = start_date - 1 WHERE id = 17
            """)
        let study = try Registry.read(
            Registry.study(server.address(), table: "registry.faulty", pushDown: "auto"))
        let reader = DatabaseReader()
        let plan = try #require(try reader.countingPlan(of: study))
        let counted = try reader.count(study, by: plan, reporting: .init(), reportsFaults: false)
        #expect(counted == nil)
    }

    @Test func whatNeedsRowsIsAMessage() {
        let reason = "table 'baseline' needs rows, because quantiles and ranks of 'age' need each patient's number"
        #expect(
            DiagnosticFormatter().format(needsRows(reason, at: SourceLocation(file: "study.yaml", line: 4, column: 75)))
                == """
                study.yaml:4:75: error: counts are not enough: table 'baseline' needs rows, because quantiles and ranks of \
                'age' need each patient's number [needs-rows]
                   help: write 'push_down: auto', which reads rows where it must, or leave that part out of the plan
                """)
    }

    @Test func intervalsKeepEveryComparison() {
        let sql = CountingSQL(
            columns: ["age": .init(name: "age", type: 23)], missingCodes: ["-9"])
        #expect(
            sql.expression("age", ColumnUse(points: [60: false, 70: true])) == """
                CASE WHEN d."age" IS NULL THEN NULL WHEN CAST(d."age" AS float8) IN (CAST('-9.0' AS float8)) THEN NULL \
                WHEN CAST(d."age" AS float8) < CAST('60.0' AS float8) THEN CAST('59.0' AS float8) \
                WHEN CAST(d."age" AS float8) < CAST('70.0' AS float8) THEN CAST('60.0' AS float8) \
                WHEN CAST(d."age" AS float8) = CAST('70.0' AS float8) THEN CAST('70.0' AS float8) \
                ELSE CAST('71.0' AS float8) END
                """)
        #expect(sql.expression("age", ColumnUse(isWhole: true)) == #"d."age""#)
    }
}
