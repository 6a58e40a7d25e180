public import Drawing
public import Prose
public import Results
public import Styling
public import Tables
import Templating

/// One of two states of a study's report: its results, and everything that prints them.
public struct Edition: Sendable {
    /// The results.
    public var results: StudyResults
    /// How numbers are written.
    public var style: HouseStyle
    /// The names of the results, numbered as the text numbers tables and figures.
    public var phrasebook: Phrasebook
    /// The sentences of the manuscript with the results that each was filled with; empty where no template could be
    /// filled.
    let filledSentences: [Sentence]
    /// The sentences of the manuscript as it was written, from which no result is known; nil where it is not at hand.
    let writtenSentences: [Sentence]?
    /// The tables as they are printed.
    public var tables: [Table]
    /// The figures as they are drawn, by their names.
    public var figures: [String: Scene]

    /// Joins the parts of an edition.
    ///
    /// Without `text`, `tables` and `figures` the values can be compared, but not where they are printed.
    ///
    /// `text` is the manuscript made from a template, whose sentences know their results; `manuscript` is it as Markdown,
    /// as a bundle holds it.
    public init(
        results: StudyResults, style: HouseStyle, phrasebook: Phrasebook? = nil, text: ManuscriptText? = nil,
        manuscript: String? = nil, tables: [Table] = [], figures: [String: Scene] = [:]
    ) {
        self.results = results
        self.style = style
        let names = phrasebook ?? Phrasebook(results, style: style)
        self.phrasebook = text.map { names.numbered(by: $0.filled.placements) } ?? names
        filledSentences = text.map(Sentence.sentences) ?? []
        writtenSentences = manuscript.map(Sentence.sentences(ofMarkdown:))
        self.tables = tables
        self.figures = figures
    }
}
