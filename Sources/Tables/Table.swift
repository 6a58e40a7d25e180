/// A table as data: what stands in each cell, before any markup.
///
/// The first column names the rows; the others hold what they say. Writers decide nothing but how it looks.
public struct Table: Equatable, Sendable {
    /// A column and its head.
    public struct Column: Equatable, Sendable {
        /// How the cells stand under one another.
        public enum Alignment: Equatable, Sendable {
            /// At the left: for words.
            case leading
            /// On the end of the first whole number of each cell, so that units stand under units.
            case number
        }

        /// The head.
        public var heading: RichText
        /// How the cells stand under one another.
        public var alignment: Alignment

        /// Creates a column.
        public init(_ heading: RichText, alignment: Alignment) {
            self.heading = heading
            self.alignment = alignment
        }
    }

    /// A head over several columns.
    public struct SpanningHead: Equatable, Sendable {
        /// The head.
        public var heading: RichText
        /// The columns under it, counted from 0.
        public var columns: Range<Int>

        /// Creates a head.
        public init(_ heading: RichText, over columns: Range<Int>) {
            self.heading = heading
            self.columns = columns
        }
    }

    /// What one place of the table holds.
    public struct Cell: Equatable, Sendable, ExpressibleByStringLiteral {
        /// The text.
        public var text: RichText
        /// The marks of the footnotes that it refers to.
        public var marks: [String]

        /// Creates a cell.
        public init(_ text: RichText, marks: [String] = []) {
            self.text = text
            self.marks = marks
        }

        /// Creates a cell of plain text from a literal.
        public init(stringLiteral text: String) { self.init(RichText(text)) }

        /// A cell with nothing in it.
        public static let empty = Cell("")
    }

    /// A row.
    public struct Row: Equatable, Sendable {
        /// What a row is to its neighbours.
        public enum Kind: Equatable, Sendable {
            /// A head over all columns; it has no other cells.
            case section
            /// The first row of a block that stays together, such as a variable above its levels.
            case block
            /// A further row of the block.
            case member
        }

        /// What it is to its neighbours.
        public var kind: Kind
        /// What the row is about: the cell of the first column.
        public var head: Cell
        /// How many steps the head is indented.
        public var indent: Int
        /// The cells of the other columns.
        public var cells: [Cell]
        /// Whether a thin rule parts it from the rows above.
        public var hasRuleAbove: Bool

        /// Creates a row.
        public init(_ kind: Kind, head: Cell, indent: Int = 0, cells: [Cell], hasRuleAbove: Bool = false) {
            self.kind = kind
            self.head = head
            self.indent = indent
            self.cells = cells
            self.hasRuleAbove = hasRuleAbove
        }
    }

    /// A note under the table.
    public struct Footnote: Equatable, Sendable {
        /// The mark by which cells refer to it; nil for a note to the whole table.
        public var mark: String?
        /// The note, a sentence.
        public var text: RichText

        /// Creates a note.
        public init(mark: String? = nil, _ text: RichText) {
            self.mark = mark
            self.text = text
        }
    }

    /// The table's name in the study file and its file name.
    public var id: String
    /// The caption, a sentence.
    public var caption: RichText
    /// Whether it belongs to the supplement, where tables are numbered apart.
    public var isSupplementary: Bool
    /// The columns; the first names the rows.
    public var columns: [Column]
    /// Rows of heads above those of the columns, the outermost first.
    public var spanningHeads: [[SpanningHead]]
    /// The rows.
    public var rows: [Row]
    /// The notes under the table.
    public var footnotes: [Footnote]

    /// Creates a table.
    public init(
        id: String, caption: RichText, isSupplementary: Bool = false, columns: [Column],
        spanningHeads: [[SpanningHead]] = [], rows: [Row], footnotes: [Footnote] = []
    ) {
        self.id = id
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.columns = columns
        self.spanningHeads = spanningHeads
        self.rows = rows
        self.footnotes = footnotes
    }
}
