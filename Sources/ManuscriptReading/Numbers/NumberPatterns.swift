/// The pieces of which patterns of numbers are made, in plain writing.
public enum NumberPatterns {
    /// A number without signs of thousands.
    public static let number = #"[-+]?(?:\d+(?:\.\d+)?|\.\d+)"#
    /// A limit of an interval, which can be without bound.
    public static let limit = #"(?:[-+]?(?:\d+(?:\.\d+)?|\.\d+)|inf(?:inity)?|∞|NR|NE|NA|not reached|not estimable)"#
    /// What stands between two limits.
    public static let to = #"\s*%?\s*(?:-|to|~|,|;|and|\.\.\.?|…)\s*"#
    /// `95% CI` as it stands before limits, with or without its signs.
    public static let confidence =
        #"(?:(?:9[059]|99)(?:\.\d)?\s*%?\s*)?(?:\(?(?:CI|C\.I\.|CrI|confidence\s+intervals?|confidence\s+limits)\)?s?)(?:\s*(?:range|of|was|is))?\s*[,:=]?\s*"#
    /// An estimate with its limits: groups 1, 2, 3; group 2 alone is the words between, such as `95% CI` or `range`.
    public static let estimate =
        "(\(number))\\s*%?\\s*(?:months?|mo|years?|days?|Gy|cm)?\\s*[,;]?\\s*[\\(\\[]\\s*([^()\\[\\]0-9]{0,24}(?:9[059]\\s*%?[^()\\[\\]0-9]{0,28})?)(\(limit))\(to)(\(limit))"
}
