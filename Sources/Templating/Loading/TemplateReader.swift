import Diagnostics

/// Reads a template and all that it includes, each file once.
struct TemplateReader {
    private let loader: any TemplateLoader
    private let sink: DiagnosticSink
    private(set) var sources: [TemplateSource] = []
    private(set) var units: [String: [TemplateElement]] = [:]
    /// How many files deep the includes of a file go that was read to its end; 1 where it includes none.
    private var heights: [String: Int] = [:]

    init(loader: any TemplateLoader, sink: DiagnosticSink) {
        self.loader = loader
        self.sink = sink
    }

    /// Reads a file, then those that it includes, and gives how many files deep they go. `chain` holds the files that
    /// include one another down to this one.
    @discardableResult
    mutating func read(_ name: String, mentionedAt location: SourceLocation?, inside chain: [String]) -> Int {
        let path = chain + [name]
        if chain.contains(name) {
            report(
                location, "include of '\(name)' never ends",
                note: "the files include one another: \(path.joined(separator: " → "))",
                help: "remove one of the includes")
            return 0
        }
        if chain.count + (heights[name] ?? 1) > TemplateLimits.includeDepth + 1 {
            report(
                location, "files include one another more than \(TemplateLimits.includeDepth) deep",
                help: "include '\(name)' further up")
            return 0
        }
        if let height = heights[name] { return height }
        let below = load(name, mentionedAt: location).map {
            read($0.name, mentionedAt: $0.location, inside: path)
        }
        let height = 1 + (below.max() ?? 0)
        heights[name] = height
        return height
    }

    /// Reads one file and gives what it includes.
    private mutating func load(
        _ name: String, mentionedAt location: SourceLocation?
    ) -> [TemplateParser.Inclusion] {
        do throws(TemplateLoadingError) {
            guard staysInside(name) else { throw .outside }
            if let source = try loader.source(named: name) {
                sources.append(source)
                let parsed = TemplateParser.parse(source, reporting: sink)
                units[name] = parsed.elements
                return parsed.inclusions
            }
            let help = NearestName.help(for: name, among: loader.names, kind: "templates")
            reportUnknown(name, location, "doesn't exist", help: help)
        } catch {
            switch error {
            case .outside:
                reportUnknown(
                    name, location, "is outside the study folder", help: "copy it beside the study file")
            case .unreadable(let reason):
                reportUnknown(name, location, "can't be read: \(reason)", help: nil)
            }
        }
        return []
    }

    private func reportUnknown(_ name: String, _ location: SourceLocation?, _ fault: String, help: String?) {
        sink.emit(
            Diagnostic(
                .unknownTemplate, at: location, "template '\(name)' \(fault)", help: [help].compactMap(\.self)))
    }

    private func report(_ location: SourceLocation?, _ summary: String, note: String? = nil, help: String) {
        let notes = [note].compactMap(\.self).map { Diagnostic.Note($0) }
        sink.emit(Diagnostic(.templateSyntax, at: location, summary, notes: notes, help: [help]))
    }
}
