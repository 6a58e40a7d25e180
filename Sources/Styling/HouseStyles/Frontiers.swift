extension HouseStyle {
    /// Frontiers journals: one column 85 mm, two 180 mm, no text under 8 points, 300 dpi at the final size, RGB.
    ///
    /// The publisher's page as it was stored that day lacks its section on figures; the numbers are others' accounts. PDF is
    /// taken beside TIFF, JPEG and EPS, so that the usual files do; `formats` asks for others.
    public static let frontiers = HouseStyle(
        name: "frontiers",
        figures: FigurePreset(
            columnWidth: 85, fullWidth: 180, smallestTextSize: 8, resolution: 300,
            source: .init(
                grade: .secondary, address: "https://www.frontiersin.org/guidelines/author-guidelines",
                date: "2026-07-23")))
}
