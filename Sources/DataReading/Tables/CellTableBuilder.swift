/// Writes the cells of a file that is no text into a ``CellTable``, row by row: the names of the columns first, then as
/// many cells in each row.
struct CellTableBuilder {
    /// More bytes of cells than this end the reading: no study has so many.
    static let byteLimit = 4 << 30
    private static let blockSize = 1 << 30

    private let file: String
    private let width: Int
    private var bytes: [UInt8] = []
    private var blocks: [CellTable.Block] = []
    private var block = CellTable.Block(origin: 0, firstLine: 0)
    private var cellsInRow = 0

    /// Begins a table with the names of its columns.
    init(file: String, header: [String]) {
        self.file = file
        width = header.count
        for name in header { add(name) }
    }

    /// Bytes written so far.
    var size: Int { bytes.count }

    /// Adds the next cell of the row; an empty text where it is missing.
    mutating func add(_ text: String) {
        add(bytes: text.utf8)
    }

    /// Adds the next cell of the row as UTF-8.
    mutating func add(bytes text: some Sequence<UInt8>) {
        if cellsInRow == 0 { beginRow() }
        bytes.append(contentsOf: text)
        block.cellEnds.append(UInt32(truncatingIfNeeded: bytes.count - block.origin))
        bytes.append(0)
        cellsInRow = cellsInRow + 1 == width ? 0 : cellsInRow + 1
    }

    private mutating func beginRow() {
        if bytes.count - block.origin >= Self.blockSize {
            blocks.append(block)
            block = CellTable.Block(origin: bytes.count, firstLine: 0)
        }
        block.rowStarts.append(UInt32(truncatingIfNeeded: bytes.count - block.origin))
    }

    /// The table with what was added; rows are named by their number.
    consuming func table() -> CellTable { table(places: .records) }

    consuming func table(places: CellPlaces) -> CellTable {
        CellTable(
            file: file, bytes: bytes, blocks: blocks + [block], width: width, isQuoted: false, places: places)
    }
}
