import Testing

@testable import Documents

@Suite("XML as tags and text")
struct MarkupScannerTests {
    /// What a text holds, and whether it was read to its end.
    private func read(_ text: String) -> (tokens: [MarkupScanner.Token], isWhole: Bool) {
        var (scanner, tokens): (MarkupScanner, [MarkupScanner.Token]) = (MarkupScanner(text), [])
        while let token = scanner.next() { tokens.append(token) }
        return (tokens, scanner.isAtEnd)
    }

    @Test("declarations and comments are passed over")
    func declarations() {
        let (tokens, isWhole) = read(
            """
            <?xml version="1.0"?><!DOCTYPE a PUBLIC "-//W3C//DTD A 1.1//EN" "a.dtd"><!-- made --><a x:y='1' z = "2"><b/></a >
            """)
        #expect(isWhole)
        #expect(
            tokens == [
                .start(
                    name: "a", attributes: [.init(name: "x:y", value: "1"), .init(name: "z", value: "2")],
                    isEmpty: false),
                .start(name: "b", attributes: [], isEmpty: true), .end(name: "a"),
            ])
    }

    @Test("text keeps its characters")
    func text() {
        let (tokens, isWhole) = read("<t u=\"&quot;&#65;\">p &lt; 0.001 &amp; &#x3c7;² <![CDATA[<b>]]></t>")
        #expect(isWhole)
        #expect(
            tokens == [
                .start(name: "t", attributes: [.init(name: "u", value: "\"A")], isEmpty: false),
                .text("p < 0.001 & χ² "), .text("<b>"), .end(name: "t"),
            ])
    }

    @Test(
        "it stops at what is not well-formed",
        arguments: [
            "<a", "<a b=1/>", "<a b='1' b='2'/>", "<a>&unknown;</a>", "<a>&</a>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>",
            "<a b=\"<\"/>", "< a/>", "<a><![CDATA[</a>", "<!-- <a/>",
        ])
    func malformed(text: String) {
        #expect(!read(text).isWhole)
    }
}
