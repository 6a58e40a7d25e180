public import Drawing
import Foundation

/// How a picture is seen: with ordinary colour vision, with one of the three deficiencies, or printed without colour.
public enum ColorVision: String, CaseIterable, Sendable {
    case ordinary, protanopia, deuteranopia, tritanopia, greyscale

    /// The colour as it is seen so, opaque.
    ///
    /// Deficiencies are simulated in linear sRGB by the matrices for complete dichromacy (severity 1).
    ///
    /// **Reference.** Machado GM, Oliveira MM, Fernandes LAF. A physiologically-based model for simulation of color
    /// vision deficiency. *IEEE Trans Vis Comput Graph* 2009;15:1291–8. doi:10.1109/TVCG.2009.113.
    public func seen(_ color: Color) -> Color {
        let light = [color.red, color.green, color.blue].map(Color.linear)
        let seen = matrix.map { row in zip(row, light).map { $0 * $1 }.reduce(0, +) }
            .map { Color.encoded(min(max($0, 0), 1)) }
        return Color(red: seen[0], green: seen[1], blue: seen[2])
    }

    private var matrix: [[Double]] {
        switch self {
        case .ordinary: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        case .greyscale: [[Double]](repeating: [0.2126, 0.7152, 0.0722], count: 3)
        }
    }
}

/// A colour in CIELAB under daylight D65: lightness from 0 to 100, and two axes of colour.
public struct LabColor {
    var lightness: Double
    var a: Double
    var b: Double

    /// A colour by its coordinates.
    public init(lightness: Double, a: Double, b: Double) {
        (self.lightness, self.a, self.b) = (lightness, a, b)
    }

    init(_ color: Color) {
        let (red, green, blue) = (Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue))
        func compressed(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
        let x = compressed((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
        let y = compressed(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
        let z = compressed((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
        self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
    }

    /// The difference of two colours by CIEDE2000: about 1 is just noticeable side by side.
    ///
    /// **Reference.** Sharma G, Wu W, Dalal EN. The CIEDE2000 color-difference formula. *Color Res Appl* 2005;30:21–30.
    /// doi:10.1002/col.20070.
    public func difference(from other: LabColor) -> Double {
        let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
        let stretch = 1 + 0.5 * (1 - Self.chromaShare(meanChroma))
        let (c1, c2) = (hypot(a * stretch, b), hypot(other.a * stretch, other.b))
        let (h1, h2) = (Self.hue(a * stretch, b), Self.hue(other.a * stretch, other.b))
        let isGrey = c1 * c2 == 0
        var turn = isGrey ? 0 : h2 - h1
        if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        let hueDifference = 2 * sqrt(c1 * c2) * sin(turn / 2 * .pi / 180)
        let (meanL, meanC) = ((lightness + other.lightness) / 2, (c1 + c2) / 2)
        let meanH = isGrey ? h1 + h2 : Self.meanHue(h1, h2)
        func wave(_ factor: Double, _ shift: Double) -> Double { cos((factor * meanH + shift) * .pi / 180) }
        let tilt = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.20 * wave(4, -63)
        let fromMiddle = (meanL - 50) * (meanL - 50)
        let byLightness = (other.lightness - lightness) / (1 + 0.015 * fromMiddle / sqrt(20 + fromMiddle))
        let byChroma = (c2 - c1) / (1 + 0.045 * meanC)
        let byHue = hueDifference / (1 + 0.015 * meanC * tilt)
        let blueTurn = 30 * exp(-((meanH - 275) / 25) * ((meanH - 275) / 25))
        let rotation = -2 * Self.chromaShare(meanC) * sin(2 * blueTurn * .pi / 180)
        return sqrt(
            byLightness * byLightness + byChroma * byChroma + byHue * byHue + rotation * byChroma * byHue)
    }

    private static func chromaShare(_ chroma: Double) -> Double {
        let power = pow(chroma, 7)
        return sqrt(power / (power + pow(25, 7)))
    }

    private static func hue(_ a: Double, _ b: Double) -> Double {
        guard a != 0 || b != 0 else { return 0 }
        let degrees = atan2(b, a) * 180 / .pi
        return degrees < 0 ? degrees + 360 : degrees
    }

    private static func meanHue(_ first: Double, _ second: Double) -> Double {
        let sum = first + second
        if abs(first - second) <= 180 { return sum / 2 }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
    }
}

extension Color {
    /// The colour's lightness in CIELAB, from 0 for black to 100 for white.
    public var lightness: Double { LabColor(self).lightness }

    /// How different two opaque colours look, by CIEDE2000.
    public func difference(from other: Color) -> Double { LabColor(self).difference(from: LabColor(other)) }

    /// Light as a channel of sRGB.
    fileprivate static func encoded(_ light: Double) -> Double {
        light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    }
}
