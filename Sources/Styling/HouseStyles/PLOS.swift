import Results

extension HouseStyle {
    /// PLOS journals: the text column is 132 mm wide, a whole page 190.5 mm.
    public static let plos = HouseStyle(
        name: "plos",
        figures: FigurePreset(
            columnWidth: 132, fullWidth: 190.5, maximumHeight: 222.3, smallestTextSize: 8, resolution: 600,
            formats: [.pdf, .svg, .editableSVG, .png, .tiff], naming: .numbers,
            source: .init(
                grade: .secondary,
                address: "https://github.com/K-Dense-AI/scientific-agent-skills", date: "2026-07-23")))
}
