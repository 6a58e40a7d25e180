/// Where a result is printed.
public struct PrintedPlace: Equatable, Codable, Sendable {
    /// What prints it.
    public enum Kind: String, Codable, Sendable {
        case table, figure, sentence
    }

    /// What prints it.
    public var kind: Kind
    /// `Table 2`, `Figure 1A`, or the heading that a sentence stands under.
    public var reference: String
    /// Row and column of a cell, or the sentence; empty for a figure.
    public var detail: String
    /// The cell of a table.
    var cell: CellName?

    private enum CodingKeys: String, CodingKey { case kind, reference, detail }

    /// A place in one line.
    public var text: String { detail.isEmpty ? reference : "\(reference): \(detail)" }
}

/// Where a cell stands in a table.
struct CellName: Hashable {
    var table: String
    /// The heads of its row, from the outermost on.
    var row: [String]
    var column: String
}

/// A cell of a table that reads otherwise than before.
public struct CellChange: Equatable, Sendable {
    /// `Table 2`.
    public var reference: String
    /// The heads of its row, from the outermost on.
    public var row: [String]
    /// The head of its column.
    public var column: String
    /// What was printed, and what is printed now; empty where the cell is new or gone.
    public var old: String
    /// What is printed now.
    public var new: String
    var cell: CellName

    /// The cell in one line.
    public var label: String { ([reference] + row + [column]).filter { !$0.isEmpty }.joined(separator: " · ") }
}
