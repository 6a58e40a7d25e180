public import Diagnostics
public import Templating

/// A text made of a template and a study's results.
public struct ManuscriptText: Equatable, Sendable {
    /// The blocks in order.
    public var paragraphs: [Paragraph]
    /// The pieces that the text was made of: which words are the template's, and which result each other one is.
    public var filled: FilledTemplate

    /// Creates a text of blocks and the pieces that they were made of.
    public init(paragraphs: [Paragraph], filled: FilledTemplate) {
        self.paragraphs = paragraphs
        self.filled = filled
    }
}

/// Writes a text: fills a template with the results that its names stand for.
///
/// Tables and figures are numbered in the order in which the text places them, as the document will number them.
/// Nil where anything is at fault, and then the sink says what; all unknown names are reported in one run.
public func writeText(
    _ template: Template, with phrasebook: Phrasebook, reporting sink: DiagnosticSink
) -> ManuscriptText? {
    func fill(_ phrasebook: Phrasebook, reporting sink: DiagnosticSink) -> FilledTemplate? {
        template.filled(with: phrasebook.context, separating: phrasebook.separators, reporting: sink)
    }
    guard var filled = fill(phrasebook, reporting: sink) else { return nil }
    let numbered = phrasebook.numbered(by: filled.placements)
    if numbered.placements != phrasebook.placements {
        // What there is to say was said of the first.
        guard let refilled = fill(numbered, reporting: DiagnosticSink()) else { return nil }
        filled = refilled
    }
    phrasebook.explainWithheld(in: &filled)
    return ManuscriptText(
        paragraphs: ParagraphReader.paragraphs(of: filled, referringTo: phrasebook.places), filled: filled)
}
