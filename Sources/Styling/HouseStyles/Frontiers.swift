extension HouseStyle {
    /// Frontiers journals.
    public static let frontiers = HouseStyle(
        name: "frontiers",
        figures: FigurePreset(
            columnWidth: 85, fullWidth: 180, smallestTextSize: 8, resolution: 300,
            source: .init(
                grade: .secondary, address: "https://www.frontiersin.org/guidelines/author-guidelines",
                date: "2026-07-23")))
}
