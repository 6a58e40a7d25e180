import Diagnostics
import Synchronization
import TestSupport
import Testing

@testable import DataReading

/// Reading part by part gives what reading at once gives, wherever the parts are cut.
@Suite struct StreamingTests {
    /// So small that every quote, line end and letter is cut somewhere.
    static func settings(_ seed: Int) -> StreamSettings {
        var generator = SeededGenerator(seed: UInt64(seed))
        return StreamSettings(
            partSize: [1, 2, 3, 7, 16, 61, 64, 200, 5000].randomElement(using: &generator) ?? 1,
            lanes: Int.random(in: 1...4, using: &generator),
            mostTexts: [2, 3, 6, CodedColumn.mostTexts].randomElement(using: &generator) ?? 2,
            markDistance: Int.random(in: 1...100, using: &generator))
    }

    private static let cells = [
        "1", "", "\"a,b\"", "\"two\nlines\"", "\"say \"\"x\"\"\"", "é", "\"\n\n\"", "\"\r\n,\"", " 7 ", "\"\"", "名字",
        "2024-06-30T12:00:00", "123456789", "12345678", "\u{A0}", "\"\"\"\"", "\u{1F600}\u{1F600}\u{1F600}",
    ]

    /// A text of three columns; of some kinds a row is at fault.
    private static func text(_ generator: inout SeededGenerator) -> String {
        let ends =
            [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\n\n", "\r", "\n  \n"]].randomElement(using: &generator) ?? []
        let cells = Bool.random(using: &generator) ? Self.cells : Self.cells.filter { !$0.contains("\"") }
        func end(_ generator: inout SeededGenerator) -> String { ends.randomElement(using: &generator) ?? "\n" }
        var text = ["", "\u{FEFF}", "\n\n", "\u{FEFF} \r\n"].randomElement(using: &generator) ?? ""
        text += (["a,b,c", "a,\"b\n1\",c", "a,b,"].randomElement(using: &generator) ?? "") + end(&generator)
        for _ in 0..<Int.random(in: 0...60, using: &generator) {
            text += (0..<3).map { _ in cells.randomElement(using: &generator) ?? "" }.joined(separator: ",")
            text += end(&generator)
        }
        let faults = ["", "", "", "1,2\n", "1,2,3,4\n", "1,\"x\n,2,3\n", "1,x\"y,3\n", "1,\"x\"y,3\n1\n", "1,2,3"]
        text += faults.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { text += "4,5,6\n7,8,9" }
        return text
    }

    @Test(arguments: 1...40) func `wherever a text is cut`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for round in 0..<6 {
            let text = Self.text(&generator)
            let settings = Self.settings(seed * 100 + round)
            try ReadingFixture("x.csv", Array(text.utf8)).expectSame(settings, "\(settings) \(text.debugDescription)")
        }
    }

    /// Every size of a part for one text, so that each of its bytes comes last in one.
    @Test(arguments: 1...90) func `whatever the size of a part`(size: Int) throws {
        let text =
            "\u{FEFF}id,\"na\"\"me\",x\r\n1,\"Müller\r\n\r\",\"\"\r\n\r\n22,名,\"a\"\"b\"\r3,\"\"\"\",123456789\n4,,\u{3000}x"
        for lanes in 1...3 {
            try ReadingFixture("x.csv", Array(text.utf8))
                .expectSame(StreamSettings(partSize: size, lanes: lanes, markDistance: 1), "\(size) \(lanes)")
        }
    }

    @Test func `one column, in which a blank row is none`() throws {
        let text = "a\n1\n\n \n2\n\"\"\n3"
        for size in 1...20 {
            try ReadingFixture("x.csv", Array(text.utf8)).expectSame(StreamSettings(partSize: size, lanes: 2))
        }
    }

    @Test func `a column of more different cells than have codes`() throws {
        let rows = (0..<70_000).map { "\($0),\($0 % 7),key number \($0)\n" }
        let fixture = ReadingFixture("x.csv", Array(("id,level,key\n" + rows.joined()).utf8))
        let (table, sink) = try fixture.stream(StreamSettings(partSize: 1 << 16, lanes: 3))
        expectMessages(sink, equal: "")
        let read = try #require(table)
        try #require(read.rowCount == 70_000)
        #expect(read.coded(column: 0) == nil && read.coded(column: 2) == nil)
        #expect(read.coded(column: 1)?.texts == (0..<7).map(String.init))
        for row in stride(from: 0, to: 70_000, by: 999) {
            #expect(read.text(row: row, column: 0) == "\(row)")
            #expect(read.text(row: row, column: 1) == "\(row % 7)")
            #expect(read.text(row: row, column: 2) == "key number \(row)")
            #expect(read.location(row: row, column: 1).line == row + 2)
        }
    }

    @Test func `a part is never larger than asked for`() throws {
        let row = "1,2,\"three\"\n"
        let bytes = Array(("a,b,c\n" + String(repeating: row, count: 20_000)).utf8)
        let file = BytesFile(bytes)
        let settings = StreamSettings(partSize: 4096, lanes: 2)
        let (table, _) = try ReadingFixture("x.csv", bytes).stream(settings, from: file)
        #expect(table?.rowCount == 20_000)
        #expect(file.largestRead.withLock { $0 } == 4096)
    }

    @Test func `very many columns`() throws {
        let width = 3000
        let line = { (text: (Int) -> String) in (0..<width).map(text).joined(separator: ",") + "\n" }
        let text = line { "c\($0)" } + (0..<20).map { row in line { "\($0 % (row + 1))" } }.joined()
        let (table, sink) = try ReadingFixture("x.csv", Array(text.utf8)).stream(
            StreamSettings(partSize: 20_000, lanes: 2))
        expectMessages(sink, equal: "")
        #expect(table?.rowCount == 20)
        #expect(table?.text(row: 19, column: 2999) == "\(2999 % 20)")
    }
}
