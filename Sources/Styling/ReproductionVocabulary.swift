/// The words of a comparison with published values, in one language.
public protocol ReproductionVocabulary: Sendable {
    /// The title of the document.
    var title: String { get }
    /// The heads of the columns.
    var columns: [String] { get }
    /// The heading of the differences.
    var differences: String { get }
    /// The heading of the publication's own contradictions.
    var remarks: String { get }
    /// The heading of all values.
    var values: String { get }
    /// The head of the column of parts.
    var part: String { get }
    /// The head of the column of counts.
    var total: String { get }
    /// What the words for agreement mean.
    var rule: String { get }
    /// That every printed digit is equal.
    var exact: String { get }
    /// That a result is within its margin.
    var close: String { get }
    /// That it is beyond it.
    var off: String { get }
    /// That it is not told.
    var withheld: String { get }
    /// What ``withheld`` means, where there are such values.
    var withheldRule: String { get }
    /// The sum of all; `withheld` is nil where everything is told.
    func summary(total: String, exact: String, close: String, off: String, withheld: String?) -> String
    /// One difference, as an item of a list.
    func difference(part: String, item: String, printed: String, ours: String, note: String?) -> String
}
