/// A span in a text file: file, line, column and length, as editors count them.
public struct SourceLocation: Hashable, Sendable, Codable {
    /// The file's path as the user named it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int
    /// How many scalars the span covers, at least 1.
    public var length: Int

    /// Creates a place in a file.
    public init(file: String, line: Int, column: Int, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
    }
}

extension SourceLocation: Comparable {
    /// Orders places by file, then line, then column.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
