public import Results

/// The words that the program itself writes around the numbers, in one language.
///
/// A language is one folder under `Vocabularies`, and its templates; it takes phrases, not fragments, so that each language orders its words
/// in its own way. What the study says (captions, labels, levels) is printed as the study says it.
public protocol Vocabulary:
    TableVocabulary, PairedVocabulary, PredictedVocabulary, ModelVocabulary, FigureVocabulary, PlotVocabulary,
    PatientPlotVocabulary,
    ReportVocabulary
{
    /// The language, as a BCP 47 tag.
    var language: String { get }

    /// The words of sentences.
    var prose: any ProseVocabulary { get }
    /// The words of a comparison with published values.
    var reproduction: any ReproductionVocabulary { get }
    /// The words of the checklist of reporting guidelines.
    var checklist: any ChecklistVocabulary { get }

    // The parts of a document.

    /// The heading of the list of contents.
    var contents: String { get }
    /// What takes a keyboard's user past the contents.
    var skipToText: String { get }
    /// What a table is called before its number.
    var table: String { get }
    /// What a figure is called before its number.
    var figure: String { get }
    /// What a table of the supplement is called before its number.
    var supplementaryTable: String { get }
    /// What a figure of the supplement is called before its number.
    var supplementaryFigure: String { get }
    /// The heading of the supplement.
    var supplement: String { get }
    /// That the data are synthetic, as a sentence.
    var syntheticData: String { get }
    /// Which program made a document.
    func madeBy(_ program: String) -> String

    // Tables of patients' characteristics.

    /// The head of the column of variables.
    var characteristic: String { get }
    /// The head of a column of patients.
    func columnHead(_ label: String, n: String) -> String
    /// The head of the column of p-values.
    func pValueHead(letter: String) -> String
    /// The row of patients without a value.
    var missing: String { get }
    /// How a variable is summarised, as it follows the variable's name; nil for counts.
    func summary(_ summary: BaselineVariable.Summary) -> String?
    /// What the cells hold: counts in every row or only where no row says otherwise, and what percentages are of, where
    /// that has to be said.
    func cellContents(onlyCounts: Bool, percentagesOf denominator: BaselineTable.Denominator?) -> String
    /// What the percentages of a variable with several values for a patient are of: so many responses, by column.
    func percentagesOfResponses(total: String?, byColumn: [(label: String, n: String)]) -> String
    /// That a patient can have several values of a variable whose percentages are of patients.
    var severalResponses: String { get }
    /// What the quartiles are, by Hyndman and Fan's type.
    func quartiles(type: Int?) -> String
    /// That shares, means and quantiles are of weighted patients; in some of the columns where not `isAll`.
    func weightedValues(isAll: Bool) -> String
    /// How many patients lack a value, by column: `Missing in 3 patients (IO+T 2, RT+IO+T 1).`
    func missingValues(total: Int?, byColumn: [(label: String, n: Int)]) -> String
    /// How many patients of the total are in no group, because it is not known; whether the groups are of treatments.
    func ungroupedPatients(_ n: Int, in total: String, isTreatment: Bool) -> String
    /// The name of a test, as a sentence has it.
    func test(_ method: TestResult.Method) -> String
    /// The test behind every p-value of the table.
    func onlyTest(_ method: TestResult.Method, rule: CategoricalTestRule, letter: String) -> String
    /// The test behind those p-values of the table that no footnote marks.
    func usualTest(_ method: TestResult.Method, rule: CategoricalTestRule, letter: String) -> String
    /// The test behind a p-value that a footnote marks.
    func markedTest(_ method: TestResult.Method, rule: CategoricalTestRule) -> String
    /// Why there is no p-value.
    func noPValue(because notes: [ResultNote], summary: BaselineVariable.Summary) -> String
    /// That expected counts are small.
    var smallExpectedCounts: String { get }
    /// How many random tables a p-value comes from, and with which seed.
    func simulated(tables: String, from seed: String) -> String
    /// Why an estimate that exists has no interval.
    func noInterval(because notes: [ResultNote]) -> String
    /// The abbreviations that a table uses: those of endpoints, then the program's own.
    func abbreviations(_ abbreviations: [Abbreviation], of endpoints: [EndpointDescription], in style: HouseStyle)
        -> String
}

/// An abbreviation that the program itself prints.
public enum Abbreviation: CaseIterable, Sendable {
    /// `CI`
    case confidenceInterval
    /// `HR`
    case hazardRatio
    /// `OR`
    case oddsRatio
    /// `SD`
    case standardDeviation
    /// `SMD`
    case standardizedDifference
    /// `NE`
    case notEstimable
    /// `NR`
    case notReached
}

/// The languages that the program can write, English first.
public let vocabularies: [any Vocabulary] = [EnglishVocabulary(), ChineseVocabulary()]

/// The vocabulary of a language, by its BCP 47 tag or its first part (`en` for `en-GB`); English for an unknown one.
public func vocabulary(for language: String) -> any Vocabulary {
    let tags = [language.lowercased(), String(language.lowercased().prefix { $0 != "-" })]
    return vocabularies.first { tags.contains($0.language) } ?? EnglishVocabulary()
}
