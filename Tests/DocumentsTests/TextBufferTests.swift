import Testing

@testable import Documents

@Suite("Text in the making")
struct TextBufferTests {
    @Test("texts, numbers, characters and lists follow one another")
    func pieces() {
        var text = TextBuffer()
        text += "é"
        text += "subtext".dropFirst(3)
        text += -12
        text.add("<", "", "≤")
        text.add("−" as Unicode.Scalar)
        text.add("-", times: 3)
        text.add(0.125, decimals: 2)
        text.add([1, 2, 3], separator: ", ") { $1 += $0 }
        #expect(text.string == "étext-12<≤−---0.131, 2, 3")
        var whole = TextBuffer()
        whole += text
        #expect(whole.bytes == Array("étext-12<≤−---0.131, 2, 3".utf8))
    }

    @Test(
        "bytes are written as a format writes them",
        arguments: [("", ""), ("plain – text", "plain – text"), ("*", "×"), ("*a**b≤*c", "×a××b≤×c")])
    func escaped(text: String, expected: String) {
        #expect(text.escaped { $0 == UInt8(ascii: "*") ? "×" : nil } == expected)
    }

    @Test(
        "what no format may hold goes, and what looks like it in UTF-8 stays",
        arguments: [
            ("a\tb\nc\r\n\u{85}\u{2028}\u{2029}d", "a b c     d"), ("\0\u{1F}\u{7F}\u{80}\u{9F}", ""),
            ("\u{202A}\u{202E}\u{2066}\u{2069}\u{FFFE}\u{FFFF}", ""), ("~\u{A0}é–…‰−≤", "~\u{A0}é–…‰−≤"),
            ("\u{2027}\u{202F}\u{2065}\u{206A}\u{FFFD}\u{FEFF}📊", "\u{2027}\u{202F}\u{2065}\u{206A}\u{FFFD}\u{FEFF}📊"),
        ])
    func clean(text: String, expected: String) {
        #expect(cleaned(text) == expected)
    }

    @Test(
        "where a space stands before an opening bracket",
        arguments: [("", []), ("(n)", []), ("a (b) (c)", [1, 5]), ("é(x) (", [4]), ("ends ", [])] as [(String, [Int])])
    func brackets(text: String, places: [Int]) {
        #expect(text.bracketPlaces.map { text.distance(from: text.startIndex, to: $0) } == places)
    }
}
