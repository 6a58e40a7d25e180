/// A value that was published elsewhere, and the names of the results that it is compared with.
public struct PublishedValue: Codable, Equatable, Sendable {
    /// How near a result must come to be called close.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// A count, or a description of data: equal or not.
        case count
        /// A hazard, odds or risk ratio with its limits.
        case ratio
        /// A p-value.
        case pValue = "p"
        /// A time, such as a median.
        case time
        /// A percentage that was estimated.
        case percent
        /// Words about the publication, with nothing to compare.
        case remark
    }

    /// The part of the publication: `Table 1`.
    public var part: String
    /// What the value is of, within the part.
    public var item: String
    /// The value as it was printed: `12.6 (5.4-17.3)`.
    public var printed: String
    /// The names of results, one for each number that was printed.
    public var results: [String]
    /// How near a result must come to be called close.
    public var kind: Kind
    /// What is known of a difference, or of the printed value itself.
    public var note: String?
    /// Its line in the file.
    public var line: Int

    /// Creates a value.
    public init(
        part: String, item: String, printed: String, results: [String], kind: Kind, note: String?,
        line: Int
    ) {
        self.part = part
        self.item = item
        self.printed = printed
        self.results = results
        self.kind = kind
        self.note = note
        self.line = line
    }
}
