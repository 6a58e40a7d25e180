import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Templating

@Suite struct TemplateLoadingTests {
    @Test func builtInTemplatesAreTheFilesOfTheirFolder() throws {
        let folder = FolderTemplates(folder: repositoryRoot + "/templates")
        #expect(BuiltInTemplates().names.sorted() == folder.names)
        for name in folder.names {
            let embedded = try #require(try BuiltInTemplates().source(named: name))
            #expect(embedded.bytes == (try folder.source(named: name)?.bytes), "\(name)")
            #expect(embedded.file == "templates/\(name)")
        }
    }

    @Test func builtInTemplatesHaveNoFaultOfForm() {
        for name in BuiltInTemplates().names {
            let sink = DiagnosticSink()
            _ = Template(named: name, from: BuiltInTemplates(), reporting: sink)
            expectMessages(sink, equal: "")
        }
    }

    @Test func aStudysOwnTemplateComesFirst() throws {
        let own = MemoryTemplates(texts: ["results.md": "own", "mine.md": "mine"])
        let templates = LayeredTemplates([own, BuiltInTemplates()])
        #expect(try templates.source(named: "results.md")?.text == "own\n")
        #expect(try templates.source(named: "results-survival.md")?.file == "templates/results-survival.md")
        #expect(try templates.source(named: "other.md") == nil)
        #expect(
            templates.names == [
                "mine.md", "results.md", "methods.md", "results-patients.md", "results-outcomes.md",
                "results-survival.md", "results-models.md", "results-matching.md",
            ])
    }

    @Test func theFilesOfATemplateAreKnown() {
        let sink = DiagnosticSink()
        let texts = ["t.md": "{{include \"a.md\"}}{{include \"b.md\"}}", "a.md": "{{include \"b.md\"}}", "b.md": "b"]
        let template = Template(named: "t.md", from: MemoryTemplates(texts: texts), reporting: sink)
        #expect(template.sources.map(\.name) == ["t.md", "a.md", "b.md"])
        #expect(!sink.hasErrors)
    }

    @Test func filesOfAFolderAreReadAndLinksOutOfItRefused() throws {
        let files = FileManager.default
        let root = files.temporaryDirectory.appending(path: "greenwood-templates-\(UUID().uuidString)")
        defer { try? files.removeItem(at: root) }
        try files.createDirectory(at: root.appending(path: "study/parts"), withIntermediateDirectories: true)
        let inside = root.appending(path: "study").path
        try Data("secret".utf8).write(to: root.appending(path: "secret.md"))
        try Data("part".utf8).write(to: root.appending(path: "study/parts/a.md"))
        try Data([0x47, 0xFC, 0x0A]).write(to: root.appending(path: "study/latin.md"))
        try Data(repeating: 0x20, count: (1 << 20) + 1).write(to: root.appending(path: "study/long.md"))
        try files.createSymbolicLink(atPath: inside + "/out.md", withDestinationPath: "../secret.md")
        try files.createSymbolicLink(atPath: inside + "/in.md", withDestinationPath: "parts/a.md")

        let folder = FolderTemplates(folder: inside)
        #expect(try folder.source(named: "parts/a.md")?.text == "part\n")
        #expect(try folder.source(named: "parts/a.md")?.file == inside + "/parts/a.md")
        #expect(try folder.source(named: "in.md")?.text == "part\n")
        #expect(try folder.source(named: "parts") == nil)
        #expect(try folder.source(named: "b.md") == nil)
        #expect(throws: TemplateLoadingError.outside) { try folder.source(named: "out.md") }
        #expect(throws: TemplateLoadingError.outside) { try folder.source(named: "../secret.md") }
        #expect(throws: TemplateLoadingError.unreadable("it isn't UTF-8 text")) {
            try folder.source(named: "latin.md")
        }
        #expect(throws: TemplateLoadingError.unreadable("it is longer than 1048576 bytes")) {
            try folder.source(named: "long.md")
        }
        #expect(folder.names == ["in.md", "latin.md", "long.md", "out.md"])

        let sink = DiagnosticSink()
        _ = Template(named: "latin.md", from: folder, reporting: sink)
        expectMessages(
            sink, equal: "error: template 'latin.md' can't be read: it isn't UTF-8 text [unknown-template]")
    }
}
