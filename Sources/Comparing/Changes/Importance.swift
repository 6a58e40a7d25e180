/// Why a change matters, the weightiest first: the groups of a comparison.
public enum Importance: String, CaseIterable, Codable, Comparable, Sendable {
    /// A ratio crossed 1, or a difference 0: the effect points the other way.
    case direction
    /// A p-value crossed the level of significance.
    case significance
    /// A ratio's interval now contains 1 (a difference's 0), or no longer does.
    case noEffect = "no-effect"
    /// A median is newly reached, or no longer.
    case median
    /// An estimate or a p-value can be given now, or no longer.
    case estimability
    /// Another group has the longest median.
    case rank
    /// Another test was used.
    case test
    /// A model holds other covariates.
    case model
    /// Only the number is another.
    case other

    /// Orders by weight, the weightiest first.
    public static func < (left: Importance, right: Importance) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }

    /// Whether a change of this kind asks for a look at the text.
    public var isImportant: Bool { self != .other }
}
