/// The cells of a sheet, row by row.
final class SheetPart: XMLPart {
    /// A cell that is not empty.
    struct Cell {
        let column: Int
        let text: String
        /// Whether it holds one of Excel's errors, such as `#REF!`.
        var isError = false
    }

    /// A range of cells that are shown as one, from its first to its last.
    typealias Range = (first: (row: Int, column: Int), last: (row: Int, column: Int))

    private(set) var merged: [Range] = []
    /// A cell that says what it cannot be.
    private(set) var fault: (row: Int, column: Int, reason: String)?

    private let shared: [String]
    private let kinds: [NumberKind]
    private let countsFrom1904: Bool
    private let takeRow: (Int, [Cell]) -> Void

    private var row = 0
    private var cells: [Cell] = []
    private var column = -1
    private var (type, style) = ("n", 0)
    private var content = ""
    private var (isContent, isInline, phoneticDepth) = (false, false, 0)

    init(shared: [String], kinds: [NumberKind], countsFrom1904: Bool, takeRow: @escaping (Int, [Cell]) -> Void) {
        self.shared = shared
        self.kinds = kinds
        self.countsFrom1904 = countsFrom1904
        self.takeRow = takeRow
    }

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "row":
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            (cells, column) = ([], -1)
        case "c":
            column = attributes["r"].flatMap { cellPosition($0)?.column } ?? column + 1
            (type, style) = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0)
            content = ""
        case "v": isContent = true
        case "is": isInline = true
        case "rPh": phoneticDepth += 1
        case "t": isContent = isInline && phoneticDepth == 0
        case "mergeCell":
            let corners = (attributes["ref"] ?? "").split(separator: ":").compactMap { cellPosition($0) }
            if corners.count == 2 { merged.append((corners[0], corners[1])) }
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "v", "t": isContent = false
        case "is": isInline = false
        case "rPh": phoneticDepth -= 1
        case "c": if let cell = cell() { cells.append(cell) }
        case "row": if !cells.isEmpty { takeRow(row, cells) }
        default: break
        }
    }

    func text(_ text: String) { if isContent { content += text } }

    /// The cell that ends; nil where it is empty or at fault.
    private func cell() -> Cell? {
        guard !content.isEmpty else { return nil }
        switch type {
        case "s":
            guard let index = Int(content), shared.indices.contains(index) else {
                return refuse("its text is not among the shared ones")
            }
            return shared[index].isEmpty ? nil : Cell(column: column, text: shared[index])
        case "b": return Cell(column: column, text: content == "1" || content == "true" ? "TRUE" : "FALSE")
        // "Not available" is how Excel says that a value is missing.
        case "e": return content == "#N/A" ? nil : Cell(column: column, text: content, isError: true)
        case "str", "inlineStr": return Cell(column: column, text: withoutEscapes(content))
        case "d": return Cell(column: column, text: content.replacing("T00:00:00", with: ""))
        default:
            guard let number = Double(content), number.isFinite else { return refuse("it should hold a number") }
            let kind = kinds.indices.contains(style) ? kinds[style] : .number
            return Cell(column: column, text: kind.text(number, countsFrom1904: countsFrom1904))
        }
    }

    private func refuse(_ reason: String) -> Cell? {
        fault = fault ?? (max(1, row), max(0, column), reason)
        return nil
    }
}
