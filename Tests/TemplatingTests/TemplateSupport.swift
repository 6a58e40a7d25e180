import Diagnostics
import TestSupport
import Testing

@testable import Templating

/// Templates in memory.
struct MemoryTemplates: TemplateLoader {
    var texts: [String: String]

    func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
        guard let text = texts[name] else { return nil }
        return try TemplateSource(name: name, file: name, bytes: Array(text.utf8))
    }

    var names: [String] { texts.keys.sorted() }
}

/// What a template and its includes give, and the messages.
func fill(
    _ texts: [String: String], with context: TemplateContext = .example
) -> (text: String?, sink: DiagnosticSink) {
    let sink = DiagnosticSink()
    let template = Template(named: "t.md", from: MemoryTemplates(texts: texts), reporting: sink)
    let filled = template.filled(with: context, reporting: sink)
    return (filled?.text, sink)
}

/// Expects that a template gives this text and no message.
func expectText(
    _ template: String, _ expected: String, including others: [String: String] = [:],
    with context: TemplateContext = .example, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let (text, sink) = fill(others.merging(["t.md": template]) { $1 }, with: context)
    #expect(text == expected, "messages: \(rendered(sink))", sourceLocation: sourceLocation)
    #expect(sink.diagnostics.isEmpty, sourceLocation: sourceLocation)
}

/// Expects that a template gives no text and exactly these messages.
func expectFaults(
    _ template: String, _ expected: String, including others: [String: String] = [:],
    with context: TemplateContext = .example, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let texts = others.merging(["t.md": template]) { $1 }
    let (text, sink) = fill(texts, with: context)
    #expect(text == nil, sourceLocation: sourceLocation)
    expectMessages(sink, quoting: texts, equal: expected, sourceLocation: sourceLocation)
}

extension TemplateContext {
    /// A study of two arms in miniature: `study`, `pfs`, an empty list and a figure.
    static var example: TemplateContext {
        var root = TemplateContext()
        var study = TemplateContext(ResultName(["study"]))
        study.add("title", .text("A trial"))
        study.add("synthetic", .flag(true))
        study.add("empty", listing: [], shapedLike: group("?", median: .absent(reason: "none")))
        root.add(study)
        var pfs = TemplateContext(ResultName(["pfs"]))
        let groups = [
            group("IO+T", median: .number(4.6, printed: "4.6")),
            group("< 60.5", median: .absent(reason: "not reached")),
        ]
        for group in groups { pfs.add(group) }
        pfs.add("groups", listing: groups)
        pfs.add("p", .number(0.0081, printed: "0.008"), from: "/pfs/p")
        pfs.add("trend", .absent(reason: "not estimable"))
        root.add(pfs)
        var figures = TemplateContext(ResultName(["figure"]))
        var survival = TemplateContext(ResultName(["figure", "survival"]))
        survival.place(as: Placement(.figure, "survival"))
        survival.add("reference", .text("Figure 1"))
        figures.add(survival)
        root.add(figures)
        root.add("figures", listing: [survival])
        return root
    }

    private static func group(_ id: String, median: TemplateValue) -> TemplateContext {
        var group = TemplateContext(ResultName(["pfs", id]))
        group.add("label", .text(id))
        group.add("n", .number(42, printed: "42"))
        group.add("median", median)
        return group
    }
}
