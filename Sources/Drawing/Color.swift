internal import Foundation

/// A colour in sRGB with opacity, each between 0 and 1.
public struct Color: Hashable, Sendable {
    /// Red.
    public var red: Double
    /// Green.
    public var green: Double
    /// Blue.
    public var blue: Double
    /// Opacity.
    public var opacity: Double

    /// Black.
    public static let black = Color(hex: 0x000000)
    /// White.
    public static let white = Color(hex: 0xFFFFFF)

    /// Creates a colour.
    public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.opacity = opacity
    }

    /// Creates a colour from `0xRRGGBB`.
    public init(hex: UInt32, opacity: Double = 1) {
        self.init(
            red: Double(hex >> 16 & 0xFF) / 255, green: Double(hex >> 8 & 0xFF) / 255, blue: Double(hex & 0xFF) / 255,
            opacity: opacity)
    }

    /// The same colour with another opacity.
    public func withOpacity(_ opacity: Double) -> Color {
        Color(red: red, green: green, blue: blue, opacity: opacity)
    }

    /// The opaque colour that this one shows on paper of another, which is opaque.
    public func flattened(on paper: Color) -> Color {
        func mixed(_ ink: Double, _ paper: Double) -> Double { ink * opacity + paper * (1 - opacity) }
        return Color(
            red: mixed(red, paper.red), green: mixed(green, paper.green), blue: mixed(blue, paper.blue))
    }

    /// The colour as `#RRGGBB`, without its opacity.
    public var hex: String {
        func byte(_ share: Double) -> UInt32 { UInt32((min(max(share, 0), 1) * 255).rounded()) }
        // A digit before the six keeps their zeros.
        let digits = String(0x1000000 | byte(red) << 16 | byte(green) << 8 | byte(blue), radix: 16, uppercase: true)
        return "#\(digits.dropFirst())"
    }

    /// The contrast with white by the Web Content Accessibility Guidelines: 21 for black, 1 for white.
    public var contrastWithWhite: Double {
        let luminance = 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
        return 1.05 / (luminance + 0.05)
    }

    /// A channel of sRGB as light, between 0 and 1.
    package static func linear(_ channel: Double) -> Double {
        channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }

    /// The colour itself, or a darker one of the same hue that reaches a contrast with white, for text.
    public func darkened(toContrast contrast: Double) -> Color {
        var color = self
        var share = 1.0
        while color.contrastWithWhite < contrast, share > 0 {
            share -= 0.02
            color = Color(red: red * share, green: green * share, blue: blue * share, opacity: opacity)
        }
        return color
    }
}

extension Color: Codable {
    /// Reads the value from its encoded form, `#RRGGBB` or `#RRGGBB 0.18` with the opacity.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let parts = try container.decode(String.self).split(separator: " ")
        guard let code = parts.first, code.count == 7, code.first == "#", let hex = UInt32(code.dropFirst(), radix: 16),
            let opacity = parts.count > 1 ? Double(parts[1]) : 1
        else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a colour is written '#RRGGBB'")
        }
        self.init(hex: hex, opacity: opacity)
    }

    /// Writes the value in its encoded form: eight bits a channel and the opacity to a thousandth.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(opacity < 1 ? "\(hex) \(decimalText(opacity, decimals: 3))" : hex)
    }
}
