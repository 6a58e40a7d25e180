public import Results

/// How a journal wants numbers written and figures sized. Every figure, table and sentence of a bundle is made with one
/// and the same house style; nothing else in the program turns a number into text.
public struct HouseStyle: Equatable, Sendable {
    /// The name by which a study file asks for it.
    public var name: String
    /// How numbers, ranges and percentages are written.
    public var numbers: NumberStyle
    /// How p-values are written, except those of log-rank tests.
    public var pValues: PValueStyle
    /// How p-values of log-rank tests are written.
    public var logRankPValues: PValueStyle
    /// The letter of a p-value: `p` or `P`.
    public var pLetter: String
    /// Whether `p = 0.03` has spaces around the sign.
    public var spacesAroundRelation: Bool
    /// The physical facts of figures.
    public var figures: FigurePreset

    /// Creates a style.
    public init(
        name: String, numbers: NumberStyle = NumberStyle(), pValues: PValueStyle = .threeDecimals,
        pLetter: String = "p", spacesAroundRelation: Bool = true, figures: FigurePreset
    ) {
        self.name = name
        self.numbers = numbers
        self.pValues = pValues
        self.logRankPValues = pValues
        self.pLetter = pLetter
        self.spacesAroundRelation = spacesAroundRelation
        self.figures = figures
    }
}

/// A study asks for a style that does not exist.
public struct UnknownStyle: Error, Equatable, Sendable {
    /// What was asked for.
    public enum Kind: Equatable, Sendable {
        case house, pValue, logRankPValue
    }

    /// What was asked for.
    public var kind: Kind
    /// The name that does not exist.
    public var name: String
    /// The names that do.
    public var known: [String]

    /// Creates the error.
    public init(kind: Kind, name: String, known: [String]) {
        self.kind = kind
        self.name = name
        self.known = known
    }
}

extension HouseStyle {
    /// Every house style, the plain one first.
    public static let all: [HouseStyle] = [
        .plain, .frontiers, .lancet, .nejm, .jama, .nature, .elsevier, .springer, .plos,
    ]

    /// The house style that the results ask for, with the study's departures from it.
    public static func asked(by manuscript: ManuscriptPresentation) throws(UnknownStyle) -> HouseStyle {
        try named(
            manuscript.style, numbers: manuscript.numbers, figures: manuscript.figures, preset: manuscript.preset)
    }

    /// The house style of this name with the study's departures from it.
    public static func named(
        _ name: String, numbers preferences: NumberPreferences = NumberPreferences(),
        figures: FigurePreferences? = nil, preset: PresetSource? = nil
    ) throws(UnknownStyle) -> HouseStyle {
        guard var style = all.first(where: { $0.name == name }) else {
            throw UnknownStyle(kind: .house, name: name, known: all.map(\.name))
        }
        if let asked = preferences.pValue {
            style.pValues = try pValueStyle(asked, for: .pValue)
            style.logRankPValues = style.pValues
        }
        if let asked = preferences.logRankPValue {
            style.logRankPValues = try pValueStyle(asked, for: .logRankPValue)
        }
        if let decimals = preferences.percentDecimals { style.numbers.percentDecimals = .fixed(decimals) }
        if let keeps = preferences.trailingZeros { style.numbers.keepsTrailingZeros = keeps }
        style.pLetter = preferences.pLetter ?? style.pLetter
        style.numbers.decimalMark = preferences.decimalMark ?? style.numbers.decimalMark
        style.numbers.groupSeparator = preferences.groupSeparator ?? style.numbers.groupSeparator
        style.numbers.rangeSeparator = preferences.rangeSeparator ?? style.numbers.rangeSeparator
        style.numbers.timeDecimals = preferences.timeDecimals ?? style.numbers.timeDecimals
        if let figures { style.figures.follow(figures) }
        if let preset {
            style.figures.source = .init(grade: .own, address: preset.address, date: preset.date ?? "")
        }
        return style
    }

    private static func pValueStyle(_ name: String, for kind: UnknownStyle.Kind) throws(UnknownStyle) -> PValueStyle {
        guard let style = PValueStyle.named(name) else {
            throw UnknownStyle(kind: kind, name: name, known: PValueStyle.all.map(\.name))
        }
        return style
    }
}
