import Results

/// The words of a comparison with published values. In English.
public struct ReproductionWords: Sendable {
    /// The title of the document.
    public let title = "Reproduction of the published values"
    /// The heads of the columns.
    public let columns = ["Item", "Published", "Here", "Agreement", "Remark"]
    /// The heading of the differences.
    public let differences = "What is off, and why"
    /// The heading of the publication's own contradictions.
    public let remarks = "Where the publication contradicts itself"
    /// The heading of all values.
    public let values = "All values"
    /// The head of the column of parts.
    public let part = "Part"
    /// The head of the column of counts.
    public let total = "Values"
    /// What stands for a difference without a reason.
    public let unexplained = "Not explained."
    /// What the words for agreement mean.
    public let rule = """
        Results are rounded to the decimals that were printed. Exact: every printed digit is equal. Close: a ratio \
        within 5% on the log scale (15% below 0.2) and its limits within 10% of what the printed digits stand for; a \
        p-value within 0.005 or a tenth of it; a time within half a unit; an estimated percentage within 2 points. Counts \
        are exact or off.
        """

    /// Creates the words.
    public init() {}

    /// The sum of all.
    public func summary(_ reproduction: Reproduction) -> String {
        let counts = [Agreement.exact, .close, .off].map { reproduction.count($0) }
        return
            "Of \(reproduction.rows.count) published values, \(counts[0]) are reproduced exactly, \(counts[1]) closely, "
            + "and \(counts[2]) \(counts[2] == 1 ? "is" : "are") off."
    }

    /// One difference, as an item of a list.
    public func difference(_ row: Reproduction.Row) -> String {
        "\(row.published.part), \(row.published.item): published \(row.published.printed), here \(row.ours). "
            + (row.published.note ?? unexplained)
    }

    /// The word for an agreement.
    public func word(_ agreement: Agreement) -> String {
        switch agreement {
        case .exact: "exact"
        case .close: "close"
        case .off: "off"
        }
    }
}
