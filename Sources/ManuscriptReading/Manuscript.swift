/// A manuscript as an audit reads it: its passages in order, and its tables.
public struct Manuscript: Equatable, Sendable {
    /// The passages in the order of the text; captions and notes of tables among them.
    public var passages: [Passage]
    /// The tables, in order.
    public var tables: [ManuscriptTable]

    /// Creates a manuscript.
    public init(passages: [Passage] = [], tables: [ManuscriptTable] = []) {
        self.passages = passages
        self.tables = tables
    }
}

/// A paragraph, heading, caption or note.
public struct Passage: Equatable, Sendable {
    /// Where in a paper it stands.
    public enum Part: String, Sendable, CaseIterable {
        case front, abstract, introduction, methods, results, discussion, references
    }

    /// What it is.
    public enum Role: String, Sendable {
        case heading, paragraph, tableCaption, figureCaption, note
    }

    /// The words.
    public var text: ManuscriptText
    /// The part of the paper.
    public var part: Part
    /// What it is.
    public var role: Role
    /// The heading above it.
    public var heading: String
    /// Page, and line or paragraph, of its first word.
    public var place: Place
    /// The later lines by the UTF-16 offset at which they begin.
    public var lineStarts: [LineStart]

    /// A line of the file, and where in the text it begins.
    public struct LineStart: Equatable, Sendable {
        /// The UTF-16 offset.
        public var offset: Int
        /// The place of the line.
        public var place: Place
    }

    /// Creates a passage.
    public init(
        _ text: ManuscriptText, part: Part = .front, role: Role = .paragraph, heading: String = "", place: Place,
        lineStarts: [LineStart] = []
    ) {
        self.text = text
        self.part = part
        self.role = role
        self.heading = heading
        self.place = place
        self.lineStarts = lineStarts
    }

    /// The place of an offset of the text.
    public func place(at offset: Int) -> Place {
        lineStarts.last { $0.offset <= offset }?.place ?? place
    }
}

/// A place in a file as its reader finds it: a line, or in Word the number of a paragraph.
public struct Place: Equatable, Hashable, Sendable {
    /// The page, where the file has pages.
    public var page: Int?
    /// The line of the file, from 1.
    public var line: Int?
    /// The paragraph, from 1, where the file has no lines.
    public var paragraph: Int?

    /// Creates a place.
    public init(page: Int? = nil, line: Int? = nil, paragraph: Int? = nil) {
        self.page = page
        self.line = line
        self.paragraph = paragraph
    }

    /// As a message says it: `page 3, line 120`.
    public var description: String {
        [page.map { "page \($0)" }, line.map { "line \($0)" }, paragraph.map { "paragraph \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
    }
}
