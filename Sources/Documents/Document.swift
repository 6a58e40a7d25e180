public import Drawing
public import Tables

/// A report or manuscript as data, which each writer turns into one format.
///
/// Tables and figures are numbered in the order in which they stand, those of the supplement apart. All text may come from data: writers escape it.
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
    /// Whether it belongs to the supplement, where figures are numbered apart.
    public var isSupplementary: Bool
    /// Where the picture is, relative to the document: for formats that refer to it.
    public var path: String
    /// The picture: for formats that hold it.
    public var scene: Scene
    /// What the picture answers when it is pointed at: for formats that are read on a screen.
    public var readings: [Reading]

    /// What the picture shows, for those who cannot see it; not the caption again.
    public var alternativeText: String { scene.alternativeText }

    /// Creates a figure of a picture, which says itself what it shows.
    public init(
        id: String, caption: RichText, isSupplementary: Bool = false, path: String, scene: Scene,
        readings: [Reading] = []
    ) {
        self.id = id
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.path = path
        self.scene = scene
        self.readings = readings
    }
}
