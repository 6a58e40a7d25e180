import Results
import Styling
import Tables
import TestSupport
import Testing

/// The counts of the liver-cancer study's table one. The p-values are R's: `chisq.test(correct = FALSE)`, and
/// `fisher.test` where an expected count is below 5 (12 × 29 / 71 = 4.9 women, 10 × 29 / 71 = 4.1 with HAIC).
private let rows: [BaselineVariable] = [
    .levels("Age (years)", [("<60", 21, 14), ("≥60", 21, 15)], test: .of(.pearsonChiSquared, p: 0.8864192182345392)),
    .levels("Gender", [("Female", 5, 7), ("Male", 37, 22)], test: .of(.fisherExact, p: 0.2088966390545703)),
    .levels("BCLC stage", [("B", 12, 1), ("C", 30, 28)], test: .of(.pearsonChiSquared, p: 0.007133405771301704)),
    .levels("Child–Pugh class", [("A", 32, 25), ("B", 10, 4)], test: .of(.pearsonChiSquared, p: 0.29708220613042247)),
    .levels(
        "ECOG performance status", [("0", 5, 9), ("1–2", 37, 20)],
        test: .of(.pearsonChiSquared, p: 0.04643617230086834)),
    .levels(
        "Baseline AFP (ng/mL)", [("<400", 21, 19), ("≥400", 21, 10)],
        test: .of(.pearsonChiSquared, p: 0.19502535980026897)),
    .levels(
        "Maximum tumour diameter (cm)", [("<10", 31, 24), ("≥10", 11, 5)],
        test: .of(.pearsonChiSquared, p: 0.3750051466421291)),
    .levels(
        "Extrahepatic metastasis", [("No", 26, 19), ("Yes", 16, 10)],
        test: .of(.pearsonChiSquared, p: 0.7561243973311467)),
    .levels(
        "Portal vein invasion", [("No", 22, 9), ("Yes", 20, 20)],
        test: .of(.pearsonChiSquared, p: 0.07464199008298888)),
    .levels(
        "Treatment line", [("First-line", 32, 10), ("Second-line and beyond", 10, 19)],
        test: .of(.pearsonChiSquared, p: 0.0004408236784796604)),
    .levels(
        "Previous locoregional therapy", [("No", 27, 14), ("TACE", 8, 12), ("HAIC", 7, 3)],
        test: .of(.fisherExact, p: 0.14402016277762994)),
]

@Suite("Table one of the liver-cancer study")
struct StudyTableOneTests {
    private func table() throws -> Table {
        let style = try HouseStyle.named(
            "frontiers", numbers: NumberPreferences(logRankPValue: "two-significant", trailingZeros: false))
        return BaselineFixture(rows: rows, isSynthetic: true).table(style: style)
    }

    @Test("heads")
    func heads() throws {
        #expect(
            try table().columns.map(\.heading.plain) == [
                "Characteristic", "Total (n = 71)", "IO+T (n = 42)", "RT+IO+T (n = 29)", "p value",
            ])
    }

    @Test(
        "every cell",
        arguments: [
            ["Age (years)", "", "", "", "0.886"], ["<60", "35 (49.3)", "21 (50)", "14 (48.3)", ""],
            ["≥60", "36 (50.7)", "21 (50)", "15 (51.7)", ""], ["Gender", "", "", "", "0.209^a"],
            ["Female", "12 (16.9)", "5 (11.9)", "7 (24.1)", ""], ["Male", "59 (83.1)", "37 (88.1)", "22 (75.9)", ""],
            ["BCLC stage", "", "", "", "0.007"], ["B", "13 (18.3)", "12 (28.6)", "1 (3.4)", ""],
            ["C", "58 (81.7)", "30 (71.4)", "28 (96.6)", ""], ["Child–Pugh class", "", "", "", "0.297"],
            ["A", "57 (80.3)", "32 (76.2)", "25 (86.2)", ""], ["B", "14 (19.7)", "10 (23.8)", "4 (13.8)", ""],
            ["ECOG performance status", "", "", "", "0.046"], ["0", "14 (19.7)", "5 (11.9)", "9 (31)", ""],
            ["1–2", "57 (80.3)", "37 (88.1)", "20 (69)", ""], ["Baseline AFP (ng/mL)", "", "", "", "0.195"],
            ["<400", "40 (56.3)", "21 (50)", "19 (65.5)", ""], ["≥400", "31 (43.7)", "21 (50)", "10 (34.5)", ""],
            ["Maximum tumour diameter (cm)", "", "", "", "0.375"],
            ["<10", "55 (77.5)", "31 (73.8)", "24 (82.8)", ""], ["≥10", "16 (22.5)", "11 (26.2)", "5 (17.2)", ""],
            ["Extrahepatic metastasis", "", "", "", "0.756"], ["No", "45 (63.4)", "26 (61.9)", "19 (65.5)", ""],
            ["Yes", "26 (36.6)", "16 (38.1)", "10 (34.5)", ""], ["Portal vein invasion", "", "", "", "0.075"],
            ["No", "31 (43.7)", "22 (52.4)", "9 (31)", ""], ["Yes", "40 (56.3)", "20 (47.6)", "20 (69)", ""],
            ["Treatment line", "", "", "", "<0.001"], ["First-line", "42 (59.2)", "32 (76.2)", "10 (34.5)", ""],
            ["Second-line and beyond", "29 (40.8)", "10 (23.8)", "19 (65.5)", ""],
            ["Previous locoregional therapy", "", "", "", "0.144^a"],
            ["No", "41 (57.7)", "27 (64.3)", "14 (48.3)", ""],
            ["TACE", "20 (28.2)", "8 (19)", "12 (41.4)", ""], ["HAIC", "10 (14.1)", "7 (16.7)", "3 (10.3)", ""],
        ].enumerated().map { ($0, $1) })
    func cells(row: Int, expected: [String]) throws {
        #expect(try table().texts(row) == expected)
    }

    @Test("no more rows than those, and the notes")
    func notes() throws {
        let table = try table()
        #expect(table.rows.count == 34)
        #expect(
            table.notes == [
                "Values are n (%).", "Unmarked p values: Pearson's χ² test without continuity correction.",
                "a: Fisher's exact test, used where an expected count was below 5.",
                "Synthetic data: these are not records of patients.",
            ])
    }

    @Test("variables are bold blocks and levels are indented members")
    func structure() throws {
        let table = try table()
        #expect(table.rows.filter { $0.kind == .block }.count == 11)
        #expect(table.rows[0].head.text == RichText("Age (years)", .bold))
        #expect(table.rows[1].kind == .member && table.rows[1].indent == 1)
        #expect(table.rows.allSatisfy { $0.cells.count == 4 })
    }

    @Test("the whole table")
    func golden() throws {
        expectGolden(try table().asText, "Tables/hcc-baseline.txt")
    }
}
