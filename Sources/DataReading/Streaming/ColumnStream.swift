internal import Mathematics

/// How a large text is read. None of it shows in what is read.
struct StreamSettings: Sendable {
    /// Bytes that are read at once.
    var partSize: Int
    /// How many work on a part.
    var lanes: Int
    /// A longer row is a lost closing quote, not a patient.
    var rowLimit = 256 << 20
    /// A column with more different cells is packed.
    var mostTexts = CodedColumn.mostTexts
    /// Bytes between rows whose place is kept.
    var markDistance = 1 << 16

    /// Parts that stay in the processors' own memory, and more pieces than processors so that none waits long for the last.
    static var usual: StreamSettings {
        let lanes = min(8, 2 * processorCount)
        return StreamSettings(partSize: lanes << 21, lanes: lanes)
    }
}

/// Reads a text part by part into columns: while one part is worked on by all processors, the next is read.
final class ColumnStream {
    private let text: any StreamedText
    private let file: String
    private let delimiter: UInt8
    private let settings: StreamSettings

    private var header: CellTable?
    private var lanes: [ColumnLane] = []
    private var columns: [ColumnRoom] = []
    /// The rows of each piece so far, by lane.
    private var pieces: [[Range<Int>]] = []
    private var marks: [StreamedPlaces.Mark] = []
    private var rowCount = 0
    private var line = 1
    /// Where the part begins in the text.
    private var offset = 0

    init(_ text: any StreamedText, file: String, delimiter: UInt8, settings: StreamSettings) {
        (self.text, self.file, self.delimiter, self.settings) = (text, file, delimiter, settings)
    }

    /// The table; nil where the text has no header, or anything is wrong with its form or letters.
    func table() throws -> CellTable? {
        let source = try text.source(from: 0)
        let size = settings.partSize
        var (part, next) = (TextWindow(size: size), TextWindow(size: size))
        try part.refill(size, by: source.next)
        var isLast = part.text.count < size
        while true {
            guard let pieces = try wholeRows(of: part, from: source, isLast: &isLast) else { return nil }
            let end = pieces.last?.upperBound ?? 0
            let text = UnsafeBufferPointer(rebasing: part.text[..<end])
            guard let pieces = header == nil ? beginTable(text, pieces) : pieces else { return nil }
            var (failure, isNextLast) = (nil as (any Error)?, isLast)
            let areSound = concurrentMap(pieces.count + 1) { [lanes] index in
                if index > 0 { return lanes[index - 1].scan(text, pieces[index - 1]) }
                guard !isLast else { return true }
                do {
                    try next.refill(size, by: source.next)
                    isNextLast = next.text.count < size
                } catch {
                    failure = error
                }
                return true
            }
            if let failure { throw failure }
            guard areSound.allSatisfy(\.self) else { return nil }
            add(lanes.prefix(pieces.count), of: text)
            offset += end
            if isLast { break }
            next.prepend(UnsafeBufferPointer(rebasing: part.text[end...]))
            swap(&part, &next)
            isLast = isNextLast
        }
        return finished()
    }

    /// The pieces of a part, which grows until a row ends in it; nil where that is too far.
    private func wholeRows(
        of part: TextWindow, from source: any TextSource, isLast: inout Bool
    ) throws -> [Range<Int>]? {
        while true {
            let pieces = piecesOfWholeRows(in: part.text, isLast: isLast, count: settings.lanes)
            if !pieces.isEmpty || isLast { return pieces }
            let count = part.text.count
            guard count < settings.rowLimit else { return nil }
            try part.grow(by: count, source.next)
            isLast = part.text.count < 2 * count
        }
    }

    // MARK: Header

    /// Reads the header from the first part that has rows; gives what the pieces hold besides.
    private func beginTable(_ text: UnsafeBufferPointer<UInt8>, _ pieces: [Range<Int>]) -> [Range<Int>]? {
        guard utf8Fault(in: UnsafeRawBufferPointer(text), range: 0..<text.count) == nil else { return nil }
        var isSound = true
        let start = offset == 0 ? lengthOfByteOrderMark(text) : 0
        var scanner = CSVScanner(text, from: start, onLine: line, delimiter: delimiter)
        scanner.scanHeader { _ in isSound = false }
        guard isSound else { return nil }
        line = scanner.next.line
        guard scanner.width > 0 else { return [] }
        header = CellTable(
            file: file, bytes: Array(text[..<scanner.next.position]), blocks: [scanner.block], width: scanner.width,
            isQuoted: true, places: .text)
        lanes = (0..<settings.lanes).map { _ in
            ColumnLane(width: scanner.width, delimiter: delimiter, mostTexts: settings.mostTexts)
        }
        self.pieces = lanes.map { _ in [] }
        // Few columns have many rows; of very many columns a block of as many rows each would be too much.
        var shift = 16
        while shift > 8, scanner.width << shift > 1 << 22 { shift -= 1 }
        columns = (0..<scanner.width).map { _ in ColumnRoom(codes: RowBlocks(shift: shift)) }
        let end = scanner.next.position
        return pieces.map { max($0.lowerBound, end)..<max($0.upperBound, end) }.filter { !$0.isEmpty }
    }

    // MARK: Rows

    /// Takes the rows that the lanes found in a part.
    private func add(_ lanes: ArraySlice<ColumnLane>, of text: UnsafeBufferPointer<UInt8>) {
        var firstRows: [Int] = []
        for lane in lanes {
            firstRows.append(rowCount)
            mark(lane.block)
            rowCount += lane.rowCount
            line += lane.lines
        }
        for column in columns {
            column.codes?.reserve(rowCount)
            column.packed?.reserve(rowCount)
        }
        let full = concurrentMap(lanes.count) { [columns] in
            lanes[$0].write(to: columns, of: text, first: firstRows[$0])
        }
        let part = lanes.indices.map { firstRows[$0]..<firstRows[$0] + lanes[$0].rowCount }
        for column in Set(full.joined()).sorted() { pack(column, part, of: text) }
        for (index, rows) in part.enumerated() { pieces[index].append(rows) }
    }

    /// Keeps the places of some rows of a piece.
    private func mark(_ block: CellTable.Block) {
        for (index, start) in block.rowStarts.enumerated() {
            let place = offset + block.origin + Int(start)
            if let last = marks.last, place < last.offset + settings.markDistance { continue }
            marks.append(.init(row: rowCount + index, offset: place, line: line + Int(block.rowLines[index])))
        }
    }

    /// Packs the cells of a column that turned out to have too many different ones; `part` are the rows of the part at hand, whose
    /// cells have no codes yet.
    private func pack(_ column: Int, _ part: [Range<Int>] = [], of text: UnsafeBufferPointer<UInt8>? = nil) {
        guard let codes = columns[column].codes else { return }
        let packed = RowBlocks<UInt64>(shift: codes.shift)
        packed.reserve(rowCount)
        _ = concurrentMap(lanes.count) { [lanes, pieces] index in
            lanes[index].pack(coded: column, rows: pieces[index], from: codes, to: packed)
            lanes[index].dictionaries[column] = nil
            guard let text, part.indices.contains(index) else { return }
            lanes[index].pack(column, 0..<part[index].count, of: text, to: packed, first: part[index].lowerBound)
        }
        columns[column] = ColumnRoom(packed: packed)
    }

    // MARK: End

    private func finished() -> CellTable? {
        guard let header else { return nil }
        let joined = concurrentMap(columns.count) { [self] in columns[$0].codes == nil ? nil : join($0) }
        for column in columns.indices where joined[column] == nil { pack(column) }
        let places = StreamedPlaces(
            text, file: file, width: columns.count, delimiter: delimiter, marks: marks, end: offset)
        let long = lanes.map(\.long)
        let storage = columns.indices.map { column -> StreamedColumns.Column in
            if let packed = columns[column].packed { return .packed(packed, long: long) }
            guard let cells = joined[column], let codes = columns[column].codes else {
                preconditionFailure("a column is either coded or packed")
            }
            let texts = cells.entries.map { entry in
                cells.withCell(entry) { cellText($0.bindMemory(to: UInt8.self), isQuoted: true) }
            }
            return .coded(texts: texts, cells: cells, codes: RowCodes(codes))
        }
        return CellTable(
            header: header, columns: StreamedColumns(storage, rowCount: rowCount, places: places))
    }

    /// Makes one dictionary of those of the lanes, in the order in which cells come first, and the codes those of this one; nil
    /// where it would have too many cells.
    private func join(_ column: Int) -> CellDictionary? {
        let dictionaries = lanes.map { $0.dictionaries[column] }
        let entries = dictionaries.enumerated().flatMap { lane, dictionary in
            (dictionary?.entries ?? []).enumerated().map { (row: $1.row, lane: lane, number: $0) }
        }
        let all = CellDictionary(most: settings.mostTexts)
        var codes = dictionaries.map { [UInt16](repeating: 0, count: $0?.entries.count ?? 0) }
        for entry in entries.sorted(by: { ($0.row, $0.lane) < ($1.row, $1.lane) }) {
            guard let own = dictionaries[entry.lane] else { continue }
            let number = all.number(of: own.entries[entry.number], in: own)
            guard number >= 0 else { return nil }
            codes[entry.lane][entry.number] = UInt16(truncatingIfNeeded: number)
        }
        for (lane, own) in codes.enumerated() where !own.indices.allSatisfy({ own[$0] == UInt16($0) }) {
            for rows in pieces[lane] {
                self.columns[column].codes?.forEachRun(rows) { target, run in
                    for index in 0..<run.count { target[index] = own[Int(target[index])] }
                    return true
                }
            }
        }
        return all
    }
}
