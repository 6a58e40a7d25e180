import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import DataReading

/// A file in memory that gives its bytes part by part.
final class BytesFile: StreamedFile {
    private let bytes: [UInt8]
    /// Whether somebody wrote to the file; whether the system refuses to read behind some byte.
    private let hasChanged: Bool
    private let readable: Int
    /// How many bytes were asked for at once at most, header and delimiter apart.
    let largestRead = Mutex(0)

    struct Refusal: Error, CustomStringConvertible { var description: String }

    init(_ bytes: [UInt8], hasChanged: Bool = false, readable: Int = .max) {
        (self.bytes, self.hasChanged, self.readable) = (bytes, hasChanged, readable)
    }

    var size: Int { bytes.count }

    func read(from offset: Int, into room: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = max(0, min(room.count, bytes.count - offset))
        guard offset + count <= readable else { throw Refusal(description: "the disk is broken") }
        if offset > 0 { largestRead.withLock { $0 = max($0, room.count) } }
        room.copyBytes(from: bytes[offset..<offset + count])
        return count
    }

    func expectUnchanged() throws {
        if hasChanged { throw Refusal(description: "it changed while it was read") }
    }
}

extension ReadingFixture {
    /// The same file read part by part.
    func stream(_ settings: StreamSettings, from file: BytesFile? = nil) throws -> (
        table: CellTable?, sink: DiagnosticSink
    ) {
        let sink = DiagnosticSink()
        let table = try readCells(
            of: self.file, streaming: file ?? BytesFile(bytes), namedIn: "study.yaml",
            companion: { companions[$0] }, settings: settings, reporting: sink.emit)
        return (table, sink)
    }

    /// Expects that reading part by part gives what reading at once gives: cells, places and messages.
    func expectSame(_ settings: StreamSettings, _ comment: Comment? = nil) throws {
        let (whole, wholeSink) = readWhole()
        let (parts, partsSink) = try stream(settings)
        #expect(formatted(partsSink) == formatted(wholeSink), comment)
        #expect((parts == nil) == (whole == nil), comment)
        guard let whole, let parts else { return }
        try #require(parts.rows == whole.rows, comment)
        #expect(parts.isSound == whole.isSound && parts.encoding == whole.encoding, comment)
        #expect(parts.delimiter == whole.delimiter, comment)
        for column in whole.header.indices {
            #expect(parts.location(ofColumn: column) == whole.location(ofColumn: column), comment)
            let rows = 0..<whole.rowCount
            #expect(bytes(of: parts, column) == bytes(of: whole, column), comment)
            for row in rows {
                #expect(parts.location(row: row, column: column) == whole.location(row: row, column: column), comment)
                #expect(parts.isEmpty(row: row, column: column) == whole.isEmpty(row: row, column: column), comment)
            }
            guard settings.mostTexts == CodedColumn.mostTexts else { continue }
            let (coded, expected) = (parts.coded(column: column), whole.coded(column: column))
            #expect(coded?.texts == expected?.texts, comment)
            #expect(rows.allSatisfy { coded?.codes[$0] == expected?.codes[$0] }, comment)
        }
    }

    private func formatted(_ sink: DiagnosticSink) -> [String] {
        sink.diagnostics.map { DiagnosticFormatter().format($0) }
    }

    private func bytes(of table: CellTable, _ column: Int) -> [[UInt8]] {
        var cells: [[UInt8]] = []
        table.forEachCell(ofColumn: column, rows: 0..<table.rowCount) { _, cell in
            cells.append(Array(cell))
            return true
        }
        return cells
    }
}

extension CellTable {
    /// A column as positions among its texts; nil where it has too many.
    func coded(column: Int) -> CodedColumn? { coded(columns: [column])[0] }
}
