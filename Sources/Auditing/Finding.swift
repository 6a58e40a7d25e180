/// Something in a manuscript that does not fit, and what would settle it.
public struct Finding: Equatable, Sendable, Codable {
    /// How sure the audit is.
    public enum Certainty: String, Sendable, Codable, CaseIterable {
        /// What is printed cannot all be true, whatever the data.
        case contradiction
        /// It can be true, but hardly by the usual methods.
        case suspicious
        /// What is printed leaves open what is meant.
        case cannotTell = "cannot-tell"
    }

    /// The rule that found it.
    public var rule: AuditRule
    /// How sure the audit is.
    public var certainty: Certainty
    /// Where it stands.
    public var place: FindingPlace
    /// The words as printed.
    public var printed: String
    /// What was expected instead, and why.
    public var expected: String
    /// What would settle it.
    public var settle: String
}

/// Where a finding stands: a page, line or paragraph, and in a table also row and column.
public struct FindingPlace: Equatable, Hashable, Sendable, Codable {
    /// The page, where the file has pages.
    public var page: Int?
    /// The line of the file.
    public var line: Int?
    /// The paragraph, in files without lines.
    public var paragraph: Int?
    /// The table's label.
    public var table: String?
    /// The row's label.
    public var row: String?
    /// The column's heads.
    public var column: String?
    /// The heading above a passage.
    public var section: String?

    /// As a message begins: `line 120, Table 1, row 'Rash'`.
    public var description: String {
        var parts: [String] = []
        if let page { parts.append("page \(page)") }
        if let line { parts.append("line \(line)") }
        if let paragraph { parts.append("paragraph \(paragraph)") }
        if let table { parts.append(table) }
        if let row, !row.isEmpty { parts.append("row '\(row)'") }
        if let column, !column.isEmpty { parts.append("column '\(column)'") }
        if let section, !section.isEmpty, table == nil { parts.append("section '\(section)'") }
        return parts.joined(separator: ", ")
    }
}

/// The rules of the audit. Each has a page in `Greenwood.docc/AuditRules` and a test.
public enum AuditRule: String, CaseIterable, Sendable, Codable {
    // Estimates and their intervals.
    case estimateOutsideInterval = "estimate-outside-interval"
    case intervalNotSymmetric = "interval-not-symmetric"
    case intervalAgainstP = "interval-against-p"
    case pOfAnotherTest = "p-of-another-test"
    case intervalTooNarrow = "interval-too-narrow"
    case unboundedEstimate = "unbounded-estimate"
    case copiedEstimate = "copied-estimate"
    case interactionAgainstSubgroups = "interaction-against-subgroups"
    case subgroupsAgainstWhole = "subgroups-against-whole"
    case subgroupsDoNotAddUp = "subgroups-do-not-add-up"
    case labelAgainstDirection = "label-against-direction"

    // Counts and percentages.
    case percentOfCount = "percent-of-count"
    case percentOfOtherTotal = "percent-of-other-total"
    case impossiblePercent = "impossible-percent"
    case impossibleMean = "impossible-mean"
    case levelsDoNotAddUp = "levels-do-not-add-up"
    case columnsDoNotAddUp = "columns-do-not-add-up"
    case groupSizeDiffers = "group-size-differs"
    case pOfCounts = "p-of-counts"
    case pOfZero = "p-of-zero"
    case pWithEmptyCell = "p-with-empty-cell"
    case repeatedRow = "repeated-row"
    case gradesOutOfOrder = "grades-out-of-order"
    case responsesDoNotAddUp = "responses-do-not-add-up"
    case categoryGap = "category-gap"
    case numbersAtRiskRise = "numbers-at-risk-rise"

    // Survival.
    case medianAgainstLandmark = "median-against-landmark"
    case limitAgainstLandmark = "limit-against-landmark"
    case landmarksRise = "landmarks-rise"
    case landmarksArePlainFractions = "landmarks-are-plain-fractions"
    case subgroupMedians = "subgroup-medians"
    case rangeOrInterval = "range-or-interval"
    case endpointsOutOfOrder = "endpoints-out-of-order"
    case endpointDefinition = "endpoint-definition"

    // The text against itself and its tables.
    case printedDifferently = "printed-differently"
    case textAgainstTable = "text-against-table"
    case claimAgainstP = "claim-against-p"
    case claimAgainstNumbers = "claim-against-numbers"
    case balanceClaim = "balance-claim"
    case variableNotDescribed = "variable-not-described"
    case groupNameVaries = "group-name-varies"

    // The text against results.
    case notInResults = "not-in-results"
    case staleNumber = "stale-number"
}
