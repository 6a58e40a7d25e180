import ArgumentParser
import Foundation
import Testing

@testable import greenwood

/// The liver-cancer study in Chinese: nothing that the program itself writes is in another language.
@Suite struct LanguageTests {
    /// What stands in Chinese text as it is: names of methods, abbreviations, letters of statistics; keys and files.
    private static let international: Set<String> = [
        "Kaplan", "Meier", "Cox", "log", "rank", "Pearson", "Fisher", "Mann", "Whitney", "Kruskal", "Wallis", "Wald",
        "Efron", "Clopper", "Newcombe", "logistic", "Schoenfeld", "HR", "CI", "NR", "NE", "SMD", "SD", "n", "p", "vs",
        "R",
        "greenwood", "results", "json", "table", "kmunicate", "CR", "PR", "PD", "ORR", "DCR", "PFS", "OS", "A", "B",
        "C", "STROBE", "KMunicate", "SAMPL",
        "REMARK",
    ]

    @Test func theProgramWritesNoWordInAnotherLanguage() throws {
        let study = try TemporaryStudy()
        try study.edit("  synthetic: true", "  synthetic: true\n  language: zh")
        try study.edit("  template: manuscript.md\n", "")
        try study.edit("style: frontiers", "style: lancet")
        try study.edit("  published: published.csv\n", "")
        var command = try BuildCommand.parse([study.studyFile, "-o", study.output])
        try command.run()
        let files = try study.files(in: study.output)
        let plan = try String(contentsOf: URL(filePath: study.studyFile), encoding: .utf8)
        var known = Self.international.union(Self.words(of: plan))
        for (_, data) in try study.files(in: study.root.appending(path: "studies/hcc/data").path) {
            known.formUnion(Self.words(of: String(decoding: data, as: UTF8.self)))
        }
        func text(_ name: String) throws -> String { String(decoding: try #require(files[name]), as: UTF8.self) }

        let manuscript = try text("manuscript.md")
        #expect(manuscript.contains("## 统计学方法") && manuscript.contains("**表 1.**"))
        #expect(manuscript.contains("95% CI") && manuscript.contains("p<0·0001"))
        for name in files.keys.sorted() where name.hasSuffix(".md") || name.hasSuffix(".txt") {
            let foreign = Self.words(of: try Self.withoutMarkup(text(name))).subtracting(known)
            #expect(foreign == [], "\(name)")
        }
        for name in files.keys.sorted() where name.hasSuffix(".editable.svg") {
            let labels = try text(name).matches(of: /<(?:text|tspan|title|desc)[^>]*>([^<]*)</).map { String($0.1) }
            #expect(!labels.isEmpty)
            #expect(Self.words(of: labels.joined(separator: "\n")).subtracting(known) == [], "\(name)")
        }
        let report = try text("report.html")
        #expect(report.contains("<html lang=\"zh\">") && report.contains(">复制表格</button>"))
        let visible = report.replacing(/<(style|script)>(?s).*?<\/(style|script)>/, with: "").replacing(
            /<[^>]*>/, with: " ")
        #expect(Self.words(of: visible).subtracting(known) == [])
    }

    /// The Latin words of a text, without entities of HTML. What begins with a digit is a number: `12a`, `2B`.
    private static func words(of text: String) -> Set<String> {
        Set(
            text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
                .filter { $0.first?.isLetter ?? false && !["lt", "gt", "amp", "quot"].contains($0) })
    }

    /// Without links, which name files, and elements of HTML.
    private static func withoutMarkup(_ text: String) -> String {
        text.replacing(/\]\([^)]*\)/, with: "]").replacing(/<[^>]*>/, with: " ")
    }
}
