extension HouseStyle {
    /// The Lancet and its family: a raised decimal point, thin spaces between thousands, `p=0·0081`.
    ///
    /// Columns of 75 and 154 mm, Times New Roman and 300 dpi at 120 % of the printed size are others' accounts of its artwork
    /// guidelines.
    public static let lancet: HouseStyle = {
        var numbers = NumberStyle()
        numbers.decimalMark = "\u{B7}"
        numbers.groupSeparator = "\u{202F}"
        numbers.unitForm = .comma
        return HouseStyle(
            name: "lancet", numbers: numbers, pValues: .lancet, spacesAroundRelation: false,
            figures: FigurePreset(
                columnWidth: 75, fullWidth: 154, font: "Times New Roman", panelLetterSize: 10,
                resolution: 360, palette: "lancet",
                source: .init(grade: .secondary, address: nil, date: "2026-07-23")))
    }()
}
