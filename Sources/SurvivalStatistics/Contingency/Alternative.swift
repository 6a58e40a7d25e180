/// Which departure from the null hypothesis a test looks for.
public enum Alternative: String, CaseIterable, Sendable {
    /// Either way.
    case twoSided = "two.sided"
    /// The first group, or the odds ratio, is the smaller.
    case less
    /// The first group, or the odds ratio, is the greater.
    case greater

    /// The argument of an R call, empty for R's default.
    var argument: String { self == .twoSided ? "" : ", alternative = \"\(rawValue)\"" }
}
