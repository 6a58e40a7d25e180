/// Everything that the analysis found: the only thing that crosses from the analysis to the rendering.
///
/// A plain value without patients: it is written as `results.json`, and rendering what was read back equals rendering
/// the original. Every number that a table, figure or sentence prints is in it, at full precision and unformatted.
/// Times are in the unit that the value states; proportions are between 0 and 1.
public struct StudyResults: Codable, Equatable, Sendable {
    /// The version of this grammar that this program writes; a reader refuses a newer one.
    public static let currentSchemaVersion = 2
    /// The version of results in which nothing is withheld.
    public static let openSchemaVersion = 1
    /// The version of results in which small counts are withheld: the same grammar, in which a count can be a stand-in.
    public static let protectedSchemaVersion = 2

    /// The version of the grammar that these results were written in.
    public var schemaVersion: Int
    /// What the study says of itself.
    public var study: StudyDescription
    /// Which program, files and seeds the results came from.
    public var provenance: Provenance
    /// The choices in force that change a number.
    public var conventions: Conventions
    /// The treatment arms in the study's order; empty where the study compares none.
    public var arms: [Arm]
    /// Who was read, left out and why, and who remained.
    public var cohort: CohortSummary
    /// The definition of each endpoint.
    public var endpoints: [EndpointDescription]
    /// Each endpoint estimated by group, in the study's order.
    public var survival: [SurvivalComparison]
    /// Each endpoint with competing events estimated by group.
    public var incidences: [IncidenceComparison]
    /// The populations made by matching or weighting.
    public var matchings: [MatchedPopulation]
    /// The study's tables, in its order.
    public var tables: [TableResult]
    /// The study's figures, in its order.
    public var figures: [FigureResult]
    /// Published values that the results are compared with, in the order of their file.
    public var published: [PublishedValue]
    /// What a reviewer will ask about the design; nil where there is nothing.
    public var design: [DesignNote]?
    /// An R script that reads the study's files and computes the numbers again; nil in results made without one.
    public var replication: String?
    /// What the study asks of the written documents.
    public var manuscript: ManuscriptPresentation
    /// How small counts were kept out; nil where the study does not ask for it.
    public var privacy: PrivacyProtection?

    /// Creates results.
    public init(
        study: StudyDescription, provenance: Provenance, conventions: Conventions, arms: [Arm],
        cohort: CohortSummary, endpoints: [EndpointDescription], survival: [SurvivalComparison],
        incidences: [IncidenceComparison] = [], matchings: [MatchedPopulation] = [],
        tables: [TableResult], figures: [FigureResult], published: [PublishedValue] = [],
        design: [DesignNote]? = nil, replication: String? = nil, manuscript: ManuscriptPresentation
    ) {
        self.schemaVersion = Self.openSchemaVersion
        self.study = study
        self.provenance = provenance
        self.conventions = conventions
        self.arms = arms
        self.cohort = cohort
        self.endpoints = endpoints
        self.survival = survival
        self.incidences = incidences
        self.matchings = matchings
        self.tables = tables
        self.figures = figures
        self.published = published
        self.design = design
        self.replication = replication
        self.manuscript = manuscript
    }
}

/// What the study says of itself.
public struct StudyDescription: Codable, Equatable, Sendable {
    /// The full title.
    public var title: String
    /// A short title for headers.
    public var short: String
    /// Whether the data are synthetic; then every page says so.
    public var synthetic: Bool
    /// The last day of follow-up as `YYYY-MM-DD`; later observations are censored there.
    public var cutoff: String?
    /// The language of everything that the program itself writes, as a BCP 47 tag.
    public var language: String

    /// Creates a description.
    public init(title: String, short: String, synthetic: Bool, cutoff: String?, language: String) {
        self.title = title
        self.short = short
        self.synthetic = synthetic
        self.cutoff = cutoff
        self.language = language
    }
}

/// A treatment arm.
public struct Arm: Codable, Equatable, Sendable {
    /// The arm's value in the data.
    public var id: String
    /// How it is printed.
    public var label: String
    /// Patients in the arm after exclusions.
    public var n: Int
    /// Whether the other arms are compared with this one.
    public var isReference: Bool

    /// Creates an arm.
    public init(id: String, label: String, n: Int, isReference: Bool) {
        self.id = id
        self.label = label
        self.n = n
        self.isReference = isReference
    }
}

/// What the study asks of the written documents.
public struct ManuscriptPresentation: Codable, Equatable, Sendable {
    /// The template of the manuscript: one of the program's own names, or a path relative to the study file.
    public var template: String
    /// The journal preset by name.
    public var style: String
    /// The file of published values that the results are compared with, relative to the study file; nil: none.
    public var published: String?
    /// The formats that the documents are written in.
    public var formats: [DocumentFormat]
    /// The Word document whose styles the Word files take, relative to the study file; nil: the program's own.
    public var referenceDocument: String?
    /// Whether the lines of the Word manuscript are numbered.
    public var numbersLines: Bool
    /// Where the study departs from the preset's way of writing numbers.
    public var numbers: NumberPreferences
    /// Texts with numbers that the template may type; nil: none.
    public var typedNumbers: [String]?
    /// Where the study departs from the preset's physical facts of figures; nil: nowhere.
    public var figures: FigurePreferences?
    /// The study's own preset file, whose departures are among these; nil: none.
    public var preset: PresetSource?

    /// Creates a presentation.
    public init(
        template: String, style: String, published: String? = nil, formats: [DocumentFormat] = DocumentFormat.usual,
        referenceDocument: String? = nil, numbersLines: Bool = false, numbers: NumberPreferences,
        figures: FigurePreferences? = nil, preset: PresetSource? = nil, typedNumbers: [String]? = nil
    ) {
        self.template = template
        self.style = style
        self.published = published
        self.formats = formats
        self.referenceDocument = referenceDocument
        self.numbersLines = numbersLines
        self.numbers = numbers
        self.typedNumbers = typedNumbers
        self.figures = figures
        self.preset = preset
    }
}

/// Where a study departs from its journal preset's way of writing numbers; nil follows the preset.
public struct NumberPreferences: Codable, Equatable, Sendable {
    /// How p-values are written, by the name of a p-value style.
    public var pValue: String?
    /// How log-rank p-values are written, by the name of a p-value style.
    public var logRankPValue: String?
    /// Decimals of a percentage.
    public var percentDecimals: Int?
    /// Whether percentages, p-values, ratios and standardised differences keep zeros at the end (`50.0` against `50`).
    public var trailingZeros: Bool?
    /// The letter of a p-value.
    public var pLetter: String?
    /// Between the whole digits and the decimals.
    public var decimalMark: String?
    /// Between groups of three whole digits.
    public var groupSeparator: String?
    /// Between the limits of a range.
    public var rangeSeparator: String?
    /// Decimals of a time, such as a median.
    public var timeDecimals: Int?

    /// Creates preferences; without arguments, none.
    public init(
        pValue: String? = nil, logRankPValue: String? = nil, percentDecimals: Int? = nil, trailingZeros: Bool? = nil
    ) {
        self.pValue = pValue
        self.logRankPValue = logRankPValue
        self.percentDecimals = percentDecimals
        self.trailingZeros = trailingZeros
    }
}

extension NumberPreferences {
    /// These preferences, and where they say nothing those of another.
    public func completed(by other: NumberPreferences) -> NumberPreferences {
        var all = self
        all.pValue = pValue ?? other.pValue
        // A p-value style that is asked for holds for log-rank tests too, unless one of theirs stands beside it.
        all.logRankPValue = logRankPValue ?? (pValue == nil ? other.logRankPValue : nil)
        all.percentDecimals = percentDecimals ?? other.percentDecimals
        all.trailingZeros = trailingZeros ?? other.trailingZeros
        all.pLetter = pLetter ?? other.pLetter
        all.decimalMark = decimalMark ?? other.decimalMark
        all.groupSeparator = groupSeparator ?? other.groupSeparator
        all.rangeSeparator = rangeSeparator ?? other.rangeSeparator
        all.timeDecimals = timeDecimals ?? other.timeDecimals
        return all
    }
}
