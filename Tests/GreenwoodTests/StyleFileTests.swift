import Foundation
import Results
import StudyFiles
import Styling
import TestSupport
import Testing

@testable import greenwood

/// Styles that are named on the command line or in a file of the user's own.
@Suite struct StyleFileTests {
    private let session = Session()
    private let asked = ManuscriptPresentation(
        template: "results.md", style: "frontiers", numbers: NumberPreferences(pValue: "jama"))

    private func presetFile(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test func anotherStyleComesWithItsOwnRules() throws {
        let restyled = try #require(session.presentation(asked, restyledAs: "lancet"))
        #expect((restyled.style, restyled.numbers) == ("lancet", NumberPreferences()))
        #expect(try HouseStyle.asked(by: restyled) == .lancet)
    }

    @Test func aPresetFileIsAStyle() throws {
        let path = try presetFile("based_on: plos\ndate: 2026-05-04\nfigures: { dpi: 400, names: ids }\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let restyled = try #require(session.presentation(asked, restyledAs: path))
        let style = try HouseStyle.asked(by: restyled)
        #expect((style.name, style.figures.resolution, style.figures.naming) == ("plos", 400, .ids))
        #expect(style.figures.source.reminder == "preset of 2026-05-04 (the study's own); verify with the journal")
    }

    @Test func aPresetFileThatIsNotThere() {
        #expect(session.presentation(asked, restyledAs: "no/such.yaml") == nil)
        expectMessages(
            session.sink,
            equal: """
                error: preset file 'no/such.yaml' can't be read: No such file or directory [unreadable-file]
                   help: check the spelling; a study names the path from its own folder
                """)
    }

    @Test func aStyleThatDoesNotExist() throws {
        var restyled = try #require(session.presentation(asked, restyledAs: "lancett"))
        restyled.numbers = NumberPreferences()
        #expect(throws: UnknownStyle.self) { try HouseStyle.asked(by: restyled) }
    }

    /// The study language offers exactly the palettes that exist.
    @Test func everyPaletteOfThePresetsCanBeAskedFor() {
        #expect(HouseStyle.all.allSatisfy { StudyLanguage.palettes.contains($0.figures.palette) })
    }
}
