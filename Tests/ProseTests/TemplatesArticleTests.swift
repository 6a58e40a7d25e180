import Foundation
import Styling
import Templating
import TestSupport
import Testing

@testable import Prose

/// The article on templates says what is true.
@Suite struct TemplatesArticleTests {
    private let article: String

    init() throws {
        let path = repositoryRoot + "/Sources/greenwood/Greenwood.docc/Articles/Templates.md"
        article = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    }

    @Test func theExampleGivesWhatTheArticleShows() throws {
        let template = try #require(block("markdown"))
        let expected = try #require(block("text"))
        #expect(text(template) == expected)
    }

    /// Every fixed part of a name is in the article, so that a new one can't be forgotten.
    @Test func everyNameIsDocumented() {
        let own: Set = [
            "named", "all", "rt", "no follow-up", "other cancer", "afp", "6", "12", "IO+T", "RT+IO+T", "total",
        ]
        let variables: Set = [
            "age", "bclc", "age_group", "sex", "child", "B", "C", "A", "< 60.5", "≥ 60.5", "Female", "Male",
        ]
        let segments = Phrasebook(Sample.twoArms, style: .plain).entries.flatMap(\.name.segments)
        let fixed = Set(segments).subtracting(own).subtracting(variables)
        let codes = article.split(separator: "`", omittingEmptySubsequences: false)
        let documented = Set(codes.flatMap { $0.split(separator: ".").map(String.init) })
        #expect(fixed.subtracting(documented).isEmpty)
    }

    /// The first fenced block of a language.
    private func block(_ language: String) -> String? {
        article.components(separatedBy: "```\(language)\n").dropFirst().first?
            .components(separatedBy: "\n```").first
    }
}
