import Auditing
import Foundation
import ManuscriptReading
import TestSupport
import Testing

@testable import greenwood

/// What the project itself prints stands its own audit; planted errors are found by the command.
@Suite struct AuditCommandTests {
    /// Suspicions that are true of the synthetic data, which were made to print a paper's numbers.
    private static let known: Set<AuditRule> = [.landmarksArePlainFractions, .subgroupMedians]

    @Test(arguments: ["hcc/manuscript.md", "hcc/report.html", "colon/manuscript.md", "colon/report.html"])
    func ownManuscriptsHaveNoContradictions(file: String) throws {
        let path = "\(repositoryRoot)/output/\(file)"
        let manuscript = try readManuscript([UInt8](Data(contentsOf: URL(filePath: path))), name: file)
        let found = audit(manuscript)
        #expect(!found.contains { $0.certainty == .contradiction }, "\(found)")
        #expect(found.filter { $0.certainty == .suspicious }.allSatisfy { Self.known.contains($0.rule) }, "\(found)")
        let coverage = coverage(of: manuscript)
        #expect(coverage.tables >= 4 && coverage.estimates > 80 && coverage.shares >= 80)
    }

    @Test(arguments: ["hcc", "colon"])
    func everyNumberOfABundleIsAResult(study: String) throws {
        let session = Session()
        let results = try session.knownResults(of: "\(repositoryRoot)/output/\(study)")
        for name in ["manuscript.md", "report.html"] {
            let path = "\(repositoryRoot)/output/\(study)/\(name)"
            let manuscript = try readManuscript([UInt8](Data(contentsOf: URL(filePath: path))), name: name)
            let found = audit(manuscript, against: results, older: nil)
            #expect(found.isEmpty, "\(study)/\(name): \(found.map(\.printed))")
        }
    }

    /// One digit changed in the liver-cancer manuscript, one at a time.
    @Test(arguments: [
        ("0.35 (95% CI 0.2–0.6)", "0.65 (95% CI 0.2–0.6)", AuditRule.intervalNotSymmetric),
        ("| 22 (75.9)  ", "| 22 (79.5)  ", .percentOfCount), ("| 59 (83.1)  ", "| 58 (81.7)  ", .columnsDoNotAddUp),
        ("| 0.297  ", "| 0.029  ", .pOfCounts),
        ("0.43 (95% CI 0.21–0.88) (p = 0.021", "0.43 (95% CI 0.21–0.88) (p = 0.210", .intervalAgainstP),
        ("| **ORR**              | 15 (35.7)", "| **ORR**              | 16 (38.1)", .responsesDoNotAddUp),
        ("p = 0.51)", "p = 0.000)", .pOfZero),
        ("The median was 4.6 months", "The median was 8.6 months", .medianAgainstLandmark),
    ])
    func aPlantedErrorIsFound(old: String, new: String, rule: AuditRule) throws {
        let path = "\(repositoryRoot)/output/hcc/manuscript.md"
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let range = try #require(text.range(of: old))
        let planted = text.replacingCharacters(in: range, with: new)
        let found = try audit(readManuscript(Array(planted.utf8), name: "manuscript.md"))
        #expect(found.contains { $0.rule == rule }, "\(found.map(\.rule))")
    }

    // MARK: The command

    private func run(_ arguments: String...) throws -> (code: Int32, output: String) { try runGreenwood(arguments) }

    private func withFile(_ text: String, named name: String = "paper.md", _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        try body(file.path)
    }

    @Test func aContradictionExitsWith1AndIsReported() throws {
        try withFile("# Results\n\nThe HR was 0.43 (95% CI 0.51–0.88).\n") { path in
            let html = path + ".html"
            let process = try run("audit", path, "--html", html)
            #expect(process.code == 1)
            #expect(
                process.output == """
                    \(path): line 3, section 'Results'
                      contradiction: 0.43 (95% CI 0.51–0.88) [estimate-outside-interval]
                      expected: an estimate between its limits, 0.51 to 0.88
                      settle by: the model's output: estimate and both limits

                    \(path): 1 contradiction, 0 suspicious, 0 that cannot be told
                    read 0 tables, 1 estimates with limits, 0 p-values, 0 counts with percentages

                    """)
            let page = try String(contentsOfFile: html, encoding: .utf8)
            #expect(page.contains("<blockquote>0.43 (95% CI 0.51–0.88)</blockquote>"))
            #expect(!page.contains("http"), "the page needs nothing else")
            let json = try run("audit", path, "--json")
            let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
            #expect((object?["findings"] as? [[String: Any]])?.first?["rule"] as? String == "estimate-outside-interval")
        }
    }

    @Test func aTextThatFitsExitsWith0() throws {
        try withFile("# Results\n\nThe HR was 0.43 (95% CI 0.21–0.88; p = 0.021).\n") { path in
            let (plain, wrong) = (try run("audit", path), try run("audit", path, "--older", "a"))
            #expect(plain.code == 0)
            #expect(wrong.code == 64)
        }
    }

    @Test func aFileThatIsNoManuscriptIsRefused() throws {
        try withFile("%PDF-1.7", named: "paper.pdf") { path in
            let process = try run("audit", path)
            #expect(process.code == 1)
            #expect(
                process.output == """
                    error: '\(path)' can't be read as a manuscript: it is a PDF; convert it with 'pdftotext -layout' first [unreadable-manuscript]
                       help: give a Word file (.docx), HTML, Markdown or plain text

                    """)
        }
    }
}
