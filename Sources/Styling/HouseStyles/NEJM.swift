import Results

extension HouseStyle {
    /// The New England Journal of Medicine: `P=0.008`, `95% CI, 0.34 to 0.98`. It publishes no figure widths.
    ///
    /// Intervals are as its abstracts print them, such as that of doi:10.1056/NEJMoa1511939: a comma after the name,
    /// `to` between the limits. P-values are by its statistical guidelines, as doi:10.1136/bmjebm-2019-111264 quotes them:
    /// two decimals above 0.01, three from there to 0.001, and below `P<0.001`. That figures are wanted as vectors, or with
    /// 1,200 dpi, is others' accounts of its author centre.
    public static let nejm: HouseStyle = {
        var numbers = NumberStyle()
        numbers.rangeSeparator = " to "
        numbers.markAfterIntervalName = ","
        return HouseStyle(
            name: "nejm", numbers: numbers, pValues: .nejm, pLetter: "P", spacesAroundRelation: false,
            figures: FigurePreset(
                columnWidth: 85, fullWidth: 180, resolution: 1200, palette: "nejm",
                formats: [.pdf, .svg, .editableSVG, .png, .eps],
                source: .init(grade: .secondary, address: nil, date: "2026-07-23")))
    }()
}
