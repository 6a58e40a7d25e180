import CohortBuilding
import Foundation
import TestSupport
import Testing

@testable import greenwood

@Suite struct InitTests {
    private func inEmptyFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "init-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    /// From a data file to the first figure with two commands.
    @Test func theFirstBuildSucceeds() throws {
        try inEmptyFolder { folder in
            let data = "\(repositoryRoot)/studies/hcc/data/patients.csv"
            let started = try runGreenwood(["init", "mine", "--data", data, "--yes"], in: folder)
            #expect(started.code == 0)
            #expect(started.output.contains("'arm' holds the arms: IO+T, RT+IO+T."))
            #expect(started.output.contains("Set 'cutoff' under 'study'"))
            let built = try runGreenwood(["build", "mine/study.yaml"], in: folder)
            #expect(built.code == 0, "\(built.output)")
            #expect(FileManager.default.fileExists(atPath: "\(folder)/output/mine/figures/survival.pdf"))
        }
    }

    @Test(arguments: InitCommand.Example.allCases)
    func anExampleIsWhole(example: InitCommand.Example) throws {
        try inEmptyFolder { folder in
            #expect(try runGreenwood(["init", "copy", "--example", example.rawValue], in: folder).code == 0)
            let built = try runGreenwood(["build", "copy/study.yaml"], in: folder)
            #expect(built.code == 0, "\(built.output)")
        }
    }

    /// The program carries the example studies as they are; `scripts/embed-examples.sh` lists their files.
    @Test(arguments: InitCommand.Example.allCases)
    func theProgramCarriesTheExamples(example: InitCommand.Example) throws {
        let folder = "\(repositoryRoot)/studies/\(example.rawValue)"
        let files = Examples.files(of: example.rawValue)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            (try? FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)"))?[.type] as? FileAttributeType
                == .typeRegular
        }
        #expect(files.map(\.path).sorted() == names.sorted(), "run scripts/embed-examples.sh")
        for file in files {
            #expect(Data(file.bytes) == (try Data(contentsOf: URL(filePath: "\(folder)/\(file.path)"))), "\(file.path)")
        }
    }

    @Test func anExistingFolderIsLeftAlone() throws {
        try inEmptyFolder { folder in
            let process = try runGreenwood(["init", folder, "--example", "lung"])
            #expect(process.code == 1)
            #expect(
                process.output == """
                    error: '\(folder)' exists already [cannot-write]
                       help: name a new folder, or delete that one

                    """)
        }
    }

    @Test func aColumnOfTheCommandLineMustExist() throws {
        try inEmptyFolder { folder in
            let data = "\(repositoryRoot)/studies/lung/data/patients.csv"
            let process = try runGreenwood(
                ["init", "mine", "--data", data, "--arms", "sexx", "--yes"], in: folder)
            #expect(process.code == 1)
            #expect(process.output.contains("column 'sexx' doesn't exist"))
            #expect(process.output.contains("did you mean 'sex'?"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/mine"))
        }
    }

    /// Every form of data file can be begun from, and what it needs to be read again stands in the study file.
    @Test(arguments: [
        ("sav", [], "label: UICC stage, levels: [I, II, III]"),
        ("dta", [], "levels: [Fully active, Restricted, Ambulatory]"),
        ("xpt", [], "label: Sex of the patient"), ("sas7bdat", [], "label: Sex of the patient"),
        ("xlsx", ["--table", "Patients & more"], "sheet: \"Patients & more\""),
        ("sqlite", ["--table", "older"], "table: older"),
        ("sav.csv", [], "stage: { label: Stage"),
    ])
    func everyFormOfDataBeginsAStudy(form: String, options: [String], expected: String) throws {
        try inEmptyFolder { folder in
            let data = "\(repositoryRoot)/Tests/DataFiles/patients.\(form)"
            let started = try runGreenwood(["init", "mine", "--data", data, "--yes"] + options, in: folder)
            #expect(started.code == 0, "\(started.output)")
            let study = try String(contentsOfFile: "\(folder)/mine/study.yaml", encoding: .utf8)
            #expect(study.contains(expected), "\(study)")
            if form == "xlsx" {
                #expect(started.output.contains("check:\n  Sheet 'Patients & more' was read. Others are "))
            }
            let checked = try runGreenwood(["check", "mine/study.yaml"], in: folder)
            #expect(checked.code == 0, "\(checked.output)")
        }
    }

    /// What a file's letters are written in is told by them, or by an option, and stands in the study file.
    @Test func anEncodingIsToldOrNamed() throws {
        try inEmptyFolder { folder in
            func file(_ name: String, _ text: [String]) throws -> String {
                let path = "\(folder)/\(name)"
                let lines = ["id;arm;ort"] + text.enumerated().map { "\($0.offset);\($0.offset % 2);\($0.element)" }
                try Data((lines.joined(separator: "\n") + "\n").unicodeScalars.map { UInt8($0.value) })
                    .write(to: URL(filePath: path))
                return path
            }
            let german = try file("a.csv", ["Süßen", "Köln", "Lübeck", "Zürich", "Weißach"])
            let told = try runGreenwood(["init", "mein projekt", "--data", german, "--yes"], in: folder)
            #expect(told.code == 0, "\(told.output)")
            #expect(told.output.contains("next:\n  greenwood check 'mein projekt/study.yaml'\n"))
            let study = try String(contentsOfFile: "\(folder)/mein projekt/study.yaml", encoding: .utf8)
            #expect(study.contains("    encoding: windows-1252\n"))
            let french = try file("b.csv", ["Créée", "Créée", "Noël", "Bâle"])
            let open = try runGreenwood(["init", "b", "--data", french, "--yes"], in: folder)
            #expect(open.code == 1)
            #expect(
                open.output.contains("help: name its encoding with '--encoding windows-1252' or another; known are"))
            let named = try runGreenwood(
                ["init", "b", "--data", french, "--yes", "--encoding", "windows-1252"], in: folder)
            #expect(named.code == 0, "\(named.output)")
            let wrong = try runGreenwood(["init", "c", "--data", french, "--encoding", "latin"], in: folder)
            #expect(wrong.output.contains("'latin' is no known encoding: known are utf-8, "))
        }
    }

    @Test func missingCodesAreSeen() {
        let columns = [
            TextColumn(name: "a", values: ["NA", ".", "NAB", nil]),
            TextColumn(name: "b", values: ["1", "NA", "2", "3"]),
        ]
        #expect(missingCodes(in: columns) == ["NA", "."])
    }
}
