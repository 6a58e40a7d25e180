import Tables

/// How wide text is in Times, in thousandths of its size: Word's tables need widths before anybody has set a line.
///
/// Another typeface is some percent wider or narrower; tables leave that much room.
enum TextWidth {
    /// The width of a text, set roman.
    static func thousandths(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + thousandths($1) }
    }

    /// The width of the widest stretch of a text without a space, set roman.
    static func widestWord(of text: String) -> Int {
        var (widest, word) = (0, 0)
        for scalar in text.unicodeScalars {
            word = scalar == " " ? 0 : word + thousandths(scalar)
            widest = max(widest, word)
        }
        return widest
    }

    /// The width of the widest part of a text that programs do not break: they break at spaces, after hyphens, and
    /// between characters of Chinese and Japanese.
    static func widestPart(of text: String) -> Int {
        var (widest, part) = (0, 0)
        for scalar in text.unicodeScalars {
            let width = thousandths(scalar)
            let standsAlone = width == 1000 && scalar.value >= 0x2E80
            part = scalar == " " ? 0 : standsAlone ? width : part + width
            widest = max(widest, part)
            if scalar == "-" || standsAlone { part = 0 }
        }
        return widest
    }

    /// The width of a text; bold letters are a little wider, raised and lowered ones smaller.
    static func thousandths(_ text: RichText) -> Int {
        text.runs.reduce(0) { sum, run in
            let width = thousandths(run.text)
            if !run.styles.isDisjoint(with: [.superscript, .subscript]) { return sum + width * 65 / 100 }
            return sum + (run.styles.contains(.bold) ? width * 107 / 100 : width)
        }
    }

    private static func thousandths(_ character: Unicode.Scalar) -> Int {
        switch character.value {
        case 0x20..<0x7F: ascii[Int(character.value) - 0x20]
        case 0xA0: 250
        case 0x2009, 0x202F: 200
        case 0x2003, 0x2014: 1000
        case 0x2212, 0xD7, 0x2264, 0x2265: 564
        // In Times 250; what stands in for Times may have it wider.
        case 0xB7: 333
        case 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: 1000
        case 0x0300...0x036F: 0
        default: 520
        }
    }

    /// The characters from the space on.
    private static let ascii = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
        500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
        611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
        500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
        500, 500, 444, 480, 200, 480, 541,
    ]
}
