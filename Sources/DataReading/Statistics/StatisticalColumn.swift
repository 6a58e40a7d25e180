internal import StudyFiles

/// A column of a file of SPSS, Stata or SAS, as it was read.
struct StatisticalColumn {
    enum Values {
        /// Numbers; not a number where missing.
        case numbers([Double])
        /// Texts; empty where missing.
        case texts([String])

        var count: Int {
            switch self {
            case .numbers(let numbers): numbers.count
            case .texts(let texts): texts.count
            }
        }
    }

    let name: String
    let label: String
    let meaning: NumberMeaning
    /// The name of the set of labels for its values; empty where there is none.
    let labels: String
    var values: Values

    /// Whether every value has a label. Only then do labels stand in the cells, as `labelled::unlabelled` has it in R: a
    /// scale of which only the ends are named stays a scale.
    func isLabelled(by labels: ValueLabels) -> Bool {
        switch values {
        case .texts(let texts): texts.allSatisfy { $0.isEmpty || labels.texts[$0] != nil }
        case .numbers(let numbers): numbers.allSatisfy { $0.isNaN || labels.numbers[$0] != nil }
        }
    }

    /// The text of each row's cell: its label where there are labels.
    func cells(labelledBy labels: ValueLabels?) -> (Int) -> String {
        switch values {
        case .texts(let texts):
            guard let labels else { return { texts[$0] } }
            return { labels.texts[texts[$0]] ?? "" }
        case .numbers(let numbers):
            if let labels { return { labels.numbers[numbers[$0]] ?? "" } }
            return { numbers[$0].isNaN ? "" : meaning.text(numbers[$0]) }
        }
    }
}

/// What the values of a column are called.
struct ValueLabels {
    var numbers: [Double: String] = [:]
    var texts: [String: String] = [:]

    /// The labels in the order of their codes.
    var inOrder: [String] {
        numbers.sorted { $0.key < $1.key }.map(\.value)
            + texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }
}

/// What a number of a statistical program stands for, by the column's display format.
enum NumberMeaning: Equatable {
    case number
    /// A moment: days or other units since a day.
    case moment(since: CalendarDay, secondsPerUnit: Double)
    /// Seconds since midnight.
    case clock

    init(_ format: DataFormat, displayFormat: String) {
        let display = displayFormat.uppercased()
        let name = String(display.prefix { $0.isLetter || $0 == "%" })
        func moment(_ day: String, _ seconds: Double) -> NumberMeaning {
            CalendarDay(iso: day).map { .moment(since: $0, secondsPerUnit: seconds) } ?? .number
        }
        switch format {
        case .spss:
            if Self.spssMoments.contains(name) {
                self = moment("1582-10-14", 1)
            } else {
                self = name == "TIME" || name == "MTIME" ? .clock : .number
            }
        case .stata:
            let letters = display.drop { $0 == "%" || $0 == "-" }
            if letters.hasPrefix("TC") {
                self = moment("1960-01-01", 0.001)
            } else {
                self = letters.hasPrefix("TD") || letters.hasPrefix("D") ? moment("1960-01-01", 86_400) : .number
            }
        default:
            if Self.sasMoments.contains(where: { display.hasPrefix($0) }) {
                self = moment("1960-01-01", 1)
            } else if Self.sasDays.contains(where: { display.hasPrefix($0) }) {
                self = moment("1960-01-01", 86_400)
            } else {
                self = Self.sasClocks.contains(where: { display.hasPrefix($0) }) ? .clock : .number
            }
        }
    }

    /// A number as the text of a cell.
    func text(_ number: Double) -> String {
        switch self {
        case .number: return numberText(number)
        case .clock: return number >= 0 && number < 86_400 ? clockText(Int(number)) : numberText(number)
        case .moment(let day, let seconds):
            return momentText(from: day, seconds: number * seconds) ?? numberText(number)
        }
    }

    private static let spssMoments: Set<String> = [
        "DATE", "ADATE", "EDATE", "JDATE", "SDATE", "QYR", "MOYR", "WKYR", "DATETIME", "YMDHMS",
    ]
    private static let sasMoments = [
        "DATETIME", "DATEAMPM", "DTDATE", "E8601DT", "B8601DT", "IS8601DT", "MDYAMPM", "NLDATM", "TOD",
    ]
    private static let sasDays = [
        "DATE", "DDMMYY", "MMDDYY", "YYMMDD", "YYMMN", "YYMON", "MMYY", "MONYY", "E8601DA", "B8601DA", "IS8601DA",
        "WEEKDATE", "WEEKDATX", "WORDDATE", "WORDDATX", "JULIAN", "NLDATE", "EURDFDD",
    ]
    private static let sasClocks = ["TIME", "HHMM", "E8601TM", "B8601TM", "IS8601TM", "TIMEAMPM"]
}
