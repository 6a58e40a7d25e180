import Results

extension HouseStyle {
    /// The JAMA Network: `P = .008`, `95% CI, 0.34-0.98`, percentages no finer than their denominator supports.
    ///
    /// Numbers follow the AMA Manual of Style, 11th edition; of intervals (a comma after `CI`, a hyphen between the
    /// limits, `to` beside a minus sign) there are examples at https://www.learnamastyle.com/ama-style-tip-sheet/.
    public static let jama: HouseStyle = {
        var numbers = NumberStyle()
        numbers.percentDecimals = .byDenominator
        numbers.groupSeparator = "\u{202F}"
        numbers.rangeSeparator = "-"
        numbers.markAfterIntervalName = ","
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
