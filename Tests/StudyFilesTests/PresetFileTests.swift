import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

/// A preset file beside the study file.
@Suite struct PresetFileTests {
    private func read(_ text: String) -> (preset: StylePreset?, sink: DiagnosticSink) {
        let sink = DiagnosticSink()
        return (readStylePreset(text, file: "house.yaml", reporting: sink), sink)
    }

    @Test func aPresetSaysWhereItDepartsAndFromWhat() throws {
        let preset = try #require(
            read(
                """
                based_on: plos
                source: https://example.org/artwork
                date: 2026-05-04
                numbers: { decimal_mark: "·" }
                figures: { column_width: 80, font: Helvetica, formats: tiff }
                """
            ).preset)
        #expect(preset.basedOn == "plos")
        #expect(
            preset.source
                == PresetSource(file: "house.yaml", address: "https://example.org/artwork", date: "2026-05-04"))
        #expect(preset.numbers.decimalMark == "·" && preset.numbers.pValue == nil)
        #expect(preset.figures.columnWidth == 80 && preset.figures.formats == [.tiff])
    }

    /// What the study asks goes before what the file says, key by key.
    @Test func theStudyGoesBeforeItsPreset() throws {
        let preset = try #require(
            read("numbers: { p_value: jama, log_rank_p_value: nejm }\nfigures: { dpi: 400, full_width: 170 }\n").preset)
        var own = FigurePreferences()
        own.resolution = 800
        let asked = ManuscriptPresentation(
            template: "results.md", style: "house.yaml", numbers: NumberPreferences(pValue: "lancet"), figures: own)
        let merged = asked.following(preset)
        #expect(merged.style == "plain" && merged.preset?.file == "house.yaml")
        #expect(merged.figures?.resolution == 800 && merged.figures?.fullWidth == 170)
        // A p-value style that the study asks for holds for log-rank tests too.
        #expect(merged.numbers.pValue == "lancet" && merged.numbers.logRankPValue == nil)
    }

    @Test func faultsStandAtTheirPlaces() {
        let (preset, sink) = read("based_on: plos1\nfigures: { dpi: 20, colour: red }\n")
        #expect(preset == nil)
        expectMessages(
            sink,
            equal: """
                house.yaml:1:11: error: 'plos1' is not a choice of 'based_on' [unknown-value]
                   help: did you mean 'plos'?

                house.yaml:2:17: error: expected a whole number from 72 to 2400 for 'dpi', found 20 [out-of-range]

                house.yaml:2:21: error: 'colour' is not a key of section 'figures' [unknown-key]
                   help: valid keys: 'formats', 'names', 'column_width', 'full_width', 'maximum_height', 'font', \
                'text_size', 'smallest_text' and 6 more
                """)
    }
}
