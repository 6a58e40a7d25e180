import Diagnostics
import Foundation
import TestSupport
import Testing
import Validation

/// What is said of files and cases that are at fault: the others still run.
@Suite struct FaultyReferenceTests {
    /// A folder with these files, validated; paths in messages begin in that folder.
    private func validate(_ files: [String: String]) throws -> (report: ValidationReport, messages: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "references-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sink = DiagnosticSink()
        let report = validateFolder(folder.path, reporting: sink)
        return (report, rendered(sink).replacingOccurrences(of: folder.path, with: "FOLDER"))
    }

    /// `fisher.test` of (3, 1; 1, 3): p = 0.4857142857142857 = 34/70.
    private func file(p: String, csv: String = "null", more: String = "") -> String {
        """
        {"dataset": "d", "csv": \(csv), "cases": [
        {"id": "tea", "kind": "fisher", "call": "fisher.test(t)", "args": {"table": [[3, 1], [1, 3]]},
         "result": {"p": \(p)}}\(more)]}
        """
    }

    private let right = "0.48571428571428571"

    @Test func aRightValuePasses() throws {
        let (report, messages) = try validate(["a/b/tea.json": file(p: right)])
        #expect((report.cases, report.passed, report.failed) == (1, 1, 0))
        #expect(messages.isEmpty)
    }

    @Test func aWrongValueFailsAndIsNamed() throws {
        let (report, _) = try validate(["tea.json": file(p: "0.4858")])
        #expect((report.cases, report.passed, report.failed) == (1, 0, 1))
        #expect(report.failures.map(\.id) == ["tea"])
        let text = report.text(program: "greenwood", platform: "here")
        #expect(text.contains("FAILED tea ("))
        #expect(text.contains("  p is 0.48571"))
        #expect(text.hasSuffix("1 of 1 cases FAILED, 0 passed, 0 not applicable.\n"))
        #expect(report.markdown(program: "greenwood", platform: "here").contains("- `tea` in `"))
    }

    /// Two patients of one cluster who die at one time: R's robust error is 0, and none is given here. The coefficient and its
    /// ordinary error are compared all the same.
    @Test(arguments: [(0.0, 1.03681234759619, 1), (0.001, 1.03681234759619, 0), (0.0, 1.0369, 0)])
    func whereRobustErrorsVanishTheOthersAreCompared(coefficient: Double, error: Double, passed: Int) throws {
        let text = """
            {"dataset": "d", "csv": null, "cases": [
            {"id": "tied", "kind": "cox", "call": "coxph(...)",
             "args": {"time": "t", "event": "e", "event_value": 1, "covariates": ["z"], "ties": "efron", "cluster": "c",
              "weights": "w", "data": {"t": [1, 1], "e": [1, 1], "z": [-0.152, -1.677], "w": [2, 0.5], "c": [1, 1]}},
             "result": {"coef": [\(coefficient)], "se": [\(error)], "robust_se": [0]}}]}
            """
        let (report, _) = try validate(["tied.json": text])
        #expect((report.passed, report.failed) == (passed, 1 - passed))
    }

    @Test func anUnknownKindIsNotApplicable() throws {
        let more = ", {\"id\": \"x\", \"kind\": \"loom\", \"args\": {}, \"result\": {\"p\": 1}}"
        let (report, messages) = try validate(["tea.json": file(p: right, more: more)])
        #expect((report.passed, report.failed, report.notApplicable) == (1, 0, 1))
        #expect(report.text(program: "", platform: "").contains("  loom, 1: unknown kind 'loom'\n"))
        #expect(messages.isEmpty)
    }

    @Test func malformedJSONIsNamedWithItsPlaceAndTheOthersRun() throws {
        let (report, messages) = try validate(["bad.json": "{\"cases\": [\n  {\"id\" 3}]}", "tea.json": file(p: right)])
        #expect(report.passed == 1)
        #expect(
            messages == """
                FOLDER/bad.json:2:9: error: reference file can't be read: ':' expected [malformed-reference]
                   help: a reference file is a JSON object with 'dataset', 'csv' and a list of 'cases'
                """)
    }

    @Test(arguments: [
        ("{}", "it has no list 'cases'"),
        ("{\"cases\": [{\"id\": \"a\"}]}", "case 1 lacks an 'id', a 'kind' or a 'result'"),
        ("", "the file ends inside a value"), ("{\"cases\": [1e999]}", "a character that begins no value"),
        (String(repeating: "[", count: 9999), "more than 64 levels of nesting"),
        ("{\"a\": \"\\q\"}", "an escape that JSON"),
    ])
    func otherFaultsOfTheForm(text: String, reason: String) throws {
        let (report, messages) = try validate(["bad.json": text])
        #expect(report.cases == 0)
        #expect(messages.contains("error: reference file can't be read: \(reason)"))
    }

    @Test func missingDataAreNamedAndCasesWithoutThemRun() throws {
        let more = """
            , {"id": "km", "kind": "km", "args": {"time": "t", "event": "e"}, "result": {"n": [3]}}
            """
        let (report, messages) = try validate(["tea.json": file(p: right, csv: "\"absent.csv\"", more: more)])
        #expect((report.passed, report.failed, report.notApplicable) == (1, 0, 1))
        #expect(report.text(program: "", platform: "").contains("  km, 1: the data have no column 't'\n"))
        #expect(
            messages == """
                FOLDER/tea.json:1:1: error: data file 'absent.csv' can't be read: no such file [missing-reference-data]
                   help: put it beside the reference file, or into a folder 'Data' beside the reference file's folder
                """)
    }

    @Test func aFolderWithoutReferencesIsAFault() throws {
        let (report, messages) = try validate([:])
        #expect(report.cases == 0)
        #expect(
            messages == """
                error: folder 'FOLDER' holds no reference file [no-references]
                   help: give a folder with JSON files of reference cases, or no folder for the set that the program carries
                """)
    }

    /// Data may stand in a folder `Data` beside the file's folder; a case that brings its own needs none.
    @Test func dataAreFoundInTheSiblingFolder() throws {
        let json = """
            {"csv": "d.csv", "cases": [{"id": "km", "kind": "km", "args": {"time": "t", "event": "e", "event_value": "yes"},
            "result": {"strata": ["All"], "n": [4], "curve": [{"surv": [0.75, 0.75, 0]}]}}]}
            """
        // Times 1, 2 (two of them), 3; events at 1 and 3: S = 3/4, 3/4, 0.
        let csv = "t,e\r\n1,yes\r\n2,no\r\n2,\"no\"\r\n3,yes\r\nNA,yes\r\n"
        let (report, messages) = try validate(["topic/km.json": json, "Data/d.csv": csv])
        #expect(report.passed == 1, "\(report.failures)")
        #expect(messages.isEmpty)
    }
}
