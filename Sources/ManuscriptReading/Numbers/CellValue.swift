/// What a cell of a table says.
public enum CellValue: Equatable, Sendable {
    /// Nothing.
    case empty
    /// A dash, or a word for "not applicable" or "reference".
    case dash
    /// A number alone.
    case number(PrintedNumber)
    /// `12 (28.6)` or `12 (28.6%)`: a count with a percentage, or a mean with its standard deviation.
    case pair(PrintedNumber, PrintedNumber, isPercent: Bool)
    /// `40/42`, with a percentage or without.
    case fraction(Int, Int, percent: PrintedNumber?)
    /// `28.6% (12/42)` and `12/42 (28.6%)` are fractions; `0.43 (0.21–0.88)` is an estimate.
    case estimate(PrintedEstimate)
    /// `0.21–0.88` alone.
    case interval(PrintedNumber, PrintedNumber)
    /// A p-value that says so by its sign.
    case pValue(PrintedPValue)
    /// Words.
    case text

    /// Whether it holds a number.
    public var isData: Bool {
        switch self {
        case .empty, .text, .dash: false
        default: true
        }
    }
}

/// An estimate with its limits.
public struct PrintedEstimate: Equatable, Hashable, Sendable {
    /// The estimate.
    public var value: PrintedNumber
    /// The lower limit; nil where it is without bound.
    public var lower: PrintedNumber?
    /// The upper limit; nil where it is without bound.
    public var upper: PrintedNumber?
    /// The words between the estimate and its limits, such as `95% CI` or `range`.
    public var words: String
    /// As printed, in plain writing.
    public var text: String

    /// Creates an estimate.
    public init(
        value: PrintedNumber, lower: PrintedNumber?, upper: PrintedNumber?, words: String, text: String
    ) {
        self.value = value
        self.lower = lower
        self.upper = upper
        self.words = words
        self.text = text
    }

    /// Whether one result could be printed as both.
    public func agrees(with other: PrintedEstimate) -> Bool {
        func same(_ a: PrintedNumber?, _ b: PrintedNumber?) -> Bool {
            switch (a, b) {
            case (nil, nil): true
            case (let a?, let b?): a.agrees(with: b)
            default: false
            }
        }
        return value.agrees(with: other.value) && same(lower, other.lower) && same(upper, other.upper)
    }
}

extension CellValue {
    /// Reads a cell's plain text.
    public init(_ text: String) {
        let bare = Self.stripped(text)
        if bare.isEmpty {
            self = .empty
        } else if Self.dashes.contains(bare.lowercased()) {
            self = .dash
        } else {
            self = Self.estimate(bare) ?? Self.fraction(bare) ?? Self.pair(bare) ?? Self.simple(bare) ?? .text
        }
    }

    private static let dashes: Set = [
        "-", "--", "---", "na", "n/a", "ne", "nr", "nd", "n.a.", ".", "...", "…", "ref", "reference", "ref.", "n.e.",
        "nil", "/",
    ]
    private static let trailingMarks = Pattern(
        #"(?<=[\d)%\]\-])\s*(?:[*†‡§¶#^ᵃ-ᶻᵃᵇᶜᵈᵉᶠᵍ]+|(?<=[\d)])[a-f])$"#, caseless: false)
    private static let estimatePattern = Pattern("^" + NumberPatterns.estimate + "\\s*%?\\s*[\\)\\]]\\s*%?$")
    private static let bareEstimatePattern = Pattern(
        "^(\(NumberPatterns.number))\\s*[,;]\\s*((?:95\\s*%\\s*CI[:,]?\\s*)?)(\(NumberPatterns.limit))\(NumberPatterns.to)(\(NumberPatterns.limit))$"
    )
    private static let intervalPattern = Pattern(
        "^[\\(\\[]?\\s*(\(NumberPatterns.number))(?:\\s*(?:-|to|~)\\s*|,\\s+)(\(NumberPatterns.number))\\s*[\\)\\]]?$")
    private static let pairPattern = Pattern(
        "^(\\d{1,3}(?:,\\d{3})+|\(NumberPatterns.number))\\s*(%?)\\s*(?:[\\(\\[]\\s*(\(NumberPatterns.number))\\s*(%?)\\s*[\\)\\]]|±\\s*(\(NumberPatterns.number)))$"
    )
    private static let fractionPattern = Pattern(
        "^(\\d+)\\s*(?:/|of|out of)\\s*(\\d+)\\s*(?:[\\(\\[,]\\s*(\(NumberPatterns.number))\\s*%?\\s*[\\)\\]]?)?$")
    private static let percentOfPattern = Pattern(
        "^(\(NumberPatterns.number))\\s*%?\\s*[\\(\\[]\\s*(\\d+)\\s*(?:/|of)\\s*(\\d+)\\s*[\\)\\]]$")

    /// Without marks of footnotes and of emphasis.
    static func stripped(_ text: String) -> String {
        var bare = text.replacing("*", with: "").trimmed
        if let match = trailingMarks.firstMatch(in: bare) { bare = String(bare.dropLast(match[0]?.count ?? 0)).trimmed }
        return bare
    }

    private static func estimate(_ text: String) -> CellValue? {
        guard let match = estimatePattern.firstMatch(in: text) ?? bareEstimatePattern.firstMatch(in: text),
            let value = match[1].flatMap(PrintedNumber.init)
        else { return nil }
        let (lower, upper) = (match[3].flatMap { PrintedNumber($0) }, match[4].flatMap { PrintedNumber($0) })
        return .estimate(
            PrintedEstimate(value: value, lower: lower, upper: upper, words: match[2]?.trimmed ?? "", text: text))
    }

    private static func fraction(_ text: String) -> CellValue? {
        if let match = fractionPattern.firstMatch(in: text), let a = match[1].flatMap({ Int($0) }),
            let b = match[2].flatMap({ Int($0) })
        {
            return .fraction(a, b, percent: match[3].flatMap { PrintedNumber($0) })
        }
        if let match = percentOfPattern.firstMatch(in: text), let a = match[2].flatMap({ Int($0) }),
            let b = match[3].flatMap({ Int($0) })
        {
            return .fraction(a, b, percent: match[1].flatMap { PrintedNumber($0) })
        }
        return nil
    }

    private static func pair(_ text: String) -> CellValue? {
        guard let match = pairPattern.firstMatch(in: text), let first = match[1].flatMap(PrintedNumber.init),
            let second = (match[3] ?? match[5]).flatMap(PrintedNumber.init)
        else { return nil }
        if match[2] == "%", second.count != nil { return .pair(second, first, isPercent: true) }
        return .pair(first, second, isPercent: match[4] == "%")
    }

    private static func simple(_ text: String) -> CellValue? {
        let bare = text.replacing("%", with: "").trimmed
        if let first = text.first, "<>≤≥=".contains(first) {
            // "<60" is a label, "<0.001" a p-value.
            return text.contains(".") ? PrintedPValue(text).map { .pValue($0) } : nil
        }
        if let match = PNotation.pattern.firstMatch(in: text), match.range.count == text.utf16.count {
            return PNotation.value(match).map { .pValue($0) }
        }
        if let match = intervalPattern.firstMatch(in: bare), let a = match[1].flatMap(PrintedNumber.init),
            let b = match[2].flatMap(PrintedNumber.init)
        {
            return .interval(a, b)
        }
        return PrintedNumber(bare).map { .number($0) }
    }
}

/// How papers write p-values in sentences: `p = 0.021`, `P<.001`, `p-value: 0.5`, `log-rank p 0.11`.
public enum PNotation {
    /// Group 1 is the sign, where there is one, group 2 the number.
    public static let pattern = Pattern(
        #"(?<![A-Za-z0-9])p(?:[- ]?values?)?(?:\s*(?:for|of)\s+(?:the\s+)?(?:interaction|trend|log-?rank test|heterogeneity))?(?:[_ ]?(?:interaction|trend))?\s*(?:(?:(?:was|were|is|of)\s+)?(<|>|=|≤|≥|:)\s*|\s(?:was |were |is |of )?)((?:0|1)?\.\d+|1(?![\d.])|0(?![\d.]))"#
    )

    /// The p-value of a match.
    public static func value(_ match: PatternMatch) -> PrintedPValue? {
        guard let number = match[2] else { return nil }
        let sign = match[1].map { $0 == ":" ? "=" : $0 } ?? "="
        return PrintedPValue(sign + number)
    }
}

extension String {
    /// Without white space at its ends.
    public var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
