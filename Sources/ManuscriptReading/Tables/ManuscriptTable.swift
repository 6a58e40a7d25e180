/// A table of a manuscript, its spanning heads and headings of rows resolved.
public struct ManuscriptTable: Equatable, Sendable {
    /// A column but the first, which holds the rows' labels.
    public struct Column: Equatable, Sendable {
        /// The heads above it, from the widest to its own.
        public var heads: [String]
        /// All of them, as a message names the column.
        public var name: String { heads.filter { !$0.isEmpty }.joined(separator: ": ") }

        /// Creates a column.
        public init(heads: [String]) { self.heads = heads }
    }

    /// A cell.
    public struct Cell: Equatable, Sendable {
        /// The words.
        public var text: ManuscriptText
        /// What they say.
        public var value: CellValue
        /// Where they stand.
        public var place: Place

        /// Creates a cell.
        public init(_ text: ManuscriptText, place: Place) {
            self.text = text
            self.place = place
            value = CellValue(text.plain)
        }
    }

    /// A row.
    public struct Row: Equatable, Sendable {
        /// Its label.
        public var label: ManuscriptText
        /// The heading of the block that it belongs to; empty where it stands alone.
        public var block: String
        /// Whether it is such a heading.
        public var isHeading: Bool
        /// The cells, one for each column.
        public var cells: [Cell]
        /// Where it stands.
        public var place: Place

        /// Block and label, as a message names the row.
        public var name: String { block.isEmpty || isHeading ? label.printed : "\(block): \(label.printed)" }
    }

    /// `Table 1`; empty where the table has no number.
    public var label: String
    /// The caption without the label.
    public var caption: ManuscriptText
    /// The columns but the first.
    public var columns: [Column]
    /// The rows.
    public var rows: [Row]
    /// The notes below.
    public var notes: [ManuscriptText]
    /// Where it begins.
    public var place: Place
    /// Whether rows and columns were guessed from a text without a layout.
    public var isGuessed: Bool

    /// The notes and the caption in one.
    public var words: String { ([caption] + notes).map(\.plain).joined(separator: " ") }
    /// As a message names it.
    public var name: String { label.isEmpty ? "a table without a number" : label }
}

/// A table as its reader found it: cells by row, not yet told apart into heads, labels and values.
struct RawTable {
    struct Cell {
        var text: String
        var place: Place
        var columnSpan = 1
        var rowSpan = 1
        var isHead = false
        /// Whether the text is set off from the margin, as levels below their variable are.
        var isIndented = false
    }

    var rows: [[Cell]]
    var place: Place
    /// How many rows are heads, where the file says so.
    var headRows: Int?
    var isGuessed = false
}
