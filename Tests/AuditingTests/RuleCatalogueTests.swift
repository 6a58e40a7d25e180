import Auditing
import Foundation
import TestSupport
import Testing

@Suite struct RuleCatalogueTests {
    /// Every rule has a page that says what it finds, how sure it is and when it is silent, with an example.
    @Test(arguments: AuditRule.allCases)
    func everyRuleHasAPage(rule: AuditRule) throws {
        let path = "\(repositoryRoot)/Sources/greenwood/Greenwood.docc/AuditRules/\(rule.rawValue).md"
        let page = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        #expect(page.hasPrefix("# \(rule.rawValue)\n"))
        for part in ["**How sure.**", "**Silent.**", "## Example", "## Mended"] { #expect(page.contains(part)) }
    }

    @Test func noPageIsLeftOver() throws {
        let folder = "\(repositoryRoot)/Sources/greenwood/Greenwood.docc/AuditRules"
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        #expect(Set(pages) == Set(AuditRule.allCases.map { "\($0.rawValue).md" }))
    }

    /// Every rule is planted in some test.
    @Test(arguments: AuditRule.allCases)
    func everyRuleHasATest(rule: AuditRule) {
        #expect(Self.sources.contains(".\(rule),") || Self.sources.contains(".\(rule)]"))
    }

    private static let sources: String = {
        let folder = "\(repositoryRoot)/Tests/AuditingTests"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix("RuleTests.swift") }
            .compactMap { try? String(contentsOf: URL(filePath: "\(folder)/\($0)"), encoding: .utf8) }.joined()
    }()
}
