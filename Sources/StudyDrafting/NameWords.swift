/// A column's name as words, with the unit that it may end in: `tumor_diameter_cm` is "Tumor diameter" in cm.
struct NameWords: Equatable {
    /// The words in lower case, without the unit.
    let words: [String]
    /// The unit as it is printed.
    let unit: String?
    /// What the name says in English, where it is in another language.
    let meanings: [String]

    init(_ name: String) {
        var words = Self.split(name)
        var found: String?
        for length in [2, 1] where found == nil && words.count > length {
            found = Self.units[words.suffix(length).joined(separator: "_")]
            if found != nil { words.removeLast(length) }
        }
        meanings = ForeignWords.meanings(of: name)
        unit = found ?? (words == ["age"] || meanings == ["age"] ? "years" : nil)
        self.words = words
    }

    /// The words as a label: `Tumor diameter`; words that the name writes in capitals stay so.
    func label(of name: String) -> String {
        // Lines of a cell are one line of a label.
        let name = name.split(whereSeparator: \.isNewline).joined(separator: " ")
        // A name that a person wrote for people stays as it is, but for a unit in brackets, which is printed after it.
        if name.contains(" ") || name.contains(where: { !$0.isASCII }) {
            let short = unit == nil ? name : name.replacing(#/ *[(（\[][^()（）\[\]]*[)）\]]$/#, with: "")
            return short.prefix(1).uppercased() + short.dropFirst()
        }
        let written = Self.pieces(of: name).prefix(words.count)
        let text = written.map { $0.allSatisfy(\.isUppercase) ? $0 : $0.lowercased() }.joined(separator: " ")
        return text.isEmpty ? name : text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The words of a name in lower case: at `_`, `.`, `-`, blanks, and where small letters turn into capitals.
    static func split(_ name: String) -> [String] { pieces(of: name).map { $0.lowercased() } }

    private static func pieces(of name: String) -> [String] {
        var pieces = [""]
        var previous: Character = " "
        for character in name {
            let isTurn = character.isUppercase && (previous.isLowercase || previous.isNumber)
            if isTurn || !(character.isLetter || character.isNumber) { pieces.append("") }
            if character.isLetter || character.isNumber { pieces[pieces.count - 1].append(character) }
            previous = character
        }
        return pieces.filter { !$0.isEmpty }
    }

    private static let units = [
        "years": "years", "yrs": "years", "yr": "years", "months": "months", "weeks": "weeks", "days": "days",
        "cm": "cm", "mm": "mm", "kg": "kg", "mg": "mg", "g": "g", "gy": "Gy", "ml": "mL", "mmhg": "mmHg", "bpm": "/min",
        "ng_ml": "ng/mL", "ug_l": "µg/L", "mg_dl": "mg/dL", "g_dl": "g/dL", "g_l": "g/L", "u_l": "U/L", "iu_l": "IU/L",
        "umol_l": "µmol/L", "mmol_l": "mmol/L", "pct": "%", "percent": "%", "kg_m2": "kg/m²",
    ]
}
