import Results

/// The words of the checklist in English. Items are told in few words of our own; the guidelines themselves say more.
struct EnglishChecklist: ChecklistVocabulary {
    let title = "Reporting checklist"
    let introduction = """
        Made from the study's results. In the bundle: the bundle says it, at the place named. Check: it says some of it, or \
        there is a remark. To be written: only the author can.
        """
    let heads = ["Item", "What is asked", "State", "Where, or what is left to do"]
    let methods = "Statistical methods"
    let resultsFile = "results.json"
    let remarks = "Remarks on the design"

    func name(of guideline: ReportingGuideline) -> String {
        switch guideline {
        case .strobe: "STROBE: cohort studies"
        case .kmunicate: "KMunicate: Kaplan–Meier figures"
        case .sampl: "SAMPL: survival analysis"
        case .remark: "REMARK: prognostic factors"
        }
    }

    func status(_ status: ChecklistStatus) -> String {
        switch status {
        case .filled: "In the bundle"
        case .check: "Check"
        case .author: "To be written"
        case .notApplicable: "Not applicable"
        }
    }

    func asked(_ item: ChecklistItem) -> String { Self.asked[item.guideline]?[item.number] ?? "" }
    func hint(_ item: ChecklistItem) -> String? { Self.hints[item.guideline]?[item.number] }

    func dates(first: String?, last: String?, cutoff: String?) -> String {
        let start = first.flatMap { first in last.map { "Follow-up began from \(first) to \($0)" } }
        return [start, cutoff.map { "data cut off on \($0)" }].compactMap(\.self).joined(separator: "; ")
    }

    func patients(_ analysed: String, of read: String) -> String { "\(analysed) of \(read) patients analysed" }

    func remark(_ note: DesignNote, in style: HouseStyle) -> String {
        func number(_ decimals: Int) -> String { style.number(note.value, decimals: decimals) }
        let items = note.items.joined(separator: ", ")
        switch note.kind {
        case .missingCutoff: return "The study names no day on which the data were cut off."
        case .differentTimeZero: return "Endpoints begin on different days: \(items)."
        case .treatmentAfterTimeZero:
            return
                "\(note.label): treatment (\(items)) begins after time zero in \(number(0)) patients, who had to live "
                + "until then (immortal time)."
        case .groupsAfterTimeZero:
            return
                "\(note.label) Its groups (\(items)) are known only after time zero; who is in them had to live until then."
        case .deathNotAnEvent: return "\(note.label): death without \(items) does not end it."
        case .dichotomised:
            return "\(note.label) is \(items) cut at \(number(style.decimalsNeeded(by: note.value))): say why there."
        case .fewEventsPerVariable:
            return "\(items): \(number(1)) events for each coefficient of the multivariable model, fewer than ten."
        case .selectedByPValue:
            return "Covariates entered the multivariable model by their p-value"
                + (items.isEmpty ? "." : "; \(items) did not, and their adjusted effects are not shown.")
        }
    }

    private static let asked: [ReportingGuideline: [String: String]] = [
        .strobe: [
            "1a": "The design, in the title or the abstract", "1b": "An abstract of what was done and found",
            "2": "The background and why the study was done", "3": "The objectives and hypotheses",
            "4": "The design, early in the text",
            "5": "Where, and the dates of recruitment, exposure, follow-up and data collection",
            "6a": "Who was eligible, how patients were found and followed up",
            "6b": "Matched studies: the criteria and the numbers",
            "7": "Definitions of outcomes, exposures, predictors, confounders",
            "8": "Where each value comes from and how it was measured", "9": "What was done against bias",
            "10": "How the size of the study came about",
            "11": "How numbers were treated, and why groups were cut where they are",
            "12a": "All statistical methods, with those against confounding",
            "12b": "Methods for subgroups and interactions",
            "12c": "How missing values were treated", "12d": "How loss to follow-up was treated",
            "12e": "Sensitivity analyses",
            "13a": "Patients at each stage", "13b": "Why patients left at each stage", "13c": "A flow diagram",
            "14a": "Characteristics of the patients", "14b": "Missing values of each variable",
            "14c": "Follow-up time", "15": "Events over time",
            "16a": "Unadjusted and adjusted estimates with intervals, and what was adjusted for",
            "16b": "Boundaries where numbers were cut into groups", "16c": "Absolute risks beside relative ones",
            "17": "Other analyses: subgroups, interactions, sensitivity", "18": "Key results against the objectives",
            "19": "Limitations, with direction and size of bias", "20": "A cautious interpretation",
            "21": "Whether the results hold elsewhere", "22": "Funding and the funders' part",
        ],
        .kmunicate: [
            "1": "Under the curves, patients at risk, censored and with events, which add up",
            "2": "Confidence intervals around each curve",
        ],
        .sampl: [
            "1": "When observation began and ended", "2": "Why and when patients were censored",
            "3": "How survival was estimated", "4": "That the assumptions of the models were checked",
            "5": "Survival at stated times with intervals and numbers at risk", "6": "Medians with intervals",
            "7": "The test of the groups, with its p-value", "8": "Models with an interval for every covariate",
            "9": "The program and its version", "10": "The level, the sides of tests and multiplicity",
        ],
        .remark: [
            "6": "The period of recruitment and the median follow-up", "8": "The endpoints",
            "10": "Methods of modelling and variable selection",
            "11": "How cut-points were chosen", "12": "The flow of patients, with events",
            "15": "Univariable effects of each factor",
            "16": "A multivariable model with all factors, significant or not",
            "18": "Checks of assumptions and sensitivity",
        ],
    ]

    private static let hints: [ReportingGuideline: [String: String]] = [
        .strobe: [
            "5": "Name the places, and the dates of recruitment.", "6a": "Name the criteria and the sources.",
            "9": "Answer the remarks below.", "10": "Say how the number of patients came about.",
            "12c": "Say that patients without a value were left out of the analysis concerned.",
            "12d": "Say who was lost, and that they were censored at the last contact.",
            "16a": "Give a multivariable model or a matched comparison too.",
            "16c": "Name times in 'at' of the endpoints.",
            "19": "Take up the remarks below.",
        ],
        .kmunicate: [
            "1": "Set 'risk_table: kmunicate' for the three rows that add up.", "2": "Set 'intervals: true'.",
        ],
        .sampl: [
            "1": "Give 'cutoff' in 'study'.", "4": "Add a figure of kind 'residuals', or a multivariable model.",
            "5": "Name times in 'at' of the endpoints.",
        ],
        .remark: ["16": "Take all factors into the model: 'multivariable: { all: true }'."],
    ]
}
