import Results

extension HouseStyle {
    /// Elsevier's journals in general; the journal's own guide goes before it.
    public static let elsevier = HouseStyle(
        name: "elsevier",
        figures: FigurePreset(
            columnWidth: 90, fullWidth: 190, textSize: 7, resolution: 1000,
            formats: [.pdf, .svg, .editableSVG, .png, .eps],
            source: .init(
                grade: .publisher,
                address: "https://elsevier.com/ja-jp/about/policies-and-standards/author/"
                    + "artwork-and-media-instructions/artwork-sizing",
                date: "2026-07-23")))
}
