import Diagnostics
import TestSupport
import Testing

@testable import StudyFiles

@Suite struct StudyLanguageTests {
    @Test func theReferencePageIsTheSpecification() {
        expectCommitted(
            StudyLanguage.referencePage(), at: "Sources/greenwood/Greenwood.docc/Articles/StudyLanguage.md")
    }

    /// The page on bundles names every kind of table and figure, in the order of the language.
    @Test func thePageOnBundlesNamesEveryKind() throws {
        let page = try studyText("Sources/greenwood/Greenwood.docc/Articles/Bundle.md")
        func names(inRow row: String) -> [String]? {
            page.split(separator: "\n").first { $0.hasPrefix("| \(row) |") }?
                .matches(of: /`([a-z-]+)`/).map { String($0.1) }
        }
        #expect(names(inRow: "Tables") == StudyLanguage.TableKind.allCases.map(\.rawValue))
        #expect(names(inRow: "Figures") == StudyLanguage.FigureKind.allCases.map(\.rawValue))
    }

    @Test func theExampleOfThePageIsSound() throws {
        _ = try readSound(StudyLanguage.example)
    }

    @Test(arguments: allSections)
    func aSectionIsConsistent(section: StudyLanguage.Section) {
        let names = section.keys.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(section.summary.hasSuffix("."))
        for key in section.keys { #expect(key.summary.hasSuffix("."), "\(key.name)") }
        let mentioned = section.alternatives.flatMap { $0 } + section.conflicts.flatMap { $0.first + $0.second }
        #expect(Set(mentioned).isSubset(of: names))
        for key in section.keys {
            if case .alternative = key.presence { #expect(section.alternatives.joined().contains(key.name)) }
        }
    }

    /// Each default is a value that the key itself takes.
    @Test(arguments: allSections)
    func defaultsAreValuesOfTheirKeys(section: StudyLanguage.Section) {
        let sink = DiagnosticSink()
        let fields = StudyReader("", file: "study.yaml", reporting: sink).defaults(of: section)
        expectMessages(sink, equal: "")
        for key in section.keys {
            if case .defaults = key.presence { #expect(fields.values[key.name] != nil, "\(key.name)") }
        }
    }

    @Test func askingForAnUndeclaredKeyStopsTheProgram() async {
        await #expect(processExitsWith: .failure) {
            let fields = StudyReader("", file: "s", reporting: DiagnosticSink()).defaults(of: StudyLanguage.panel)
            _ = fields.text("endpiont")
        }
        await #expect(processExitsWith: .failure) {
            let fields = StudyReader("", file: "s", reporting: DiagnosticSink()).defaults(of: StudyLanguage.panel)
            _ = fields.truth("title")
        }
    }

    @Test func typesAreSaidInWords() {
        #expect(
            StudyLanguage.ValueType.list(of: .name(.column), orSingle: true).words
                == "the name of a column or a list of names")
        #expect(
            StudyLanguage.ValueType.list(of: .number(.any), rule: .ascending).words == "a list of ascending numbers")
        #expect(StudyLanguage.ValueType.wholeNumber(1...9).words == "a whole number from 1 to 9")
        #expect(StudyLanguage.ValueType.entries(keys: .value, values: .text).words == "a mapping of values to texts")
    }

    @Test(arguments: [(0.0, false), (0.95, true), (1, false), (-0.1, false), (1.1, false)])
    func limitsOfAnOpenRangeAreOutside(number: Double, isInside: Bool) {
        #expect(StudyLanguage.NumberRange.betweenZeroAndOne.contains(number) == isInside)
    }

    @Test(arguments: [(0.0, true), (-1, false), (1e9, true)])
    func zeroIsNotNegative(number: Double, isInside: Bool) {
        #expect(StudyLanguage.NumberRange.notNegative.contains(number) == isInside)
    }

    /// A mapping whose keys depend on its kind is read by the section of that kind.
    @Test func variantsAreChosenByTheirKind() throws {
        let round = StudyLanguage.Section(
            "shape", "Round.",
            keys: [
                .init("kind", .choice(["circle"]), .required(example: "circle"), "Kind."),
                .init("radius", .number(.any), .required(example: "1"), "Radius."),
            ])
        let square = StudyLanguage.Section(
            "shape", "Square.",
            keys: [
                .init("kind", .choice(["square"]), .required(example: "square"), "Kind."),
                .init("side", .number(.any), .required(example: "1"), "Side."),
            ])
        let type = StudyLanguage.ValueType.list(of: .variants(by: "kind", [round, square]))
        let text = """
            - { kind: square, side: 2 }
            - { kind: circle, side: 2, radius: 1 }
            - { side: 2 }
            - { kind: sqare }
            - 5
            """
        let sink = DiagnosticSink()
        let reader = StudyReader(text, file: "s.yaml", reporting: sink)
        let value = try #require(YAMLReader.read(reader.source) { reader.report($0) })
        _ = reader.check(value, as: type, for: Located("shapes", at: value.location))
        expectMessages(
            sink,
            equal: """
                s.yaml:2:19: error: 'side' is not a key of shape 2 [unknown-key]
                   help: valid keys: 'kind', 'radius'

                s.yaml:3:3: error: shape 3 needs 'kind' [missing-key]
                   help: valid choices: 'circle', 'square'

                s.yaml:4:11: error: 'sqare' is not a choice of 'kind' [unknown-value]
                   help: did you mean 'square'?

                s.yaml:5:3: error: expected a mapping for 'shapes', found '5' [wrong-type]
                """)
    }
}

/// Every section of the language.
let allSections: [StudyLanguage.Section] = sections(in: .section(StudyLanguage.document))

private func sections(in type: StudyLanguage.ValueType) -> [StudyLanguage.Section] {
    switch type {
    case .section(let section): [section] + section.keys.flatMap { sections(in: $0.type) }
    case .list(let element, _, _): sections(in: element)
    case .entries(_, let values): sections(in: values)
    case .variants(_, let all): all.flatMap { sections(in: .section($0)) }
    default: []
    }
}
