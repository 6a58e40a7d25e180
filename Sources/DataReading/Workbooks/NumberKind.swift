internal import StudyFiles

/// What a number of a workbook stands for, which only its format says.
enum NumberKind: Equatable {
    case number
    /// A day, perhaps with a time.
    case moment
    /// A time of day.
    case clock

    /// The kind of a format by its number, or by its code where the workbook brings its own.
    init(formatNumber: Int, code: String?) {
        if let code {
            self.init(code: code)
            return
        }
        switch formatNumber {
        // Days, and the days of Chinese, Japanese and Korean editions.
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .moment
        case 18...21, 32...35, 45...47, 55, 56: self = .clock
        default: self = .number
        }
    }

    /// The kind of a code such as `dd/mm/yyyy;@`: by its letters outside quotes, escapes and brackets.
    init(code: String) {
        var letters: Set<Character> = []
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        var bracket = ""
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                isBracketed = character != "]"
                if isBracketed {
                    bracket.append(character)
                } else if bracket.allSatisfy({ "hms".contains($0) }) {
                    letters.formUnion(bracket)
                }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": (isBracketed, bracket) = (true, "")
                case "\\", "_", "*": isEscaped = true
                case ";": self = Self(letters: letters); return
                default: letters.insert(character)
                }
            }
        }
        self = code.lowercased() == "general" ? .number : Self(letters: letters)
    }

    private init(letters: Set<Character>) {
        if letters.contains("y") || letters.contains("d") {
            self = .moment
        } else if letters.contains("h") || letters.contains("s") {
            self = .clock
        } else {
            self = letters.contains("m") ? .moment : .number
        }
    }

    /// A number of a workbook as a cell's text.
    ///
    /// Days count from 31 December 1899, with a 29 February 1900 that never was, or from 1 January 1904. A day that is
    /// none, and a number below it, stay as they are, and a date column refuses them.
    func text(_ number: Double, countsFrom1904: Bool) -> String {
        switch self {
        case .number: return numberText(number)
        case .clock:
            let seconds = (number * 86_400).rounded()
            return (0..<86_400).contains(seconds) ? clockText(Int(seconds)) : numberText(number)
        case .moment:
            let offset = countsFrom1904 ? 0.0 : number >= 61 ? -1 : 0
            guard countsFrom1904 ? number >= 0 : number >= 1 && !(60..<61).contains(number),
                let start = CalendarDay(iso: countsFrom1904 ? "1904-01-01" : "1899-12-31"),
                let text = momentText(from: start, seconds: (number + offset) * 86_400)
            else { return numberText(number) }
            return text
        }
    }
}
