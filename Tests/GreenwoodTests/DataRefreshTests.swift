import Comparing
import Foundation
import TestSupport
import Testing

@testable import greenwood

/// Refreshes of the liver-cancer study with planted changes.
@Suite struct DataRefreshTests {
    /// The patients' file as rows of cells; no cell of it has a quoted comma.
    private struct Patients {
        var header: [String]
        var rows: [[String: String]]

        init(_ url: URL) throws {
            let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let header = lines[0]
            self.header = header
            rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
        }

        func write(to url: URL) throws {
            let lines = [header] + rows.map { row in header.map { row[$0] ?? "" } }
            try Data((lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n").utf8).write(to: url)
        }
    }

    /// A copy of the study whose patients were changed.
    private func refreshed(_ change: (inout [[String: String]]) -> Void) throws -> TemporaryStudy {
        let study = try TemporaryStudy()
        var patients = try Patients(study.patientsFile)
        change(&patients.rows)
        try patients.write(to: study.patientsFile)
        return study
    }

    private var dataFolder: String { "\(repositoryRoot)/studies/hcc" }

    private func analysis(of study: TemporaryStudy) throws -> (RefreshAnalysis, Session) {
        let session = Session(showsProgress: false)
        let folder = URL(filePath: study.studyFile).deletingLastPathComponent().path
        let refresh = session.analyzeRefresh(of: study.studyFile, old: dataFolder, new: folder)
        return (try #require(refresh, "\(session.messages)"), session)
    }

    private func compared(_ study: TemporaryStudy) throws -> (comparison: Comparison, refresh: RefreshAnalysis) {
        let (refresh, session) = try analysis(of: study)
        let pair = try #require(
            session.editions(old: nil, new: nil, of: refresh, templates: folderName(of: study.studyFile)))
        var comparison = compare(pair.old.edition, to: pair.new.edition, oldName: "old", newName: "new")
        session.attribute(&comparison, from: pair.old, to: pair.new, by: refresh)
        return (comparison, refresh)
    }

    /// A corrected age and a corrected sex, in one patient.
    @Test func correctionsAreToldFromFollowUp() throws {
        let study = try refreshed { rows in
            rows[0]["age"] = "41"
            rows[0]["sex"] = "Female"
        }
        let (comparison, refresh) = try compared(study)
        #expect(refresh.counts.correctedCells == 2)
        #expect(
            String(decoding: refresh.correctedCells, as: UTF8.self) == """
                file,key,column,old,new
                data/patients.csv,HCC-001,age,65,41
                data/patients.csv,HCC-001,sex,Male,Female

                """)
        let steps = Set(comparison.changes.filter(\.isVisible).flatMap(\.causes).map(\.step))
        #expect(steps == [.corrections])
    }

    /// All patients of the irradiated group who were alive die at their last contact.
    @Test func longerFollowUpFlipsTheHazardRatio() throws {
        let study = try refreshed { rows in
            for index in rows.indices where rows[index]["arm"] == "RT+IO+T" && rows[index]["death_date"] == "" {
                rows[index]["death_date"] = rows[index]["last_contact_date"]
            }
        }
        let (comparison, refresh) = try compared(study)
        #expect(refresh.counts.patientsWithFollowUp > 0)
        #expect(refresh.counts.correctedCells == 0)
        let ratio = try #require(comparison.changes.first { $0.name == "os.hazard-ratio" })
        #expect(ratio.facts.contains(.significance))
        #expect(ratio.decisiveSteps == [.followUp])
        #expect(comparison.hasFlipped)
        #expect(ratio.places.contains { $0.kind == .sentence && $0.reference == "Abstract" })
        #expect(ratio.places.contains { $0.kind == .table })
        #expect(comparison.changes(.model).allSatisfy { !$0.causes.isEmpty })
        #expect(!comparison.sentences.isEmpty)
    }

    @Test func newPatientsComeLast() throws {
        let study = try refreshed { rows in
            let copies = rows.prefix(12).enumerated().map { index, row in
                row.merging(["id": "NEW-\(index)"]) { $1 }
            }
            rows += copies
        }
        let file = URL(filePath: study.studyFile).deletingLastPathComponent().appending(path: "data/screening.csv")
        let added = (0..<12).map { "SCR-9\($0),NEW-\($0),included,\n" }.joined()
        try Data((try String(contentsOf: file, encoding: .utf8) + added).utf8).write(to: file)
        let comparison = try compared(study).comparison
        #expect(comparison.refresh?.newPatients == 12)
        #expect(comparison.newPatients == 83)
        let steps = Set(comparison.changes.filter(\.isVisible).flatMap(\.causes).map(\.step))
        #expect(steps == [.newPatients])
    }
}
