import Results
import Styling
import Testing

@Suite("House styles")
struct HouseStyleTests {
    @Test("every style is found by its name")
    func names() throws {
        #expect(
            HouseStyle.all.map(\.name) == [
                "plain", "frontiers", "lancet", "nejm", "jama", "nature", "elsevier", "springer", "plos",
            ])
        for style in HouseStyle.all { #expect(try HouseStyle.named(style.name) == style) }
        for style in PValueStyle.all { #expect(PValueStyle.named(style.name) == style) }
    }

    @Test("an unknown name says which of the three it is and what there is")
    func unknownNames() {
        let pValueNames = ["three-decimals", "two-significant", "nejm", "jama", "lancet"]
        #expect(throws: UnknownStyle.self) { try HouseStyle.named("frontier") }
        #expect(throws: UnknownStyle(kind: .pValue, name: "two", known: pValueNames)) {
            try HouseStyle.named("plain", numbers: NumberPreferences(pValue: "two"))
        }
        #expect(throws: UnknownStyle(kind: .logRankPValue, name: "", known: pValueNames)) {
            try HouseStyle.named("plain", numbers: NumberPreferences(logRankPValue: ""))
        }
    }

    @Test("figure presets are sound and dated", arguments: HouseStyle.all)
    func presets(style: HouseStyle) throws {
        let preset = style.figures
        #expect(preset.columnWidth >= 30 && preset.columnWidth <= preset.fullWidth && preset.fullWidth <= 210)
        #expect(preset.smallestTextSize >= 5 && preset.smallestTextSize <= preset.textSize)
        #expect(preset.resolution >= 300)
        // Accounts of a publisher's rules may have no page that could be named.
        switch preset.source.grade {
        case .publisher: #expect(preset.source.address?.hasPrefix("http") == true)
        case .secondary: break
        case .own, .none: #expect(preset.source.address == nil)
        }
        #expect(try /20\d\d-\d\d-\d\d/.wholeMatch(in: preset.source.date) != nil)
    }
}
