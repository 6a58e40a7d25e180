extension StudyLanguage {
    /// What a key of the study file takes.
    ///
    /// The structure, not only the words, is given, so that a schema can be made from the same specification.
    public indirect enum ValueType: Equatable, Sendable {
        /// Any text that is not empty.
        case text
        /// A name that is safe as a file name: ASCII letters, digits, `-` and `_`.
        case identifier
        /// The name of something that the data or the study holds.
        case name(NameRole)
        /// A path, relative to the study file.
        case path
        /// One character, or the word `tab`.
        case character
        /// A number.
        case number(NumberRange)
        /// A whole number.
        case wholeNumber(ClosedRange<Int>)
        /// `true` or `false`.
        case truth
        /// A day as `YYYY-MM-DD`.
        case date
        /// One of a few words.
        case choice([String])
        /// One of a few words, or the path of a YAML file, relative to the study file.
        case choiceOrFile([String])
        /// A test of survival between groups: a word, or `fleming-harrington(ρ,γ)`.
        case groupTest
        /// A value, or the word `none`, which says that there is none.
        case orNone(ValueType)
        /// An expression that is true or false for a patient.
        case condition
        /// An expression that is a number for a patient.
        case formula
        /// A list of at least one value; where `orSingle`, a value may stand alone instead.
        case list(of: ValueType, rule: ListRule = .any, orSingle: Bool = false)
        /// A mapping with known keys.
        case section(Section)
        /// A mapping with known keys that depend on the value of one of them.
        case variants(by: String, [Section])
        /// A mapping whose keys are the writer's own.
        case entries(keys: EntryKey, values: ValueType)
    }

    /// What a name stands for.
    public enum NameRole: String, Sendable {
        /// A column of a data file.
        case column
        /// A variable of the study or a column of the patients' file; `arm` stands for the arms.
        case variable
        /// An endpoint of the study.
        case endpoint
        /// A population of the study; `all` stands for everyone.
        case population
        /// A data file of the study.
        case dataFile = "data file"
    }

    /// What the writer's own keys of a mapping are.
    public enum EntryKey: String, Sendable {
        /// Names that are safe as file names.
        case identifier
        /// Names with any characters.
        case name
        /// Texts that stand in the data.
        case value
    }

    /// What a list demands of its values together.
    public enum ListRule: String, Sendable {
        case any
        /// No value stands twice.
        case distinct
        /// Each number is greater than the one before.
        case ascending
        /// There are two.
        case two
        /// There are two numbers, the second greater than the first.
        case twoAscending
    }

    /// The numbers that a key takes.
    public struct NumberRange: Equatable, Sendable {
        /// The lower limit, where there is one.
        public var lower: Double?
        /// The upper limit, where there is one.
        public var upper: Double?
        /// Whether the limits themselves are allowed.
        public var includesLimits: Bool
        /// The range after the words "a number": ` between 0 and 1`.
        public var words: String

        /// Every number.
        public static let any = NumberRange(lower: nil, upper: nil, includesLimits: true, words: "")
        /// Zero and every number above it.
        public static let notNegative = NumberRange(lower: 0, upper: nil, includesLimits: true, words: " not below 0")
        /// Every number above zero.
        public static let positive = NumberRange(lower: 0, upper: nil, includesLimits: false, words: " above 0")
        /// A percentage.
        public static let percentage = NumberRange(
            lower: 0, upper: 100, includesLimits: true, words: " from 0 to 100")
        /// Numbers between 0 and 1 without the two.
        public static let betweenZeroAndOne = NumberRange(
            lower: 0, upper: 1, includesLimits: false, words: " between 0 and 1")

        /// Widths and heights of pages.
        public static let millimetres = NumberRange(
            lower: 20, upper: 1000, includesLimits: true, words: " from 20 to 1000")
        /// Sizes of text.
        public static let points = NumberRange(lower: 4, upper: 24, includesLimits: true, words: " from 4 to 24")
        /// Widths of lines.
        public static let strokes = NumberRange(
            lower: 0.1, upper: 5, includesLimits: true, words: " from 0.1 to 5")

        /// Whether a number is in the range.
        public func contains(_ number: Double) -> Bool {
            if let lower, includesLimits ? number < lower : number <= lower { return false }
            if let upper, includesLimits ? number > upper : number >= upper { return false }
            return true
        }
    }
}

extension StudyLanguage.ValueType {
    /// The type in words, with its article: `a number between 0 and 1`.
    public var words: String {
        switch self {
        case .text: "text"
        case .identifier: "a name of letters, digits, '-' and '_'"
        case .name(.column): "the name of a column"
        case .name(.variable): "the name of a variable or column"
        case .name(.endpoint): "the name of an endpoint"
        case .name(.population): "the name of a population"
        case .name(.dataFile): "the name of a data file"
        case .path: "a path"
        case .character: "a single character or 'tab'"
        case .number(let range): "a number\(range.words)"
        case .wholeNumber(let range) where range.count == 1: "the number \(range.lowerBound)"
        case .wholeNumber(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .truth: "true or false"
        case .date: "a date as YYYY-MM-DD"
        case .choice(let choices): "one of \(choices.map { "'\($0)'" }.joined(separator: ", "))"
        case .choiceOrFile(let choices): "\(Self.choice(choices).words), or a path that ends in '.yaml'"
        case .groupTest: "a test"
        case .orNone(let type): "\(type.words) or 'none'"
        case .condition: "a condition"
        case .formula: "a formula"
        case .list(let element, let rule, let orSingle):
            "\(orSingle ? "\(element.words) or " : "")a list of \(rule.words)\(element.plural)"
        case .section, .variants: "a mapping"
        case .entries(let keys, let values): "a mapping of \(keys == .value ? "values" : "names") to \(values.plural)"
        }
    }

    /// Several values of the type in words, without number or article: `names`.
    public var plural: String {
        switch self {
        case .text, .character: "texts"
        case .identifier, .name: "names"
        case .path: "paths"
        case .number(let range): "numbers\(range.words)"
        case .wholeNumber(let range): "whole numbers from \(range.lowerBound) to \(range.upperBound)"
        case .truth: "true and false"
        case .date: "dates"
        case .choice(let choices): choices.map { "'\($0)'" }.joined(separator: " or ")
        case .choiceOrFile(let choices): "\(Self.choice(choices).plural), or paths"
        case .groupTest: "tests"
        case .orNone(let type): "\(type.plural) or 'none'"
        case .condition: "conditions"
        case .formula: "formulas"
        case .list(let element, _, let orSingle):
            "\(orSingle ? "\(element.plural) or " : "")lists of \(element.plural)"
        case .section(let section): "\(section.noun)s"
        case .variants(_, let sections): "\(sections.first?.noun ?? "mapping")s"
        case .entries: "mappings"
        }
    }
}

extension StudyLanguage.ListRule {
    /// What stands before the noun of the list's values.
    fileprivate var words: String {
        switch self {
        case .any, .distinct: ""
        case .ascending: "ascending "
        case .two: "two "
        case .twoAscending: "two ascending "
        }
    }
}
