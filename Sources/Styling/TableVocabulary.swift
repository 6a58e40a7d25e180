public import Results

/// The words of tables that count patients: responses, adverse events, balance.
public protocol TableVocabulary: Sendable {
    /// The head of a column of counts with percentages.
    var countHead: String { get }
    /// A group against the one that it is compared with: `RT+IO+T vs IO+T`.
    func contrast(_ group: String, _ reference: String) -> String
    /// How many patients lack a value of a variable that the table does not name in a row.
    func missingValues(of variable: String, total: Int?, byColumn: [(label: String, n: Int)]) -> String

    // Responses.

    /// The head of a column of differences of proportions.
    func proportionDifferenceHead(interval: String) -> String
    /// Over columns of odds or risk ratios.
    func responseRatioHead(_ ratio: ResponseTable.Ratio, interval: String) -> String
    /// Whose ratios these are.
    func responseRatioMethod(_ ratio: ResponseTable.Ratio, strata: [String]) -> String
    /// That groups are compared within the levels of some variables; their differences are not where that is said.
    func comparedWithinStrata(_ strata: [String], exceptDifferences: Bool) -> String
    /// How the intervals of proportions, and those of their differences, are computed; nil where neither is printed.
    func proportionIntervals(ofProportions: Bool, ofDifferences: Bool) -> String?
    /// That no patient has these responses.
    func emptyLevels(_ labels: [String]) -> String
    /// A rate and the responses that it counts: `ORR, objective response rate: CR + PR.`
    func rate(_ name: String, counting members: [String]) -> String
    /// What those of the labels that are customary abbreviations of responses mean; nil where none is.
    func responseAbbreviations(_ labels: [String]) -> String?

    // Adverse events.

    /// The head of the column of terms.
    var adverseEvent: String { get }
    /// What the cells hold, and that each patient counts once, at the worst grade.
    var worstGrade: String { get }
    /// What a dash in place of a p-value means.
    func noEvent(dash: String) -> String
    /// That so many rows of a file hold no term or no grade.
    func incompleteRecords(_ n: Int, count: String, source: String) -> String
    /// That so many terms are not shown.
    func termsLeftOut(_ n: Int, count: String) -> String

    // Balance.

    /// The head of a column of standardised differences.
    var standardizedDifferenceHead: String { get }
    /// What a standardised difference is of and divided by.
    func standardizedDifferences(of group: String?, and reference: String?) -> String
    /// Why there is no standardised difference.
    func noStandardizedDifference(_ notes: [ResultNote]) -> String
    /// The head over the columns of everyone, before matching or weighting.
    func before(isWeighted: Bool) -> String
    /// The head over the columns of the matched or weighted patients.
    func after(isWeighted: Bool) -> String
    /// How partners were found, with the rule for ties.
    func matchingMethod(_ matching: MatchingSummary) -> String
    /// How partners were found, and how many sets there are.
    func matching(method: String, sets: String, treated: String, controls: String, arePairs: Bool) -> String
    /// Whose average effect the weights are for: `all`, `treated` or `overlap`.
    func weighting(for target: String) -> String
}
