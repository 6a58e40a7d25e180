import Results
import Styling
import Tables
import Testing

@Suite("Footnotes of a table one")
struct BaselineFootnoteTests {
    private let sex = BaselineVariable.levels(
        "Sex", [("Female", 5, 7), ("Male", 36, 20)], test: .of(.pearsonChiSquared, p: 0.3), missing: [3, 1, 2])

    @Test("missing values as a row: counts alone where percentages are of known values")
    func missingRow() {
        let table = BaselineFixture(rows: [sex]).table()
        #expect(table.texts(1) == ["Female", "12 (17.6)", "5 (12.2)", "7 (25.9)", ""])
        #expect(table.texts(3) == ["Missing", "3", "1", "2", ""])
        #expect(table.notes.first == "Values are n (%); percentages are of patients with a known value.")
    }

    @Test("missing values as a row: percentages too where they are of all patients")
    func missingOfAll() {
        let table = BaselineFixture(rows: [sex], denominator: .all).table()
        #expect(table.texts(1) == ["Female", "12 (16.9)", "5 (11.9)", "7 (24.1)", ""])
        #expect(table.texts(3) == ["Missing", "3 (4.2)", "1 (2.4)", "2 (6.9)", ""])
        #expect(table.notes.first == "Values are n (%); percentages are of all patients.")
    }

    /// Else the groups do not add up to the total, and nobody knows why.
    @Test("patients of the total without a group")
    func ungroupedPatients() {
        var fixture = BaselineFixture(rows: [sex])
        #expect(!fixture.table().notes.contains { $0.contains("includes") })
        fixture.columns[0].n = 74
        #expect(fixture.table().notes.contains("Total includes 3 patients without a treatment group."))
        fixture.columns[0].n = 72
        #expect(fixture.table().notes.contains("Total includes 1 patient without a treatment group."))
        fixture.language = "zh"
        #expect(fixture.table().notes.contains("Total包括 1 名无治疗组的患者。"))
    }

    @Test("missing values as a footnote")
    func missingFootnote() {
        let table = BaselineFixture(rows: [sex], missing: .footnote).table()
        #expect(table.rows.count == 3)
        #expect(table.texts(0) == ["Sex^a", "", "", "", "0.300"])
        #expect(table.notes.contains("a: Missing in 3 patients (IO+T 1, RT+IO+T 2)."))
    }

    @Test("missing values as a footnote without a total, and of one patient")
    func missingFootnoteWording() {
        var fixture = BaselineFixture(rows: [sex], missing: .footnote)
        fixture.rows[0].missing = [1, 1, 0]
        #expect(fixture.table().notes.contains("a: Missing in 1 patient (IO+T 1, RT+IO+T 0)."))
        fixture.columns[0].id = "third"
        #expect(fixture.table().notes.contains("a: Missing values: Total 1, IO+T 1, RT+IO+T 0."))
    }

    @Test("missing values hidden still say what percentages are of")
    func missingHidden() {
        let table = BaselineFixture(rows: [sex], missing: .hide).table()
        #expect(table.rows.count == 3)
        #expect(table.texts(0)[0] == "Sex")
        #expect(table.notes.first == "Values are n (%); percentages are of patients with a known value.")
    }

    @Test("marks run in reading order; equal notes share one; the commonest test has none")
    func markOrder() {
        func row(_ label: String, _ method: TestResult.Method, _ missing: [Int] = [0, 0, 0]) -> BaselineVariable {
            .levels(label, [("A", 20, 10), ("B", 22, 19)], test: .of(method, p: 0.5), missing: missing)
        }
        let table = BaselineFixture(
            rows: [
                row("One", .fisherExact), row("Two", .pearsonChiSquared, [1, 1, 0]), row("Three", .fisherExact),
                row("Four", .pearsonChiSquared), row("Five", .pearsonChiSquared),
                .continuous("Six", unit: nil, .median, [], test: .of(.mannWhitneyExact, p: 0.04)),
            ], missing: .footnote
        ).table()
        #expect([0, 3, 6, 9, 15].map { table.texts($0).last } == ["0.500^a", "0.500", "0.500^a", "0.500", "0.040^c"])
        #expect(table.texts(3)[0] == "Two^b")
        #expect(
            table.notes == [
                "Values are n (%) unless the row says otherwise; percentages are of patients with a known value.",
                "IQR, interquartile range, given as the first and third quartile (R's quantile type 7).",
                "Unmarked p values: Pearson's χ² test without continuity correction.",
                "a: Fisher's exact test, used where an expected count was below 5.",
                "b: Missing in 1 patient (IO+T 1, RT+IO+T 0).", "c: Exact Mann–Whitney test.",
            ])
    }

    @Test("a test that was not chosen by a rule says no rule")
    func fisherAlways() {
        var fixture = BaselineFixture(rows: [sex], rule: .fisher)
        fixture.rows[0].test?.method = .fisherExact
        #expect(fixture.table().notes.contains("p values: Fisher's exact test."))
    }

    @Test("a poor approximation is marked, with its test")
    func smallExpectedCounts() {
        var fixture = BaselineFixture(rows: [sex], rule: .pearson)
        fixture.rows[0].test?.notes = [ResultNote(.smallExpectedCounts)]
        let table = fixture.table()
        #expect(table.texts(0).last == "0.300^a")
        #expect(
            table.notes.contains(
                "a: Pearson's χ² test without continuity correction. "
                    + "An expected count is below 5: the approximation may be poor."))
    }

    @Test(
        "a missing p-value says why",
        arguments: [
            ([ResultNote(.constant)], BaselineVariable.Summary.levels, "a: Not tested: all values are equal."),
            (
                [ResultNote(.singleGroup), ResultNote(.singleGroup)], .levels,
                "a: Not tested: only one group has values."
            ),
            ([ResultNote(.noPatients)], .levels, "a: Not tested: no patient has a value."),
            ([], .levels, "a: Not tested."), ([ResultNote(.missingLeftOut)], .levels, "a: Not tested."),
        ])
    func noPValue(notes: [ResultNote], summary: BaselineVariable.Summary, note: String) {
        var fixture = BaselineFixture(rows: [sex])
        fixture.rows[0].test = .of(.pearsonChiSquared, p: nil, notes: notes)
        let table = fixture.table()
        #expect(table.texts(0).last == "–^a")
        #expect(table.notes.contains(note))
        #expect(!table.notes.contains { $0.contains("Pearson") }, "a test that gave no p-value is not named")
    }

    private func sites(responses: [Int]) -> BaselineVariable {
        var site = BaselineVariable.levels(
            "Site", [("Liver", 0, 18), ("Lung", 0, 1), ("Vein", 0, 16)], summary: .responses)
        (site.known, site.missing, site.responses) = ([29, 0, 29], [42, 42, 0], responses)
        return site
    }

    @Test("several values for a patient: percentages of the patients with a value, no test")
    func responsesOfPatients() {
        let table = BaselineFixture(rows: [sites(responses: [35, 0, 35])], missing: .hide).table()
        #expect(table.texts(0) == ["Site^a", "", "", "", "–^b"])
        #expect(table.texts(1) == ["Liver", "18 (62.1)", "0", "18 (62.1)", ""])
        #expect(table.notes.contains("a: A patient can have several: percentages can add up to more than 100."))
        #expect(table.notes.contains("b: Not tested: a patient can have several values."))
        let all = BaselineFixture(rows: [sites(responses: [35, 0, 35])], missing: .hide, denominator: .all).table()
        #expect(all.texts(1) == ["Liver", "18 (25.4)", "0 (0.0)", "18 (62.1)", ""])
    }

    @Test(
        "several values for a patient: percentages of the responses, whose number is said",
        arguments: [[35, 0, 35], []])
    func responses(given: [Int]) {
        var fixture = BaselineFixture(rows: [sites(responses: given)], missing: .hide, denominator: .responses)
        let table = fixture.table()
        #expect(table.texts(1) == ["Liver", "18 (51.4)", "0", "18 (51.4)", ""])
        #expect(
            table.notes.contains(
                "a: Percentages are of 35 responses (IO+T 0, RT+IO+T 35), since a patient can have several."))
        fixture.columns = [fixture.columns[0]]
        #expect(
            fixture.table().notes.contains("a: Percentages are of 35 responses, since a patient can have several."))
    }

    @Test("a column of standardised differences, and why one is missing")
    func differences() {
        var fixture = BaselineFixture(rows: [sex, sex, sites(responses: [])], showsDifference: true)
        fixture.rows[0].difference = 0.0996
        (fixture.rows[1].variable, fixture.rows[1].notes) = ("other", [ResultNote(.constant)])
        let table = fixture.table()
        #expect(table.columns.map(\.heading.plain).suffix(2) == ["SMD", "p value"])
        #expect(table.texts(0) == ["Sex", "", "", "", "0.100", "0.300"])
        #expect(table.texts(1) == ["Female", "12 (17.6)", "5 (12.2)", "7 (25.9)", "", ""])
        #expect(table.texts(4) == ["Sex", "", "", "", "–^a", "0.300"])
        #expect(table.texts(8)[4] == "–")
        #expect(
            table.notes.contains(
                "Standardised differences: RT+IO+T less IO+T, divided by the root of the mean of both groups' variances "
                    + "among the patients shown."))
        #expect(table.notes.contains("a: No standardised difference: all values are equal."))
        #expect(table.notes.last == "SMD, standardised mean difference.")
    }

    @Test("without p-values there is no column and no word of tests")
    func noPValues() {
        let table = BaselineFixture(rows: [sex], showsPValue: false).table()
        #expect(table.columns.count == 4)
        #expect(table.texts(0) == ["Sex", "", "", ""])
        #expect(!table.notes.contains { $0.contains("p value") })
    }

    @Test("the letter of the p-value is the house's")
    func houseLetter() {
        let table = BaselineFixture(rows: [sex]).table(style: .jama)
        #expect(table.columns.last?.heading.plain == "P value")
        #expect(table.texts(0).last == ".30")
        #expect(table.notes.contains("P values: Pearson's χ² test without continuity correction."))
    }

    @Test("a results file with arrays too short prints dashes and does not stop the program")
    func ragged() {
        var fixture = BaselineFixture(rows: [
            sex, .continuous("Age", unit: "years", .median, [.of(n: 9, median: 3, quartiles: (2, 4))]),
        ])
        fixture.rows[0].levels[0].counts = [12]
        fixture.rows[0].known = []
        fixture.rows[0].missing = [3]
        let table = fixture.table()
        #expect(table.texts(1) == ["Female", "12", "–", "–", ""])
        #expect(table.texts(3) == ["Missing", "3", "–", "–", ""])
        #expect(table.texts(4).dropLast() == ["Age (years), median (IQR)", "3 (2–4)", "–", "–"])
    }

    @Test("an unknown language is written in English, a regional one in its language")
    func languages() {
        #expect(vocabulary(for: "en-GB").language == "en")
        #expect(vocabulary(for: "EN").language == "en")
        #expect(vocabulary(for: "tlh").language == "en")
        #expect(BaselineFixture(rows: [sex], language: "tlh").table().columns[0].heading.plain == "Characteristic")
    }

    @Test("a table too large for an exact test, with what helps")
    func beyondExact() {
        var fixture = BaselineFixture(rows: [sex])
        fixture.rows[0].test?.pValue = nil
        fixture.rows[0].test?.notes = [ResultNote(.beyondExact)]
        let why =
            "Not tested: the table is too large for an exact test (the test 'fisher-monte-carlo' estimates its p value)."
        #expect(fixture.table().notes.contains("a: \(why)"))
    }
}
