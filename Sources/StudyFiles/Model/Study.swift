public import Diagnostics
public import Results

/// A study file: the analysis plan, every value with its place.
///
/// Defaults are filled in while reading, so that the rest of the program never asks what was meant.
/// ``StudyLanguage`` documents each key.
public struct Study: Equatable, Sendable {
    /// The path of the study file as the user named it.
    public var file: String
    /// Title, short title, whether synthetic, cut-off and language.
    public var description: StudyDescription
    /// The last day of follow-up; observations after it are censored there.
    public var cutoff: Located<CalendarDay>?
    /// The data files by name, in the order of the file; the one named `patients` holds the cohort.
    public var dataFiles: [DataFile]
    /// The treatment arms; nil for a study of one group.
    public var arms: ArmDeclaration?
    /// The variables, in the order of the file.
    public var variables: [Variable]
    /// The endpoints, in the order of the file.
    public var endpoints: [Endpoint]
    /// The choices that change a number.
    public var conventions: Conventions
    /// Rules that leave patients out of the whole study, in order.
    public var exclusions: [ExclusionRule]
    /// Named parts of the cohort.
    public var populations: [Population]
    /// The tables, in order.
    public var tables: [TablePlan]
    /// The figures, in order.
    public var figures: [FigurePlan]
    /// What is asked of the written documents.
    public var manuscript: ManuscriptPresentation
    /// The least count of patients that is published, where the study withholds smaller ones.
    public var minimumCell: Located<Int>?
    /// Where the manuscript's template is named, for messages about it.
    public var templateLocation: SourceLocation?
    /// Where the file of published values is named, for messages about it; nil where none is.
    public var publishedLocation: SourceLocation?
    /// Where the style is named, for messages about it; nil where none is.
    public var styleLocation: SourceLocation?

    /// Creates a study.
    public init(
        file: String, description: StudyDescription, cutoff: Located<CalendarDay>? = nil, dataFiles: [DataFile],
        arms: ArmDeclaration? = nil, variables: [Variable] = [], endpoints: [Endpoint] = [], conventions: Conventions,
        exclusions: [ExclusionRule] = [], populations: [Population] = [], tables: [TablePlan] = [],
        figures: [FigurePlan] = [], manuscript: ManuscriptPresentation, templateLocation: SourceLocation? = nil,
        publishedLocation: SourceLocation? = nil, styleLocation: SourceLocation? = nil
    ) {
        self.file = file
        self.description = description
        self.cutoff = cutoff
        self.dataFiles = dataFiles
        self.arms = arms
        self.variables = variables
        self.endpoints = endpoints
        self.conventions = conventions
        self.exclusions = exclusions
        self.populations = populations
        self.tables = tables
        self.figures = figures
        self.manuscript = manuscript
        self.templateLocation = templateLocation
        self.publishedLocation = publishedLocation
        self.styleLocation = styleLocation
    }
}

/// A data file of the study.
public struct DataFile: Equatable, Sendable {
    /// The name that the rest of the study uses: `patients`, `adverse_events`.
    public var name: Located<String>
    /// The path, relative to the study file.
    public var path: Located<String>
    /// The column that identifies a row; nil where rows have no identity.
    public var key: Located<String>?
    /// In a linked file, the column that holds the patient's key.
    public var patient: Located<String>?
    /// The byte between cells; nil: as the file shows.
    public var delimiter: UInt8?
    /// Cells with one of these texts are missing. The empty cell always is.
    public var missingCodes: [String]
    /// The order of day, month and year in its dates; nil: only `YYYY-MM-DD` is taken.
    public var dates: DateOrder?
    /// What stands before the decimals of its numbers.
    public var decimal: DecimalMark
    /// What its letters are written in; nil: as the file shows.
    public var encoding: Located<TextEncoding>?
    /// The sheet of a workbook; nil: the first that is not hidden.
    public var sheet: Located<String>?
    /// What stands in the cells of a statistical program's labelled values.
    public var values: LabelledValues
    /// The catalogue of formats that labels the values of a SAS data set.
    public var catalog: Located<String>?
    /// The table of a database; nil where ``query`` is given, or where there is only one.
    public var table: Located<String>?
    /// The query whose rows are read from a database.
    public var query: Located<String>?
    /// In a linked file, which rows are read; nil: all.
    public var condition: Expression?

    /// The form of the file, by the end of its path; rows of a database come as text.
    public var format: DataFormat { database == nil ? DataFormat(path: path.value) : .text }
    /// The column that says for how many patients each row stands; nil where a row is one patient.
    public var frequency: String?
    /// The database that it is read from; nil for a file. ``path`` then says where the rows come from, in words.
    public var database: DatabaseTable?

    /// Creates a data file.
    public init(
        name: Located<String>, path: Located<String>, key: Located<String>? = nil, patient: Located<String>? = nil,
        delimiter: UInt8? = nil, missingCodes: [String] = [], dates: DateOrder? = nil, decimal: DecimalMark = .point,
        encoding: Located<TextEncoding>? = nil, sheet: Located<String>? = nil, values: LabelledValues = .labels,
        catalog: Located<String>? = nil, table: Located<String>? = nil, query: Located<String>? = nil,
        condition: Expression? = nil, database: DatabaseTable? = nil
    ) {
        self.name = name
        self.path = path
        self.key = key
        self.patient = patient
        self.delimiter = delimiter
        self.missingCodes = missingCodes
        self.dates = dates
        self.decimal = decimal
        self.encoding = encoding
        self.sheet = sheet
        self.values = values
        self.catalog = catalog
        self.table = table
        self.query = query
        self.condition = condition
        self.database = database
    }
}

/// The treatment arms.
public struct ArmDeclaration: Equatable, Sendable {
    /// The column that names each patient's arm.
    public var column: Located<String>
    /// What the arms are called together, such as `Treatment group`.
    public var label: String
    /// The arms' values in the data, in the order of columns and legends; empty: as they sort.
    public var order: [Located<String>]
    /// The arm that the others are compared with; nil: the first.
    public var reference: Located<String>?
    /// How arms are printed, by value; an arm without a label is printed as its value.
    public var labels: [String: String]

    /// Creates a declaration.
    public init(
        column: Located<String>, label: String = "Treatment group", order: [Located<String>] = [],
        reference: Located<String>? = nil,
        labels: [String: String] = [:]
    ) {
        self.column = column
        self.label = label
        self.order = order
        self.reference = reference
        self.labels = labels
    }
}

/// A rule that leaves patients out of the whole study.
public struct ExclusionRule: Equatable, Sendable {
    /// Who is left out.
    public var condition: Expression
    /// Why, in words that the flow chart prints.
    public var reason: String

    /// Creates a rule.
    public init(condition: Expression, reason: String) {
        self.condition = condition
        self.reason = reason
    }
}

/// A named part of the cohort.
public struct Population: Equatable, Sendable {
    /// Its name.
    public var name: Located<String>
    /// How it is printed.
    public var label: String
    /// Who is in it; where it is made from a score, who may be. Nil: everyone.
    public var condition: Expression?
    /// How it is made from a propensity score; nil: by the condition alone.
    public var propensity: PropensityPlan?

    /// Creates a population.
    public init(
        name: Located<String>, label: String, condition: Expression? = nil, propensity: PropensityPlan? = nil
    ) {
        self.name = name
        self.label = label
        self.condition = condition
        self.propensity = propensity
    }
}
