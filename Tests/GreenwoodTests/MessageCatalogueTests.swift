import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct MessageCatalogueTests {
    /// Every message has a page that says what, why, and shows an example before and after.
    @Test(arguments: DiagnosticID.allCases)
    func everyMessageHasAPage(id: DiagnosticID) throws {
        let path = "\(repositoryRoot)/Sources/greenwood/Greenwood.docc/Messages/\(id.rawValue).md"
        let page = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        #expect(page.hasPrefix("# "))
        #expect(page.contains("[\(id.rawValue)]"), "the page shows the message as it is printed")
    }

    /// Every message's exact text is asserted by some test.
    @Test(arguments: DiagnosticID.allCases)
    func everyMessageHasATestOfItsText(id: DiagnosticID) {
        #expect(Self.testSources.contains { $0.contains("[\(id.rawValue)]") })
    }

    /// Pages of messages that no longer exist are removed.
    @Test func noPageIsLeftOver() throws {
        let folder = "\(repositoryRoot)/Sources/greenwood/Greenwood.docc/Messages"
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        let known = Set(DiagnosticID.allCases.map { "\($0.rawValue).md" })
        #expect(Set(pages).subtracting(known).isEmpty)
    }

    private static let testSources: [String] = {
        let root = "\(repositoryRoot)/Tests"
        let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".txt") }
            .compactMap { try? String(contentsOf: URL(filePath: "\(root)/\($0)"), encoding: .utf8) }
    }()
}
