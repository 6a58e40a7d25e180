import Testing

@testable import Templating

@Suite struct ResultNameTests {
    @Test(arguments: [
        ("pfs.RT+IO+T.median", ["pfs", "RT+IO+T", "median"]),
        (#"age."< 60.5".n"#, ["age", "< 60.5", "n"]),
        (#""a""b".c"#, [#"a"b"#, "c"]),
        (#""".x"#, ["", "x"]),
        ("Größe.≥60", ["Größe", "≥60"]),
        ("a(b)-c/d", ["a(b)-c/d"]),
    ])
    func namesAreReadAndWrittenAlike(text: String, segments: [String]) throws {
        let name = try ResultName(parsing: text)
        #expect(name.segments == segments)
        #expect(name.description == text)
    }

    @Test(arguments: [
        ("", ResultName.Fault.emptySegment), ("a..b", .emptySegment), (".a", .emptySegment), ("a.", .emptySegment),
        ("a|b", .forbidden("|")), ("a{b", .forbidden("{")), (#"a"b"#, .forbidden("\"")),
        (#""a"b"#, .forbidden("b")), (#""a"#, .forbidden("\"")),
    ])
    func faultsAreNamed(text: String, fault: ResultName.Fault) {
        #expect(throws: fault) { try ResultName(parsing: text) }
    }
}
