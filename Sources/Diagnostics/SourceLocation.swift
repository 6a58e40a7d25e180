/// A span in a text file: file, line, column and length, as editors count them; or a cell of a file that is no text.
public struct SourceLocation: Hashable, Sendable, Codable {
    /// The file's path as the user named it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int
    /// How many scalars the span covers, at least 1.
    public var length: Int
    /// In a file that is no text, how its program names the cell, such as `Sheet1!C5`; line and column are then the
    /// cell's row and column.
    public var cell: String?

    /// Creates a place in a file.
    public init(file: String, line: Int, column: Int, length: Int = 1, cell: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
        self.cell = cell
    }

    /// The place as messages show it: `file:line:column`, or `file:cell`.
    public var text: String { cell.map { "\(file):\($0)" } ?? "\(file):\(line):\(column)" }
}

extension SourceLocation: Comparable {
    /// Orders places by file, then line, then column.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
