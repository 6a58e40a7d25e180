/// A line of text in which some words are set differently. Writers escape it; it holds no markup.
public struct RichText: Equatable, Sendable, ExpressibleByStringLiteral {
    /// How a stretch of text is set.
    public struct Styles: OptionSet, Hashable, Sendable {
        /// The set as bits.
        public let rawValue: Int
        /// Bold.
        public static let bold = Styles(rawValue: 1)
        /// Italic.
        public static let italic = Styles(rawValue: 2)
        /// Raised and small.
        public static let superscript = Styles(rawValue: 4)
        /// Lowered and small.
        public static let `subscript` = Styles(rawValue: 8)

        /// Creates a set from bits.
        public init(rawValue: Int) { self.rawValue = rawValue }
    }

    /// A table or figure of the document that a stretch of text refers to, by its name.
    public enum Reference: Hashable, Sendable {
        case table(String)
        case figure(String)
    }

    /// A stretch of text set in one way.
    public struct Run: Equatable, Sendable {
        /// The text.
        public var text: String
        /// How it is set.
        public var styles: Styles
        /// What it refers to: its text is the number of a table or figure, such as `Figure 1A`. Nil for other text.
        public var reference: Reference?
        /// The file of the bundle that the words lead to, with the place in it: `report.html#table-cox`; nil for none.
        public var link: String?

        /// Creates a run.
        public init(_ text: String, _ styles: Styles = [], reference: Reference? = nil, link: String? = nil) {
            self.text = text
            self.styles = styles
            self.reference = reference
            self.link = link
        }
    }

    /// The runs, in reading order.
    public var runs: [Run]

    /// Creates a text of runs.
    public init(runs: [Run]) { self.runs = runs.filter { !$0.text.isEmpty } }

    /// Creates a text set in one way.
    public init(_ text: String, _ styles: Styles = []) { self.init(runs: [Run(text, styles)]) }

    /// Creates a plain text from a literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// The text without its setting.
    public var plain: String { runs.reduce(into: "") { $0 += $1.text } }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { runs.isEmpty }

    /// One text after another.
    public static func + (left: RichText, right: RichText) -> RichText { RichText(runs: left.runs + right.runs) }
}

extension RichText.Run {
    /// The link where it stays in the bundle: letters, digits and `-._/#` only, so that it names no scheme and no host.
    public var safeLink: String? {
        guard let link, !link.hasPrefix("/"), !link.contains("..") else { return nil }
        let isSafe = link.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                || "-._/#".unicodeScalars.contains(scalar)
        }
        return isSafe ? link : nil
    }
}
