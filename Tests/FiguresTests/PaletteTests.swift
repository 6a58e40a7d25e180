import Drawing
import Styling
import TestSupport
import Testing

@testable import Figures

@Suite struct PaletteTests {
    private static let seenInColor: [ColorVision] = [.ordinary, .protanopia, .deuteranopia, .tritanopia]

    /// Each number of groups takes the first colours, so that all pairs of all eight say it for every number.
    @Test(arguments: Palette.all.map(\.name))
    func coloursStayApartHoweverTheyAreSeen(name: String) throws {
        let palette = try #require(Palette.named(name))
        #expect(palette.colors.count == 8)
        for (first, second) in palette.pairs {
            for vision in Self.seenInColor {
                let difference = vision.seen(first).difference(from: vision.seen(second))
                #expect(difference >= Palette.leastDifference, "\(name): \(first.hex) \(second.hex) with \(vision)")
            }
            let greys = [first, second].map { ColorVision.greyscale.seen($0).lightness }
            #expect(abs(greys[0] - greys[1]) >= Palette.leastLightnessDifference, "\(name): \(first.hex) \(second.hex)")
        }
    }

    /// The check finds what it looks for: Okabe and Ito's orange and sky blue are one grey.
    @Test func theCheckCanFail() {
        let greys = [Color(hex: 0xE69F00), Color(hex: 0x56B4E9)].map { ColorVision.greyscale.seen($0).lightness }
        #expect(abs(greys[0] - greys[1]) < Palette.leastLightnessDifference)
        let red = ColorVision.deuteranopia.seen(Color(hex: 0xD55E00))
        #expect(red.difference(from: ColorVision.deuteranopia.seen(Color(hex: 0x7F8C00))) < Palette.leastDifference)
    }

    @Test(arguments: Palette.all.map(\.name))
    func everyColourCanBeSeenOnWhite(name: String) throws {
        let palette = try #require(Palette.named(name))
        for color in palette.colors { #expect(color.contrastWithWhite >= 1.7, "\(name): \(color.hex)") }
        for color in palette.colors.prefix(3) { #expect(color.contrastWithWhite >= 2.5, "\(name): \(color.hex)") }
    }

    @Test(arguments: HouseStyle.all)
    func everyPresetHasAPalette(style: HouseStyle) {
        #expect(Palette.named(style.figures.palette) != nil)
    }

    @Test func groupsDifferInTheirDashesToo() {
        #expect(Set((0..<8).map(LineStyle.dash)).count == 8)
    }
}

extension Palette {
    fileprivate var pairs: [(Color, Color)] {
        colors.indices.flatMap { first in colors[(first + 1)...].map { (colors[first], $0) } }
    }
}
