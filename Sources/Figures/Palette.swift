import Drawing

/// Colours that stay apart for people with any kind of colour vision, in the order in which groups take them.
struct Palette: Equatable, Sendable {
    var colors: [Color]

    /// Eight colours: those of Okabe and Ito, the yellow, which is lost on white paper, replaced by grey.
    ///
    /// **Reference.** Okabe M, Ito K. Color universal design. 2008. Wong B. Points of view: color blindness. *Nat
    /// Methods* 2011;8:441. doi:10.1038/nmeth.1618.
    static let okabeIto = Palette(
        colors: [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0x7F7F7F].map {
            Color(hex: $0)
        })

    /// The palette of this name; nil if there is none.
    static func named(_ name: String) -> Palette? {
        name == "okabe-ito" ? okabeIto : nil
    }

    /// The colour of a group by its place in order; after the last colour the first comes again.
    func color(_ index: Int) -> Color { colors[index % colors.count] }
}

/// Dashes that tell groups apart without colour, in the order in which groups take them.
enum LineStyle {
    private static let dashes: [[Double]] = [
        [], [5, 1.5], [1.5, 1.2], [7, 1.5, 1.5, 1.5], [3, 1.5], [9, 2], [5, 1.2, 1.2, 1.2, 1.2, 1.2], [1, 2.2],
    ]

    /// Dashes and gaps in points by the group's place in order; empty for a solid line.
    static func dash(_ index: Int) -> [Double] { dashes[index % dashes.count] }
}
