import Drawing

/// Colours that stay apart for people with any kind of colour vision and in print without colour, in the order in which
/// groups take them.
///
/// Every palette is a ladder of lightness, about ten steps of CIELAB between neighbours, with hues that protanopia,
/// deuteranopia and tritanopia leave apart. Two colours of one palette always differ by ``leastDifference`` or more,
/// however they are seen, and without colour by ``leastLightnessDifference``; a test computes both.
struct Palette: Equatable, Sendable {
    /// The least CIEDE2000 difference of two colours of a palette, with ordinary and with deficient colour vision.
    static let leastDifference = 10.0
    /// The least difference in lightness (CIELAB) of two colours of a palette that is printed in grey.
    static let leastLightnessDifference = 9.5

    var name: String
    var colors: [Color]

    private init(_ name: String, _ codes: [UInt32]) {
        self.name = name
        colors = codes.map { Color(hex: $0) }
    }

    /// The program's own: blue, vermillion, green, black, amber, purple, dark red, navy. The hues are those of Okabe and
    /// Ito's palette; its own colours have three pairs that are the same grey.
    ///
    /// **Reference.** Wong B. Points of view: color blindness. *Nat Methods* 2011;8:441. doi:10.1038/nmeth.1618.
    static let distinct = Palette(
        "distinct", [0x1968A7, 0xEA7740, 0x258D71, 0x000000, 0xE9B000, 0x723364, 0x631718, 0x151648])

    /// Every palette: the program's own, and those in the manner of some journals.
    static let all = [
        distinct,
        Palette("lancet", [0x004897, 0xEA3A30, 0x3AAC7D, 0x000000, 0xE9AA3A, 0x944C6F, 0x611916, 0x001458]),
        Palette("nejm", [0xC51B09, 0x4083B9, 0xCF8A29, 0x000000, 0x75C5A1, 0x573A8F, 0x003C23, 0x00135C]),
        Palette("jama", [0x394E52, 0xDD8222, 0x4085AA, 0x000000, 0xCCB277, 0xC61C17, 0x3C246E, 0x181A35]),
    ]

    /// The palette of this name; nil if there is none.
    static func named(_ name: String) -> Palette? { all.first { $0.name == name } }

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
