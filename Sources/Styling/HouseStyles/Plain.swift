extension HouseStyle {
    /// No journal's style: the program's own choices.
    public static let plain = HouseStyle(
        name: "plain",
        figures: FigurePreset(
            columnWidth: 85, fullWidth: 180, source: .init(grade: .none, address: nil, date: "2026-07-23")))
}
