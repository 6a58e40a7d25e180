/// The pieces of which patterns of numbers are made, in plain writing.
public enum NumberPatterns {
    /// A number without signs of thousands.
    public static let number = #"[-+]?(?:\d+(?:\.\d+)?|\.\d+)"#
    /// A limit of an interval, which can be without bound.
    public static let limit = #"(?:[-+]?(?:\d+(?:\.\d+)?|\.\d+)|inf(?:inity)?|∞|NR|NE|NA|not reached|not estimable)"#
    /// What stands between two limits.
    public static let to = #"\s*%?\s*(?:-|to|~|,|;|and|\.\.\.?|…)\s*"#
    /// An estimate with its limits: the estimate is group 1, the limits are 3 and 4; group 2 is the words between, such as `95% CI` or `range`.
    public static let estimate =
        "(\(number))\\s*%?\\s*(?:months?|mo|years?|days?|Gy|cm)?\\s*[,;]?\\s*[\\(\\[]\\s*([A-Za-z%:,=\\s]{0,24}(?:9[059]\\s*%?[A-Za-z%:,=\\s]{0,28})?)(\(limit))\(to)(\(limit))"
}
