/// Words as printed, and the same with one way of writing dashes, spaces, decimal points and relation signs.
///
/// Both have the same UTF-16 length, so that what is found in the plain text can be quoted as printed.
public struct ManuscriptText: Equatable, Hashable, Sendable {
    /// As printed, runs of white space made one space.
    public let printed: String
    /// In plain writing; rules search this.
    public let plain: String

    /// Creates text; white space is collapsed.
    public init(_ text: String) {
        printed = Self.collapsed(text)
        plain = Self.plain(printed)
    }

    /// The part of the printed text at UTF-16 offsets.
    public func quote(_ range: Range<Int>) -> String {
        let units = printed.utf16
        let from = units.index(units.startIndex, offsetBy: max(0, range.lowerBound), limitedBy: units.endIndex)
        let to = units.index(units.startIndex, offsetBy: max(0, range.upperBound), limitedBy: units.endIndex)
        return String(printed[(from ?? units.endIndex)..<(to ?? units.endIndex)])
    }

    private static func collapsed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var wasSpace = true
        for scalar in text.unicodeScalars {
            if invisible.contains(scalar) { continue }
            let isSpace = scalar.properties.isWhitespace
            if isSpace && wasSpace { continue }
            result.append(isSpace ? " " : scalar)
            wasSpace = isSpace
        }
        if wasSpace, !result.isEmpty { result.removeLast() }
        return String(result)
    }

    /// Soft hyphens, joiners and byte-order marks.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
    ]

    private static func plain(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if "·∙⋅".unicodeScalars.contains(scalar) {
                let isBetweenDigits =
                    index > 0 && index + 1 < scalars.count && scalars[index - 1].isDigit && scalars[index + 1].isDigit
                result.append(isBetweenDigits ? "." : scalar)
            } else {
                result.append(substitutes[scalar] ?? scalar)
            }
        }
        return String(result)
    }

    private static let substitutes: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("-", "‐‑‒–—―−﹣－"), ("~", "∼～〜"), ("<", "＜﹤"), (">", "＞﹥"), ("=", "＝"), ("≤", "⩽≦"), ("≥", "⩾≧"),
            ("%", "％"), ("(", "（"), (")", "）"), (",", "，"), (":", "："), (";", "；"), ("+", "＋"), ("'", "‘’"),
            ("\"", "“”"), ("p", "𝑝"), ("P", "𝑃"),
        ]
        var result: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (plain, others) in groups {
            for other in others.unicodeScalars where other.value < 0x10000 { result[other] = plain }
        }
        return result
    }()
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
}
