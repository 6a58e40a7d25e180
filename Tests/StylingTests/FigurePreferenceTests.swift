import Results
import Styling
import Testing

@Suite("Departures from a preset")
struct FigurePreferenceTests {
    @Test("what is asked holds, the rest is the preset's")
    func departures() throws {
        var asked = FigurePreferences()
        (asked.columnWidth, asked.formats, asked.naming, asked.resolution) = (70, [.eps], .ids, 400)
        let preset = try HouseStyle.named("plos", figures: asked).figures
        let own = HouseStyle.plos.figures
        #expect((preset.columnWidth, preset.fullWidth) == (70, own.fullWidth))
        #expect((preset.formats, preset.naming, preset.resolution) == ([.eps], .ids, 400))
        #expect((preset.fontFamily, preset.palette) == (own.fontFamily, own.palette))
    }

    @Test("a page is never narrower than a column, text never smaller than the smallest")
    func order() throws {
        var asked = FigurePreferences()
        (asked.columnWidth, asked.fullWidth, asked.textSize, asked.smallestTextSize) = (150, 100, 5, 7)
        let preset = try HouseStyle.named("plain", figures: asked).figures
        #expect((preset.fullWidth, preset.textSize) == (150, 7))
    }

    @Test(
        "fonts of journals are drawn in free ones of the same widths",
        arguments: [
            ("Arial", "Liberation Sans"), ("helvetica", "Liberation Sans"), ("Times New Roman", "Liberation Serif"),
            ("Courier", "Liberation Mono"), ("Noto Sans", "Noto Sans"),
        ])
    func fonts(asked: String, drawn: String) throws {
        var figures = FigurePreferences()
        figures.font = asked
        #expect(try HouseStyle.named("plain", figures: figures).figures.fontFamily == drawn)
    }

    @Test("numbers follow what is asked")
    func numbers() throws {
        var asked = NumberPreferences()
        (asked.decimalMark, asked.rangeSeparator, asked.pLetter, asked.timeDecimals) = (",", " to ", "P", 2)
        asked.groupSeparator = "."
        let style = try HouseStyle.named("plain", numbers: asked)
        #expect(style.number(12345.5, decimals: 1) == "12.345,5")
        #expect(style.interval("1", "2") == "1 to 2" && style.pLetter == "P")
        #expect(style.time(.reached(3.456)) == "3,46")
    }

    @Test("a preset says of which day it is")
    func reminders() throws {
        #expect(
            HouseStyle.plos.figures.source.reminder
                == "preset of 2026-07-23 (from the publisher's page); verify with the journal")
        #expect(
            HouseStyle.lancet.figures.source.reminder
                == "preset of 2026-07-23 (from others' accounts of the publisher's rules); verify with the journal")
        #expect(HouseStyle.plain.figures.source.reminder == "the program's own choices; verify with the journal")
        let own = try HouseStyle.named("plos", preset: PresetSource(file: "a.yaml")).figures.source
        #expect(own.reminder == "preset without a date (the study's own); verify with the journal")
    }
}
