import Diagnostics
import TestSupport
import Testing

@testable import StudyFiles

/// A YAML text in one line, without places.
private func outline(_ value: YAMLValue?) -> String {
    switch value?.content {
    case nil: "unreadable"
    case .nothing?: "-"
    case .text(let text)?: "'\(text)'"
    case .list(let values)?: "[\(values.map(outline).joined(separator: ", "))]"
    case .mapping(let entries)?:
        "{\(entries.map { "\($0.key.value): \(outline($0.value))" }.joined(separator: ", "))}"
    }
}

private func yaml(_ text: String) -> (value: YAMLValue?, sink: DiagnosticSink) {
    let sink = DiagnosticSink()
    return (YAMLReader.read(SourceText(text, file: "s"), report: sink.emit), sink)
}

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        (
            "a: No\nb: 010\nc: 2025-04-30\nd: ~\ne: 1_000\nf: 0x1F\ng: 1:30",
            "{a: 'No', b: '010', c: '2025-04-30', d: '~', e: '1_000', f: '0x1F', g: '1:30'}"
        ),
        ("a:\nb: ''\nc: \"\"", "{a: -, b: '', c: ''}"),
        ("a: [1, [2, 'x']]\nb: { c: d }", "{a: ['1', ['2', 'x']], b: {c: 'd'}}"),
        ("a:\n- 1\n- b: 2", "{a: ['1', {b: '2'}]}"),
        ("a: |\n  x\n  y\nb: >\n  x\n  y\n", "{a: 'x\ny\n', b: 'x y\n'}"),
        ("a: &x [1]\nb: *x", "{a: ['1'], b: ['1']}"),
        ("a: !!str 5\nb: !!int 6", "{a: '5', b: '6'}"),
        ("a: R&D * 2", "{a: 'R&D * 2'}"),
        ("a: &x 2 * 3\nb: *x", "{a: '2 * 3', b: '2 * 3'}"),
        ("", "-"), ("# nothing\n", "-"), ("---\n", "-"),
    ])
    func valuesAreReadAsWritten(text: String, expected: String) {
        let (value, sink) = yaml(text)
        expectMessages(sink, equal: "")
        #expect(outline(value) == expected)
    }

    /// The place of the value of `a`.
    @Test(arguments: [
        ("a: word", 1, 4, 4), ("a: two words # c", 1, 4, 9), ("a: 'it''s'", 1, 4, 7), ("a: \"x\\ty\" # c", 1, 4, 6),
        ("a: [1, ']', 2] # c", 1, 4, 11), ("a: {b: [1], c: d}, e", 1, 4, 14), ("a: [1,\n  2]", 1, 4, 3),
        ("a:\n  - x\n  - y", 2, 3, 1), ("a:\n  bcd: 1\n  e: 2", 2, 3, 3), ("a: one\n  two", 1, 4, 3),
        ("a: |  \n  text", 1, 4, 1), ("a: &anchor [1]", 1, 12, 3), ("a: !!str \"5\"", 1, 10, 3),
        ("\t\n\na: ü–w", 3, 4, 3), ("b: x\r\na: word\r\n", 2, 4, 4), ("b: x\u{85}a: word", 1, 9, 4),
        ("b: [x,\u{2028}y]\na: word", 2, 4, 4), ("b: x\ra: word", 1, 9, 4), ("b: &x word\na: *x", 1, 7, 4),
        ("a: it's [here", 1, 4, 10),
    ])
    func placesCountAsEditorsDo(text: String, line: Int, column: Int, length: Int) {
        let text = text.hasPrefix("\t\n") ? String(text.dropFirst(1)) : text
        let (value, sink) = yaml(text.hasSuffix("}, e") ? String(text.dropLast(3)) : text)
        expectMessages(sink, equal: "")
        #expect(value?["a"]?.location == SourceLocation(file: "s", line: line, column: column, length: length))
    }

    @Test func everyRepeatedKeyIsReported() {
        let text = """
            a: { x: 1, y: 2, x: 3 }
            "b": 1
            a: 2
            c: &k { d: 1 }
            b: 3
            a: 4
            e: [{ f: 1, f: 2 }]
            """
        let (value, sink) = yaml(text)
        #expect(outline(value) == "{a: {x: '1', y: '2'}, b: '1', c: {d: '1'}, e: [{f: '1'}]}")
        expectMessages(
            sink,
            equal: """
                s:1:18: error: key 'x' is given twice [duplicate-yaml-key]
                   note: first given here (s:1:6)
                   help: keep one of the two, or rename one

                s:3:1: error: key 'a' is given twice [duplicate-yaml-key]
                   note: first given here (s:1:1)
                   help: keep one of the two, or rename one

                s:5:1: error: key 'b' is given twice [duplicate-yaml-key]
                   note: first given here (s:2:1)
                   help: keep one of the two, or rename one

                s:6:1: error: key 'a' is given twice [duplicate-yaml-key]
                   note: first given here (s:1:1)
                   help: keep one of the two, or rename one

                s:7:13: error: key 'f' is given twice [duplicate-yaml-key]
                   note: first given here (s:7:7)
                   help: keep one of the two, or rename one
                """)
    }

    /// Keys that cannot be masked are reported one at a time.
    @Test func aRepeatedKeyWithAnAnchorIsReported() {
        let (value, sink) = yaml("&x a: 1\n&y a: 2\n")
        #expect(value == nil)
        expectMessages(
            sink,
            equal: """
                s:1:1: error: key 'a' is given twice [duplicate-yaml-key]
                   help: keep one of the two, or rename one
                """)
    }

    @Test func veryManyRepeatedKeysEndTheSearch() {
        let (value, sink) = yaml((0..<100).map { "k\($0): 1\nk\($0): 2" }.joined(separator: "\n"))
        #expect(value == nil)
        expectMessages(sink, equal: "s:1:1: error: more than 40 keys are given twice [duplicate-yaml-key]")
    }

    @Test func aliasesCannotExhaustTheMachine() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let (value, sink) = yaml(text)
        #expect(value == nil)
        expectMessages(
            sink,
            equal: """
                s:1:22: error: a study file holds at most 100000 values, with its aliases written out [yaml-syntax]
                   help: use fewer aliases ('*name')
                """)
    }

    /// Hashing such a key would never end.
    @Test(arguments: [
        "? *a30\n: 1\n", "? [*a30]\n: 1\n", "{ *a30 : 1 }: 2\n", "*a30 : 1\n", "*a30 : 1\n- { b: 1, b: 2 }\n",
    ])
    func aliasesCannotBeKeys(end: String) {
        var text = "- &a0 [x, x]\n"
        for level in 1...30 { text += "- &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        text += "- " + end.replacing("\n:", with: "\n  :")
        let (value, sink) = yaml(text)
        #expect(value == nil)
        #expect(sink.diagnostics.map(\.summary) == ["an alias can't be a key"])
        #expect(sink.diagnostics.first?.location?.line == 32)
    }

    /// What the parser says of a text is said before such a key is met.
    @Test func aFaultBehindAnAliasInAKeyIsReported() {
        var text = "- &a0 [x, x]\n"
        for level in 1...30 { text += "- &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let (value, sink) = yaml(text + "- *a30 : 1\n- [\n")
        #expect(value == nil)
        #expect(sink.diagnostics.map(\.id) == [.yamlSyntax])
        #expect(sink.diagnostics.first?.location?.line == 33)
    }

    @Test func repeatedKeysAreFoundBesideAliases() {
        let (value, sink) = yaml("a: &x [1]\n'b*c': *x\n'b*c': 2\n")
        #expect(outline(value) == "{a: ['1'], b*c: ['1']}")
        expectMessages(
            sink,
            equal: """
                s:3:1: error: key 'b*c' is given twice [duplicate-yaml-key]
                   note: first given here (s:2:1)
                   help: keep one of the two, or rename one
                """)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func nestingIsLimited(opening: String) {
        for depth in [100, 900, 20_000] {
            let closing = opening == "[" ? "]" : opening == "{a: " ? "}" : ""
            let text = String(repeating: opening, count: depth) + "x" + String(repeating: closing, count: depth)
            let (value, sink) = yaml(text)
            #expect(value == nil)
            #expect(
                sink.diagnostics.map(\.summary) == ["lists and mappings nest at most 40 deep"], "\(opening) \(depth)")
        }
    }

    @Test func controlCharactersAreNamed() {
        let (value, sink) = yaml("a: x\u{0}y\nb: \u{7F}\u{FEFF}\n")
        #expect(value == nil)
        expectMessages(
            sink,
            equal: """
                s:1:5: error: control character U+0000 can't stand in a study file [yaml-syntax]
                   help: delete it

                s:2:4: error: control character U+007F can't stand in a study file [yaml-syntax]
                   help: delete it

                s:2:5: error: control character U+FEFF can't stand in a study file [yaml-syntax]
                   help: delete it
                """)
    }

    @Test func keysAreWordsAndTagsHaveNoMeaning() {
        let (_, sink) = yaml("[a, b]: 1\n? {c: d}\n: 2\ne: !include f.yaml\ng: !x [1]\n")
        expectMessages(
            sink,
            equal: """
                s:1:1: error: expected a word as the key, found a list [yaml-syntax]

                s:2:3: error: expected a word as the key, found a mapping [yaml-syntax]

                s:4:4: error: tag '!include' has no meaning in a study file [yaml-syntax]
                   help: delete it, or put the text in quotes

                s:5:4: error: tag '!x' has no meaning in a study file [yaml-syntax]
                   help: delete it, or put the text in quotes
                """)
    }
}
