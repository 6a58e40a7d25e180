import CohortBuilding
import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import StudyDrafting

@Suite struct DraftStudyTests {
    /// The first plan of a file that the estimators' references hold.
    @Test(arguments: ["lung", "veteran", "colon", "pbc", "gbsg"])
    func aPublicDataSetIsDrafted(name: String) throws {
        let draft = try draft(ofFile: "Tests/References/Data/\(name).csv", name: name)
        expectGolden(draft.yaml, "Drafts/\(name).yaml")
        try expectBuildable(draft, dataFile: "Tests/References/Data/\(name).csv")
    }

    @Test func theLiverCancerStudyIsDrafted() throws {
        let path = "studies/hcc/data/patients.csv"
        let draft = try draft(ofFile: path, name: "liver-cancer")
        #expect(draft.key == "id")
        #expect(draft.armColumn == "arm")
        #expect(draft.startColumn == "treatment_start")
        #expect(draft.endpoints.map(\.id) == ["pfs", "os"])
        #expect(draft.endpoints.map(\.events) == [63, 51])
        #expect(draft.response == "best_response_3mo")
        try expectBuildable(draft, dataFile: path)
    }

    @Test func statusCodesAreReadAsPeopleWriteThem() {
        func meanings(_ name: String, _ values: [String]) -> [String]? {
            let drafting = Drafting(columns: [TextColumn(name: name, values: values)], draft: empty)
            return drafting.codes(of: drafting.profiles[0])?.map { "\($0.value)=\($0.meaning)" }
        }
        #expect(meanings("status", ["0", "1", "1"]) == ["0=censored", "1=event"])
        #expect(meanings("status", ["1", "2"]) == ["1=censored", "2=event"])
        #expect(meanings("CNSR", ["0", "1"]) == ["0=event", "1=censored"])
        #expect(meanings("status", ["0", "1", "2"]) == ["0=censored", "1=event", "2=competing"])
        #expect(meanings("vital_status", ["Alive", "Dead"]) == ["Alive=censored", "Dead=event"])
        #expect(meanings("status", ["3", "4"]) == nil)
        #expect(meanings("status", ["Alive", "Unknown"]) == nil)
    }

    @Test func whatWasNamedIsNotGuessed() throws {
        let columns = [
            TextColumn(name: "nr", values: ["1", "2", "3", "4"]),
            TextColumn(name: "arm", values: ["A", "B", "A", "B"]),
            TextColumn(name: "centre", values: ["X", "X", "Y", "Y"]),
        ]
        let draft = draftStudy(
            from: columns, name: "s", path: "d.csv", delimiter: ",", missingCodes: [],
            known: KnownColumns(key: "nr", arms: "centre"))
        #expect((draft.key, draft.armColumn) == ("nr", "centre"))
        #expect(draft.variables.map(\.column) == ["arm"])
    }

    /// What an endpoint is made of, in whatever other column it stands again, explains nothing.
    @Test func outcomesAreNoCharacteristics() throws {
        let days = (1...40).map { "2024-01-\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1)" }
        func column(_ name: String, _ value: (Int) -> String?) -> TextColumn {
            TextColumn(name: name, values: (1...40).map(value))
        }
        let columns = [
            column("id") { "\($0)" }, column("Date of surgery") { _ in "2020-01-01" },
            column("Date of death") { $0 % 2 == 0 ? days[$0 - 1] : nil }, column("Last follow up") { days[$0 - 1] },
            column("Vital status") { "\($0 % 2 + 1)" }, column("Follow-up (months)") { "\($0 * 3).5" },
            column("OS event") { "\($0 % 2)" }, column("Smoking status") { $0 % 3 == 0 ? "Yes" : "No" },
            column("Age") { "\($0 + 30)" },
        ]
        let draft = draftStudy(from: columns, name: "s", path: "d.csv", delimiter: ",", missingCodes: [])
        #expect(draft.endpoints.map(\.id) == ["os"])
        #expect(draft.variables.map(\.column) == ["Smoking status", "Age"])
        #expect(
            draft.checks.contains(
                "'Vital status', 'Follow-up (months)', 'OS event': they tell how patients ended, so no table or model of characteristics has them."
            ))
    }

    /// A key that repeats is a fault of the data, which nobody would look for without the key.
    @Test func anAlmostUniqueKeyIsNamedWithItsFaults() throws {
        var values: [String?] = (1...40).map { "A\($0)" }
        (values[16], values[30], values[5]) = ("A12", "A12", nil)
        let columns = [
            TextColumn(name: "Patient ID", values: values), TextColumn(name: "x", values: values.map { _ in "1" }),
        ]
        let draft = draftStudy(from: columns, name: "s", path: "d.csv", delimiter: ",", missingCodes: [])
        #expect(draft.key == "Patient ID")
        #expect(
            draft.checks.first
                == "'Patient ID' would identify patients, but 1 value repeats ('A12' in lines 13, 18 and 32), and it is empty in line 7."
        )
        // Half of the rows share their patients: no file of patients.
        let pairs = [TextColumn(name: "Patient ID", values: (0..<40).map { "A\($0 / 2)" })]
        let other = draftStudy(from: pairs, name: "s", path: "d.csv", delimiter: ",", missingCodes: [])
        #expect(other.key == nil)
        #expect(other.checks.first?.hasPrefix("No column identifies a patient") == true)
    }

    /// A cell of several lines is a key of several lines, and its label has one.
    @Test func namesOfSeveralLinesAreWritten() throws {
        let columns = [
            TextColumn(name: "id", values: (1...40).map(String.init)),
            TextColumn(name: "Adjuvant\nchemotherapy", values: (1...40).map { $0 % 2 == 0 ? "Yes" : "No\r\n\u{1}" }),
        ]
        let draft = draftStudy(from: columns, name: "s", path: "d.csv", delimiter: ",", missingCodes: [])
        let variable = try #require(try study(of: draft).variables.first)
        #expect(variable.name.value == "Adjuvant\nchemotherapy")
        #expect(variable.label == "Adjuvant chemotherapy")
        #expect(variable.levels.map(\.value) == ["No\r\n\u{1}", "Yes"])
    }

    /// Nothing to guess from is no fault: the draft says what is missing.
    @Test func anEmptyFileGivesAnEmptyDraft() throws {
        let draft = draftStudy(
            from: [TextColumn(name: "comment", values: [])], name: "s", path: "d.csv", delimiter: ",", missingCodes: [])
        #expect(draft.endpoints.isEmpty && draft.variables.isEmpty && draft.armColumn == nil)
        #expect(draft.checks.contains { $0.contains("No endpoint was found") })
        #expect(draft.checks.contains("Columns without any value: 'comment'."))
        _ = try study(of: draft)
    }

    /// Names and values that mean something in YAML come back as they were.
    @Test func hostileNamesAreQuoted() throws {
        let names = ["a: b", "#x", "- y", "{z}", "say \"hi\"", "back\\slash", "no", "*", "&a", "%", "'"]
        let columns = names.map { TextColumn(name: $0, values: ["p: q", "[r]", "p: q", "[r]", "p: q", "[r]"]) }
        let draft = draftStudy(
            from: columns, name: "x: y", path: "data/a b, c.csv", delimiter: ";", missingCodes: ["N/A", "."])
        let study = try study(of: draft)
        #expect(study.variables.map(\.name.value) == names)
        #expect(study.dataFiles[0].path.value == "data/a b, c.csv")
        #expect(study.dataFiles[0].missingCodes == ["N/A", "."])
        #expect(study.description.title == "X: y")
    }

    @Test func datesWithGermanNamesAreAnEndpoint() throws {
        let columns = [
            TextColumn(name: "Diagnosedatum", values: ["2020-01-01", "2020-02-01", "2020-03-01"]),
            TextColumn(name: "Sterbedatum", values: ["2021-01-01", nil, "2021-03-01"]),
            TextColumn(name: "Letzter Kontakt", values: ["2021-01-01", "2021-02-01", "2021-03-01"]),
        ]
        let draft = draftStudy(from: columns, name: "s", path: "d.csv", delimiter: ";", missingCodes: [])
        #expect(draft.endpoints.map(\.id) == ["os"])
        #expect(
            draft.endpoints.first?.source
                == .dates(from: "Diagnosedatum", event: ["Sterbedatum"], censor: "Letzter Kontakt"))
    }

    /// A status called 'death' beside a time called 'overall survival' is the event of overall survival.
    @Test func theEndpointIsTheOneThatTheTimeNames() throws {
        let columns = [
            TextColumn(name: "总生存时间(月)", values: (1...40).map { "\($0).5" }),
            TextColumn(name: "死亡状态", values: (1...40).map { $0 % 3 == 0 ? "存活" : "死亡" }),
        ]
        let draft = draftStudy(from: columns, name: "s", path: "d.csv", delimiter: ",", missingCodes: [])
        #expect(draft.endpoints.map(\.id) == ["os"])
        #expect(draft.endpoints.map(\.label) == ["总生存期"])
    }

    private let empty = StudyDraft(title: "", path: "", delimiter: ",", missingCodes: [])

    private func draft(ofFile path: String, name: String) throws -> StudyDraft {
        let sink = DiagnosticSink()
        let place = SourceLocation(file: path, line: 1, column: 1)
        let file = DataFile(name: Located("patients", at: place), path: Located(path, at: place))
        let read = readTextColumns(
            of: file, reading: { Array(try Data(contentsOf: URL(filePath: "\(repositoryRoot)/\($0)"))) },
            reporting: sink)
        expectMessages(sink, equal: "")
        return draftStudy(
            from: try #require(read).columns, name: name, path: "data/patients.csv", delimiter: ",", missingCodes: [])
    }

    private func study(of draft: StudyDraft) throws -> Study {
        let sink = DiagnosticSink()
        let study = readStudy(draft.yaml, file: "study.yaml", reporting: sink)
        expectMessages(sink, quoting: ["study.yaml": draft.yaml], equal: "")
        return try #require(study)
    }

    /// The first build must succeed: the plan fits the data without an error.
    private func expectBuildable(_ draft: StudyDraft, dataFile: String) throws {
        let study = try study(of: draft)
        let sink = DiagnosticSink()
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(repositoryRoot)/\(dataFile)")))
        let cohort = buildCohort(for: study, reading: { _ in bytes }, reporting: sink)
        #expect(cohort != nil, "\(sink.diagnostics)")
    }
}
