extension HouseStyle {
    /// Nature: text of 5 to 7 points, panel letters bold and lower case.
    public static let nature = HouseStyle(
        name: "nature", pLetter: "P",
        figures: FigurePreset(
            columnWidth: 89, fullWidth: 183, maximumHeight: 170, textSize: 7, smallestTextSize: 5, panelLetterSize: 8,
            panelLetters: .lowerCase, resolution: 450,
            source: .init(
                grade: .publisher,
                address: "https://research-figure-guide.nature.com/figures/preparing-figures-our-specifications",
                date: "2026-07-23")))
}
