internal import CairoRendering
internal import Diagnostics

extension Session {
    /// A substituted font changes the looks, so it warns; a missing glyph loses what was meant, so it stops the bundle.
    func reportFontProblems(_ problems: FontProblems) {
        for substitution in problems.substitutions {
            sink.emit(
                Diagnostic(
                    .fontSubstituted, severity: .warning, at: nil,
                    "font '\(substitution.asked)' is not installed; figures use '\(substitution.obtained)'",
                    help: [package(ofFamily: substitution.asked)]))
        }
        let missing = problems.missingGlyphs
        guard let first = missing.first else { return }
        let listed = missing.prefix(12).map { "'\($0.character)' (\(code(of: $0.character)))" }
        let rest = missing.count > 12 ? " and \(missing.count - 12) more" : ""
        let packages = Set(missing.map { package(holding: $0.character) }).sorted()
        sink.emit(
            Diagnostic(
                .missingGlyph, at: nil,
                missing.count == 1
                    ? "character \(listed[0]) of '\(first.text)' is in no installed font"
                    : "characters \(listed.joined(separator: ", "))\(rest) are in no installed font; "
                        + "the first is in '\(first.text)'",
                help: packages.map {
                    "install a font that has \(missing.count == 1 ? "it" : "them"); on Debian and Ubuntu: apt-get install \($0)"
                }))
    }

    private func code(of character: Unicode.Scalar) -> String {
        let digits = String(character.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func package(ofFamily family: String) -> String {
        let known = [
            ("liberation", "fonts-liberation2"), ("dejavu", "fonts-dejavu-core"), ("noto sans cjk", "fonts-noto-cjk"),
            ("noto serif cjk", "fonts-noto-cjk"), ("noto", "fonts-noto-core"), ("tex gyre", "fonts-texgyre"),
            ("source", "fonts-adobe-sourcesans3"), ("open sans", "fonts-open-sans"), ("roboto", "fonts-roboto"),
        ]
        guard let package = known.first(where: { family.lowercased().hasPrefix($0.0) })?.1 else {
            return "install it, or name another font in the style's 'figures'"
        }
        return "install it; on Debian and Ubuntu: apt-get install \(package)"
    }

    /// The package of fonts that holds a character's script.
    private func package(holding character: Unicode.Scalar) -> String {
        switch character.value {
        case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
            0x20000...0x3FFFF:
            "fonts-noto-cjk"
        case 0x1F000...0x1FAFF: "fonts-noto-color-emoji"
        default: "fonts-noto-core"
        }
    }
}
