import Results

extension HouseStyle {
    /// PLOS journals: the text column is 132 mm wide, a whole page 190.5 mm by 222.3 mm; text of 8 to 12 points, 300 to 600 dpi.
    ///
    /// The page states all but the width of the text column, which is others' accounts.
    public static let plos = HouseStyle(
        name: "plos",
        figures: FigurePreset(
            columnWidth: 132, fullWidth: 190.5, maximumHeight: 222.3, smallestTextSize: 8, resolution: 600,
            formats: [.pdf, .svg, .editableSVG, .png, .tiff], naming: .numbers,
            source: .init(
                grade: .publisher, address: "https://journals.plos.org/plosmedicine/s/figures", date: "2026-07-23")))
}
