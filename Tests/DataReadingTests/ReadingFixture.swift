import Diagnostics
import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import DataReading

/// A data file as a study declares it, read from bytes.
struct ReadingFixture {
    var file: DataFile
    var bytes: [UInt8]
    /// Other files by path.
    var companions: [String: [UInt8]] = [:]

    init(_ path: String, _ bytes: [UInt8]) {
        file = DataFile(name: at("patients"), path: at(path))
        self.bytes = bytes
    }

    /// A file of `Tests/DataFiles`.
    init(committed name: String) throws {
        self.init(name, try Array(Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)"))))
    }

    static let folder = "\(repositoryRoot)/Tests/DataFiles"

    /// Reads the file; a text part by part as well, which must give the same.
    func read() -> (table: CellTable?, sink: DiagnosticSink) {
        for size in file.format == .text ? [3, 100] : [] {
            #expect(throws: Never.self, "\(size)") { try expectSame(StreamSettings(partSize: size, lanes: 2)) }
        }
        return readWhole()
    }

    func readWhole() -> (table: CellTable?, sink: DiagnosticSink) {
        let sink = DiagnosticSink()
        let table = readCells(
            of: file, bytes: bytes, namedIn: "study.yaml", companion: { companions[$0] }, reporting: sink.emit)
        return (table, sink)
    }

    /// The header and the rows of a file without faults.
    func cells(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> [[String]] {
        let (table, sink) = read()
        expectMessages(sink, equal: "", sourceLocation: sourceLocation)
        return try #require(table, sourceLocation: sourceLocation).rows
    }

    func expect(_ messages: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let (table, sink) = read()
        expectMessages(sink, equal: messages, sourceLocation: sourceLocation)
        if table == nil { #expect(sink.hasErrors, sourceLocation: sourceLocation) }
    }
}

/// A value of the study file, at a place of its own.
func at<Value>(_ value: Value) -> Located<Value> {
    Located(value, at: SourceLocation(file: "study.yaml", line: 4, column: 21))
}

extension CellTable {
    var rows: [[String]] {
        [header] + (0..<rowCount).map { row in header.indices.map { text(row: row, column: $0) } }
    }
}

/// Random numbers that are the same in every run: splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
