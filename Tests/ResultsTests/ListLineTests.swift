import Testing

@testable import Results

/// Lists of plain values stand on one line; everything else stays as it is.
@Suite struct ListLineTests {
    @Test(arguments: [
        ("[\n  1,\n  2.5,\n  null\n]", "[1, 2.5, null]"),
        ("{\n  \"a\" : [\n\n  ]\n}", "{\n  \"a\" : []\n}"),
        ("[\n  \"a, [b\",\n  \"c \\\"] d\"\n]", "[\"a, [b\", \"c \\\"] d\"]"),
        ("[\n  {\n    \"x\" : [\n      1\n    ]\n  }\n]", "[\n  {\n    \"x\" : [1]\n  }\n]"),
        ("[\n  [\n    1\n  ]\n]", "[\n  [1]\n]"), ("{\n  \"[\" : 1\n}", "{\n  \"[\" : 1\n}"), ("[", "["),
    ])
    func listsOfPlainValuesAreLines(_ json: String, _ expected: String) {
        #expect(String(decoding: withListsOnOneLine(Array(json.utf8)), as: UTF8.self) == expected)
    }
}
