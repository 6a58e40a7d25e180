import TestSupport
import Testing

@testable import Drawing

@Suite struct LabelTests {
    private let font = Font(family: "Liberation Sans", size: 10)
    private let text = FixedWidthText()

    private func label(_ anchor: Label.Anchor, rotation: Double = 0) -> Label {
        Label(
            "0000", font: font, color: .black, at: Point(x: 100, y: 50), anchor: anchor, rotation: rotation,
            measuring: text)
    }

    /// Four digits of 5.56 points are 22.24 wide, 9.05 high above the baseline and 2.12 deep.
    @Test(arguments: [(Label.Anchor.start, 100.0), (.middle, 88.88), (.end, 77.76)])
    func boundsFollowTheAnchor(anchor: Label.Anchor, left: Double) {
        let bounds = label(anchor).bounds(measuring: text)
        #expect(abs(bounds.x - left) < 1e-9)
        #expect(abs(bounds.width - 22.24) < 1e-9)
        #expect(abs(bounds.y - 40.95) < 1e-9)
        #expect(abs(bounds.maxY - 52.12) < 1e-9)
    }

    /// Turned to read upwards, the text runs up from its position and its head is to the left.
    @Test func boundsTurnWithTheText() {
        let bounds = label(.start, rotation: 90).bounds(measuring: text)
        #expect(abs(bounds.x - 90.95) < 1e-9)
        #expect(abs(bounds.maxX - 102.12) < 1e-9)
        #expect(abs(bounds.maxY - 50) < 1e-9)
        #expect(abs(bounds.y - 27.76) < 1e-9)
    }

    @Test func aRaisedRunReachesHigher() {
        var label = label(.start)
        label.runs.append(Label.Run("2", font: font, rise: 4))
        #expect(abs(label.bounds(measuring: text).y - 36.95) < 1e-9)
    }
}

@Suite struct ColorTests {
    @Test func hexadecimalForm() {
        #expect(Color(hex: 0x0072B2).hex == "#0072B2")
        #expect(Color(red: 2, green: -1, blue: 0.5).hex == "#FF0080")
    }

    /// 21 : 1 is the contrast of black and white by definition; #767676 is the lightest grey with 4.5.
    @Test func contrastWithWhite() {
        #expect(abs(Color.black.contrastWithWhite - 21) < 1e-9)
        #expect(abs(Color.white.contrastWithWhite - 1) < 1e-9)
        #expect(abs(Color(hex: 0x767676).contrastWithWhite - 4.54) < 0.005)
    }

    @Test func darkeningStopsAtTheContrast() {
        let orange = Color(hex: 0xE69F00)
        let text = orange.darkened(toContrast: 4.5)
        #expect(text.contrastWithWhite >= 4.5 && text.contrastWithWhite < 5)
        #expect(abs(text.red / text.green - orange.red / orange.green) < 1e-9)
        #expect(Color(hex: 0x0072B2).darkened(toContrast: 4.5) == Color(hex: 0x0072B2))
    }
}
