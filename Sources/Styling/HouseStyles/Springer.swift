import Results

extension HouseStyle {
    /// Springer and BMC.
    public static let springer = HouseStyle(
        name: "springer",
        figures: FigurePreset(
            columnWidth: 85, fullWidth: 170, maximumHeight: 225, smallestTextSize: 8, thinnestLine: 0.3,
            resolution: 1200,
            formats: [.pdf, .svg, .editableSVG, .png, .eps], naming: .numbers,
            source: .init(
                grade: .publisher,
                address: "http://interdisciplinarysciences.org/Forauthors/ArtworkandIllustrationsGuidelines/"
                    + "ArtworkandIllustrationsGuidelines.php",
                date: "2026-07-23")))
}
