import Testing

@testable import DataReading

/// Texts with seeded random cells and bytes.
@Suite struct TextRobustnessTests {
    /// Reading what was written gives the cells back, whatever they hold.
    @Test(arguments: 1...8)
    func cellsSurviveWritingAndReading(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet: [Character] = ["a", "\"", ",", "\n", "\r", "é", "名", ";", "1", "'"]
        for _ in 0..<200 {
            let width = Int.random(in: 1...4, using: &generator)
            let header = (0..<width).map { "c\($0)" }
            let rows = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                (0..<width).map { _ in
                    // A letter at either end keeps the cell from being trimmed.
                    let inside = (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in
                        alphabet.randomElement(using: &generator)
                    }
                    return "x" + String(inside) + "y"
                }
            }
            let end = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
            let text = ([header] + rows).map { row in
                row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + end
            }.joined()
            let table = try #require(
                csvTable(Array(text.utf8), file: "x.csv", delimiter: UInt8(ascii: ",")) { Issue.record("\($0)") })
            let read = (0..<table.rowCount).map { row in (0..<width).map { table.text(row: row, column: $0) } }
            #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
        }
    }

    /// UTF-8 is judged as the standard library judges it.
    @Test(arguments: 1...4)
    func encodingIsJudgedAsTheStandardLibraryDoes(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let telling: [UInt8] = [
            0x41, 0x7F, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5,
        ]
        for _ in 0..<3000 {
            let padding = [UInt8](repeating: 0x61, count: Int.random(in: 0...9, using: &generator))
            let bytes =
                padding
                + (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                    telling.randomElement(using: &generator) ?? 0
                }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((utf8Fault(in: bytes) == nil) == isValid, "\(bytes)")
        }
    }

    /// A text read in pieces is the text read from beginning to end, whatever its quotes, line ends and blank lines.
    @Test(arguments: 1...8)
    func piecesAreTheWhole(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let cells = ["1", "", "\"a,b\"", "\"two\nlines\"", "\"say \"\"x\"\"\"", "é", "\"\n\n\"", "\"\r\n,\""]
        let ends = ["\n", "\r\n", "\n\n", "\r"]
        for round in 0..<20 {
            var text = "a,b,c\n"
            for _ in 0..<Int.random(in: 0...200, using: &generator) {
                text += (0..<3).map { _ in cells.randomElement(using: &generator) ?? "" }.joined(separator: ",")
                text += ends.randomElement(using: &generator) ?? "\n"
            }
            // A row at fault makes both read from the beginning.
            if round.isMultiple(of: 5) { text += "1,2\n1,2,3\n\"x" }
            var faults: [[CSVFault]] = [[], []]
            let whole = csvTable(Array(text.utf8), file: "x.csv", delimiter: 44) { faults[0].append($0) }
            let pieces = csvTable(Array(text.utf8), file: "x.csv", delimiter: 44, pieceSize: 16) {
                faults[1].append($0)
            }
            #expect(faults[0] == faults[1])
            #expect(whole?.rows == pieces?.rows)
            guard let whole, let pieces, whole.rowCount > 0 else { continue }
            for row in 0..<whole.rowCount {
                #expect(whole.location(row: row, column: 2) == pieces.location(row: row, column: 2), "row \(row)")
            }
        }
    }
}
