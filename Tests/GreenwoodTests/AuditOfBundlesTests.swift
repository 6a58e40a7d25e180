import Auditing
import Foundation
import ManuscriptReading
import TestSupport
import Testing

@testable import greenwood

/// Untouched bundles have nothing that their own audit finds, whatever the study: three arms, competing events, adverse
/// events, other groupings, matched and weighted patients.
@Suite struct AuditOfBundlesTests {
    private static let head = """
        greenwood: 1
        study: { title: An audited study, synthetic: true }
        data:
          patients: { file: patients.csv, key: id }
          ae: { file: ae.csv, patient: id }
        variables:
          age: { label: Age, unit: years }
          age_group: { from: age, cut: [50, 65], label: Age (years) }
          f1: { label: Thrombus, codes: { 0: "No", 1: "Yes" } }
          f7: { label: Spread, codes: { 0: "No", 1: "Yes" } }
        endpoints:
          os:
            { label: Overall survival, short: OS, time: days, status: status, codes: { 0: censored, 1: event, 2: event },
              unit: months, at: [12, 24] }
          death:
            { label: Death or relapse, time: days, status: status, codes: { 0: censored, 1: event, 2: competing },
              unit: months, at: [12, 24] }

        """

    private static let threeArms = """
        arms: { column: arm, order: [A, B, C], reference: A, label: Behandlung, labels: { A: Control, B: Low dose, C: High dose } }
        tables:
          - { id: base, kind: baseline, rows: [age, f1, f7], caption: Characteristics. }
          - { id: inz, kind: incidence, endpoints: [death], difference: true, caption: Incidences. }
          - { id: cox, kind: cox, endpoints: [os], rows: [arm, age, age_group, f1], multivariable: { all: true }, caption: Cox models. }
          - { id: ae, kind: adverse-events, from: ae, term: term, grade: grade, caption: Adverse events. }
        figures:
          - { id: km, kind: kaplan-meier, caption: Survival., panels: [{ endpoint: os }, { endpoint: os, by: age_group }] }
          - { id: inz, kind: incidence, caption: Incidence., panels: [{ endpoint: death }] }
        """

    private static let matched = """
        arms: { column: arm, order: [A, B], reference: A, labels: { A: Control, B: Treatment } }
        populations:
          matched: { label: Matched patients, match: { on: [age_group, f1, f7], caliper: 0.2 } }
          weighted: { label: Weighted patients, weigh: { on: [age, f1, f7] } }
        tables:
          - { id: base, kind: baseline, rows: [age, f1, f7], caption: Characteristics. }
          - { id: cox, kind: cox, endpoints: [os], rows: [arm, age_group, f1, f7], caption: Cox models. }
        figures:
          - id: km
            kind: kaplan-meier
            caption: Survival.
            panels: [{ endpoint: os }, { endpoint: os, population: matched }, { endpoint: os, population: weighted }]
        """

    /// The gallery's cohort, every third patient in a third arm if there are three.
    private func write(_ study: String, arms: Int, to folder: URL) throws {
        let cohort = try String(contentsOfFile: "\(repositoryRoot)/studies/gallery/data/cohort.csv", encoding: .utf8)
        let lines = cohort.split(separator: "\n").enumerated().map { index, line in
            guard index > 0, arms == 3, index.isMultiple(of: 3) else { return String(line) }
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
            cells[1] = "C"
            return cells.joined(separator: ",")
        }
        var events = ["id,term,grade"]
        for (index, line) in lines.dropFirst().enumerated() {
            let id = line.prefix { $0 != "," }
            if index.isMultiple(of: 7) { events.append("\(id),Rash,\(1 + index % 4)") }
            if index.isMultiple(of: 11) { events.append("\(id),Fatigue,\(1 + index % 3)") }
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in [
            ("study.yaml", Self.head + study), ("patients.csv", lines.joined(separator: "\n") + "\n"),
            ("ae.csv", events.joined(separator: "\n") + "\n"),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
    }

    @Test(arguments: [(threeArms, 3), (matched, 2)])
    func anUntouchedBundleAuditsClean(study: String, arms: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "audited-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(study, arms: arms, to: folder)
        let bundle = folder.appending(path: "out").path
        let build = try runGreenwood(["build", folder.appending(path: "study.yaml").path, "-o", bundle])
        #expect(build.code == 0, "\(build.output)")
        let results = try Session().knownResults(of: bundle)
        for name in ["manuscript.docx", "manuscript.md", "report.html"] {
            let manuscript = try readManuscript(
                [UInt8](Data(contentsOf: URL(filePath: "\(bundle)/\(name)"))), name: name)
            let found = audit(manuscript) + audit(manuscript, against: results, older: nil)
            #expect(found.isEmpty, "\(name): \(found)")
            #expect(coverage(of: manuscript).tables >= 2)
        }
    }
}
