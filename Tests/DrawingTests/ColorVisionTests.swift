import Drawing
import TestSupport
import Testing

@Suite struct ColorVisionTests {
    /// Pairs of the data that Sharma, Wu and Dalal published to test implementations by (2005, table 1).
    @Test(arguments: [
        ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425), ([50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615),
        ([50, 0, 0], [50, -1, 2], 2.3669), ([50, -1, 2], [50, 0, 0], 2.3669),
        ([50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792), ([50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195),
        ([50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045), ([50, 2.5, 0], [73, 25, -18], 27.1492),
        ([50, 2.5, 0], [56, -27, -3], 31.9030), ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.2630),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ])
    func differenceIsCIEDE2000(first: [Double], second: [Double], expected: Double) {
        let colors = [first, second].map { LabColor(lightness: $0[0], a: $0[1], b: $0[2]) }
        #expect(abs(colors[0].difference(from: colors[1]) - expected) < 5e-5)
        #expect(abs(colors[1].difference(from: colors[0]) - expected) < 5e-5)
    }

    @Test func lightnessRunsFromBlackToWhite() {
        #expect(abs(Color.black.lightness) < 1e-3 && abs(Color.white.lightness - 100) < 1e-3)
        // Grey of half the light: 116 · 0.5^(1/3) − 16.
        #expect(abs(Color(red: 0.7353570, green: 0.7353570, blue: 0.7353570).lightness - 76.0693) < 1e-2)
    }

    @Test(arguments: ColorVision.allCases)
    func greysStayAsTheyAre(vision: ColorVision) {
        for level in [0, 0.25, 0.5, 1.0] {
            let seen = vision.seen(Color(red: level, green: level, blue: level))
            for channel in [seen.red, seen.green, seen.blue] { #expect(abs(channel - level) < 1e-3) }
        }
    }

    @Test func greyKeepsTheLight() {
        let color = Color(hex: 0xD55E00)
        #expect(abs(ColorVision.greyscale.seen(color).lightness - color.lightness) < 0.1)
    }

    @Test func translucentInkOnPaperIsMixed() {
        let mixed = Color(red: 1, green: 0, blue: 0.5, opacity: 0.25).flattened(
            on: Color(red: 0.2, green: 0.8, blue: 0.5))
        #expect(abs(mixed.red - 0.4) < 1e-12 && abs(mixed.green - 0.6) < 1e-12 && mixed.blue == 0.5)
        #expect(mixed.opacity == 1)
    }
}
