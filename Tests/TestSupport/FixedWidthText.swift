public import Drawing

/// Measures text by a table of its own, so that scenes in goldens are the same on every machine.
///
/// The widths are those of Arial and Liberation Sans in thousandths of the size; a character outside the table is as
/// wide as a Chinese one. Bold text is a little wider.
public struct FixedWidthText: TextMeasuring {
    /// Creates the table.
    public init() {}

    /// The advance width of the text in points.
    public func width(of text: String, in font: Font) -> Double {
        let thousandths = text.unicodeScalars.map { scalar in
            let index = Int(scalar.value) - 32
            return Self.widths.indices.contains(index)
                ? Self.widths[index] : scalar == "–" || scalar == "·" ? 556 : 1000
        }.reduce(0, +)
        return Double(thousandths) / 1000 * font.size * (font.isBold ? 1.08 : 1)
    }

    /// How far the font reaches above the baseline and below it, in points.
    public func extent(of font: Font) -> (ascent: Double, descent: Double) {
        (0.905 * font.size, 0.212 * font.size)
    }

    /// From the space to the tilde.
    private static let widths = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
}
