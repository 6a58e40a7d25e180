import Foundation
import TestSupport
import Testing

/// The example studies of other programs' files, built as their users would.
@Suite struct ExampleStudyTests {
    private func build(_ name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "example-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let built = try runGreenwood(["build", "\(repositoryRoot)/studies/\(name)/study.yaml", "-o", folder])
        #expect(built.code == 0, "\(built.output)")
        return try String(contentsOfFile: "\(folder)/manuscript.md", encoding: .utf8)
    }

    @Test func aREDCapExport() throws {
        let text = try build("redcap")
        // The sums of the boxes, and their share of 60 patients an arm.
        let lines = text.split(separator: "\n")
        for (box, counts) in [
            ("Lung", ["33 (27.5)", "17 (28.3)", "16 (26.7)"]), ("Brain", ["22 (18.3)", "11 (18.3)", "11 (18.3)"]),
        ] {
            #expect(lines.contains { line in line.contains(box) && counts.allSatisfy { line.contains($0) } })
        }
    }

    @Test func dataSetsOfCDISC() throws {
        let text = try build("cdisc")
        // survdiff and coxph of R on merge(adtte[adtte$PARAMCD == "OS", ], adsl): 0.5952 (0.3825 to 0.9260), p = 0.0200.
        #expect(text.contains("0.60 (0.38–0.93)"))
        // Patients of the safety population with treatment-emergent nausea.
        #expect(text.contains("19 (33.3)") && text.contains("25 (44.6)"))
    }
}
