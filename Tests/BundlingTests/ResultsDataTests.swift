import Foundation
import Results
import Styling
import TestSupport
import Testing

@testable import Bundling

/// The flat table of statistics.
@Suite struct ResultsDataTests {
    private func rows(_ bundle: String) throws -> [StatisticRow] {
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/output/\(bundle)/results.json"))
        let results = try StudyResults(decodingJSON: Array(data))
        return ResultsData.rows(of: results, style: try HouseStyle.named(results.manuscript.style))
    }

    @Test func aStatisticHasItsGroupVariableAndMethod() throws {
        let rows = try rows("hcc")
        let median = try #require(
            rows.first { $0.analysis == "pfs" && $0.name == "median" && $0.group1Level == "RT+IO+T" })
        #expect(median.group1 == "arm" && median.variable == "pfs" && median.context == "survival")
        #expect(median.value != nil && median.formatted.contains("."))
        let level = try #require(
            rows.first {
                $0.analysis == "baseline" && $0.variableLevel == "C" && $0.variable == "bclc" && $0.name == "n"
            })
        #expect(level.context == "categorical")
        let p = try #require(rows.first { $0.analysis == "baseline" && $0.variable == "bclc" && $0.name == "p.value" })
        #expect(p.method?.contains("test") ?? false)
        #expect(rows.contains { $0.analysis == "cox" && $0.group2Level == "multivariable" && $0.name == "conf.low" })
        #expect(rows.contains { $0.analysis == "forest-pfs" && $0.group1 == "bclc" && $0.context == "subgroup" })
        #expect(rows.contains { $0.analysis == "matched" && $0.name == "smd" && $0.group2Level == "after" })
    }

    @Test func aNumberThatDoesNotExistSaysWhy() throws {
        let rows = try rows("hcc")
        #expect(rows.allSatisfy { $0.value != nil || !($0.warning ?? "").isEmpty })
        #expect(rows.contains { $0.value == nil && $0.formatted == "NR" && $0.warning == "unbounded" })
    }

    @Test(arguments: ["hcc", "colon"])
    func noRowStandsTwice(bundle: String) throws {
        var seen: Set<[StatisticRow.Cell?]> = []
        for row in try rows(bundle) {
            var cells = row.cells
            cells.removeSubrange(11...12)
            #expect(seen.insert(cells).inserted, "\(cells)")
        }
    }

    /// A spreadsheet must not compute a label, and a cell's own commas and quotes stay in it.
    @Test func textsCannotBecomeFormulas() {
        let row = StatisticRow(
            analysis: "=1+1", population: "all", group1: "a,b", group1Level: "\"x\"", variable: "-2", context: "c",
            name: "n",
            label: "@x", value: -0.5, formatted: "−0.5")
        #expect(
            String(decoding: [row].csv, as: UTF8.self).split(separator: "\n")[1]
                == "'=1+1,all,\"a,b\",\"\"\"x\"\"\",,,-2,,c,n,'@x,-0.5,−0.5,,")
    }

    /// Both tables tell the same; JSON leaves out what is not there.
    @Test func jsonHasTheColumnsOfTheTable() throws {
        let row = StatisticRow(
            analysis: "a\n\"b\"", population: "all", group1Level: "é", variable: "v", context: "c", name: "n",
            label: "l", value: 0.1, formatted: "")
        #expect(
            String(decoding: try [row, row].encodedJSON(), as: UTF8.self) == #"""
                [
                {"analysis":"a\n\"b\"","context":"c","group1_level":"é","population":"all","stat":0.1,"stat_fmt":"","stat_label":"l","stat_name":"n","variable":"v"},
                {"analysis":"a\n\"b\"","context":"c","group1_level":"é","population":"all","stat":0.1,"stat_fmt":"","stat_label":"l","stat_name":"n","variable":"v"}
                ]

                """#)
        #expect(
            String(decoding: [row].csv, as: UTF8.self) == #"""
                analysis,population,group1,group1_level,group2,group2_level,variable,variable_level,context,stat_name,stat_label,stat,stat_fmt,method,warning
                "a
                ""b""",all,,é,,,v,,c,n,l,0.1,,,

                """#)
    }
}
