import Results

extension HouseStyle {
    /// The New England Journal of Medicine: `P=0.008`, ranges with `to`. It publishes no figure widths.
    public static let nejm: HouseStyle = {
        var numbers = NumberStyle()
        numbers.rangeSeparator = " to "
        return HouseStyle(
            name: "nejm", numbers: numbers, pValues: .nejm, pLetter: "P", spacesAroundRelation: false,
            figures: FigurePreset(
                columnWidth: 85, fullWidth: 180, resolution: 1200, palette: "nejm",
                formats: [.pdf, .svg, .editableSVG, .png, .eps],
                source: .init(
                    grade: .secondary, address: "https://github.com/jaechang-hits/SciAgent-Skills",
                    date: "2026-07-23")))
    }()
}
