/// The identity of each message of the program.
///
/// A test demands that each case has a page in `Greenwood.docc/Messages` and a test of its exact rendered text.
public enum DiagnosticID: String, CaseIterable, Sendable, Codable {
    // The study file's form.
    case unreadableFile = "unreadable-file"
    case yamlSyntax = "yaml-syntax"
    case duplicateYAMLKey = "duplicate-yaml-key"
    case unsupportedVersion = "unsupported-version"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case unknownValue = "unknown-value"
    case outOfRange = "out-of-range"
    case conflictingKeys = "conflicting-keys"
    case figureOfSinglePatients = "figure-of-single-patients"
    case duplicateName = "duplicate-name"
    case expressionSyntax = "expression-syntax"

    // The study file against itself and the data.
    case unknownName = "unknown-name"
    case unsuitableName = "unsuitable-name"
    case notTwoArms = "not-two-arms"
    case unknownColumn = "unknown-column"
    case undeclaredCode = "undeclared-code"
    case absentReference = "absent-reference"
    case absentLevel = "absent-level"
    case undefinedNumber = "undefined-number"
    case endpointNamedAfterEvent = "endpoint-named-after-event"

    // The databases.
    case passwordInStudy = "password-in-study"
    case unreadableDatabase = "unreadable-database"
    case needsRows = "needs-rows"

    // The data files.
    case encodingUnsupported = "encoding-unsupported"
    case encodingGuessed = "encoding-guessed"
    case unreadableData = "unreadable-data"
    case noSuchTable = "no-such-table"
    case errorCell = "error-cell"
    case mergedCells = "merged-cells"
    case csvSyntax = "csv-syntax"
    case duplicateColumn = "duplicate-column"
    case duplicateKey = "duplicate-key"
    case missingPatientKey = "missing-patient-key"
    case orphanRow = "orphan-row"
    case unparsableNumber = "unparsable-number"
    case unparsableDate = "unparsable-date"
    case impossibleDate = "impossible-date"
    case datesOutOfOrder = "dates-out-of-order"
    case dateAfterCutoff = "date-after-cutoff"
    case implausibleDate = "implausible-date"
    case likelyMissingCode = "likely-missing-code"
    case negativeTime = "negative-time"
    case undeclaredLevel = "undeclared-level"
    case similarLevels = "similar-levels"
    case noFollowUp = "no-follow-up"
    case emptyPopulation = "empty-population"
    case flowMismatch = "flow-mismatch"

    // The analysis.
    case nothingToDraw = "nothing-to-draw"
    case designRemark = "design-remark"

    // Templates.
    case templateSyntax = "template-syntax"
    case unknownResult = "unknown-result"
    case unknownTemplate = "unknown-template"
    case typedNumber = "typed-number"
    case withheldCondition = "withheld-condition"

    // Reference files of a validation.
    case malformedReference = "malformed-reference"
    case missingReferenceData = "missing-reference-data"
    case noReferences = "no-references"

    // Manuscripts of an audit.
    case unreadableManuscript = "unreadable-manuscript"

    // The documentation.
    case nothingToExplain = "nothing-to-explain"

    // Rendering and delivery.
    case fontSubstituted = "font-substituted"
    case missingGlyph = "missing-glyph"
    case resultsUnreadable = "results-unreadable"
    case resultsTooNew = "results-too-new"
    case cannotWrite = "cannot-write"
    case foreignFolder = "foreign-folder"

    // Comparisons of two bundles.
    case earlierResults = "earlier-results"
    case noEarlierResults = "no-earlier-results"
    case dataMismatch = "data-mismatch"
    case stepNotAnalysed = "step-not-analysed"

    /// Whether equal messages about several cells are one: they are about a value, which stands in all of them.
    var isAboutValue: Bool {
        switch self {
        case .unparsableNumber, .unparsableDate, .impossibleDate, .undeclaredLevel, .undeclaredCode: true
        default: false
        }
    }
}
