import Results

extension HouseStyle {
    /// The JAMA Network: `P = .008`, percentages no finer than their denominator supports.
    public static let jama: HouseStyle = {
        var numbers = NumberStyle()
        numbers.percentDecimals = .byDenominator
        numbers.groupSeparator = "\u{202F}"
        numbers.unitForm = .comma
        return HouseStyle(
            name: "jama", numbers: numbers, pValues: .jama, pLetter: "P",
            figures: FigurePreset(
                columnWidth: 127, fullWidth: 180, resolution: 350, palette: "jama",
                formats: [.pdf, .svg, .editableSVG, .png, .eps],
                source: .init(
                    grade: .publisher,
                    address: "http://www.amamanualofstyle.com/view/10.1093/jama/9780195176339.001.0001/"
                        + "med-9780195176339-div2-114",
                    date: "2026-07-23")))
    }()
}
