public import Drawing
public import Tables

/// A report or manuscript as data, which each writer turns into one format.
///
/// Tables and figures are numbered in the order in which they stand. All text may come from data: writers escape it.
public struct Document: Equatable, Sendable {
    /// A part of the document.
    public enum Block: Equatable, Sendable {
        /// A heading; level 1 is the highest below the title.
        case heading(level: Int, RichText)
        case paragraph(RichText)
        case list([RichText], isOrdered: Bool)
        case table(Table)
        case figure(Figure)
    }

    /// The language of the text, as a BCP 47 tag.
    public var language: String
    /// The title.
    public var title: RichText
    /// What no reader may miss, such as that the data are synthetic: it stands above everything and on every page.
    public var notice: RichText?
    /// The parts, in order.
    public var blocks: [Block]
    /// How the document came about, in small print at its end.
    public var colophon: [RichText]

    /// Creates a document.
    public init(
        language: String, title: RichText, notice: RichText? = nil, blocks: [Block], colophon: [RichText] = []
    ) {
        self.language = language
        self.title = title
        self.notice = notice
        self.blocks = blocks
        self.colophon = colophon
    }
}

/// A figure in a document.
public struct Figure: Equatable, Sendable {
    /// The figure's name in the study file.
    public var id: String
    /// The caption, a sentence.
    public var caption: RichText
    /// What the picture shows, for those who cannot see it; not the caption again.
    public var alternativeText: String
    /// Where the picture is, relative to the document: for formats that refer to it.
    public var path: String
    /// The picture as SVG text: for formats that hold it.
    public var svg: String
    /// What the picture answers when it is pointed at: for formats that are read on a screen.
    public var readings: [Reading]

    /// Creates a figure.
    public init(
        id: String, caption: RichText, alternativeText: String, path: String, svg: String, readings: [Reading] = []
    ) {
        self.id = id
        self.caption = caption
        self.alternativeText = alternativeText
        self.path = path
        self.svg = svg
        self.readings = readings
    }
}
