public import Diagnostics

/// A template with all that it includes, parsed and ready to be filled.
///
/// A template is text with tags: `{{name}}` prints a result, `{{if …}}`, `{{else if …}}`, `{{else}}`, `{{end}}` choose
/// by conditions, `{{for item in list}}` repeats, `{{include "file.md"}}` inserts another template, `{{table name}}` and
/// `{{figure name}}` put an item in a place of its own, and `{{-- … --}}` is a comment. A line that holds only tags
/// which print nothing disappears. `\{{` and `\}}` stand for the characters.
///
/// Nothing is filled in by guess: every name, also in a branch that isn't taken, must resolve before anything is
/// written.
public struct Template {
    /// The files that were read, the template's own first, each once, in the order of their mention.
    public let sources: [TemplateSource]

    let name: String
    let units: [String: [TemplateElement]]
    /// Whether a file was missing or its form at fault; then the template can be checked but not filled.
    let isFaulty: Bool

    /// Reads a template and what it includes. All faults of their form go to the sink.
    ///
    /// - Parameters:
    ///   - name: the template's name.
    ///   - loader: where templates come from.
    ///   - mention: where the study file names the template, for the message that it doesn't exist.
    ///   - sink: takes the messages.
    public init(
        named name: String, from loader: some TemplateLoader, mentionedAt mention: SourceLocation? = nil,
        reporting sink: DiagnosticSink
    ) {
        let own = DiagnosticSink()
        var reader = TemplateReader(loader: loader, sink: own)
        reader.read(name, mentionedAt: mention, inside: [])
        for diagnostic in own.diagnostics { sink.emit(diagnostic) }
        self.name = name
        sources = reader.sources
        units = reader.units
        isFaulty = own.hasErrors
    }

    /// Fills the template; nil where anything is at fault, and then the sink says what.
    ///
    /// Every name is checked first, and all that don't resolve are reported in one run.
    public func filled(
        with context: TemplateContext, separating items: ListSeparators = .english, reporting sink: DiagnosticSink
    ) -> FilledTemplate? {
        var checker = TemplateChecker(template: self, context: context, sink: sink)
        guard checker.passes(), !isFaulty else { return nil }
        var filler = TemplateFiller(template: self, context: context, separators: items, sink: sink)
        return filler.filled()
    }
}

/// What parts the items of a list where a template does not say.
public struct ListSeparators: Equatable, Sendable {
    /// Between two items.
    public var between: String
    /// Between the last two.
    public var last: String

    /// `a, b and c`
    public static let english = ListSeparators(between: ", ", last: " and ")

    /// Creates separators.
    public init(between: String, last: String) {
        self.between = between
        self.last = last
    }
}
