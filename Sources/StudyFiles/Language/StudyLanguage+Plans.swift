extension StudyLanguage {
    /// The kinds of tables by name.
    enum TableKind: String, CaseIterable {
        case baseline
        case matchedBaseline = "matched-baseline"
        case response
        case adverseEvents = "adverse-events"
        case paired, survival, incidence, cox, logistic, effect

        /// The keys of a table of this kind.
        var section: Section {
            switch self {
            case .baseline: baselineTable
            case .matchedBaseline: matchedBaselineTable
            case .response: responseTable
            case .adverseEvents: adverseEventTable
            case .paired: pairedTable
            case .survival: survivalTable
            case .incidence: incidenceTable
            case .cox: coxTable
            case .logistic: logisticTable
            case .effect: effectTable
            }
        }
    }

    /// The kinds of figures by name.
    enum FigureKind: String, CaseIterable {
        case kaplanMeier = "kaplan-meier"
        case predictedSurvival = "predicted-survival"
        case incidence, forest, flow, balance, overlap, residuals
        case adverseEvents = "adverse-events"
        case swimmer, waterfall

        /// The keys of a figure of this kind.
        var section: Section {
            switch self {
            case .kaplanMeier: kaplanMeierFigure
            case .predictedSurvival: predictedSurvivalFigure
            case .incidence: incidenceFigure
            case .forest: forestFigure
            case .flow: flowFigure
            case .balance: balanceFigure
            case .overlap: overlapFigure
            case .residuals: residualFigure
            case .adverseEvents: adverseEventFigure
            case .swimmer: swimmerFigure
            case .waterfall: waterfallFigure
            }
        }
    }

    /// The kinds of tables.
    static let tables = TableKind.allCases.map(\.section)
    /// The kinds of figures.
    static let figures = FigureKind.allCases.map(\.section)

    /// The section of a kind of table: the keys that every table has, then its own.
    static func table(_ kind: TableKind, _ summary: String, keys: [Key]) -> Section {
        Section("table", summary, keys: planKeys(of: "table", kind: kind.rawValue) + keys)
    }

    /// The section of a kind of figure: the keys that every figure has, then its own.
    static func figure(_ kind: FigureKind, _ summary: String, keys: [Key]) -> Section {
        Section("figure", summary, keys: planKeys(of: "figure", kind: kind.rawValue) + keys)
    }

    private static func planKeys(of noun: String, kind: String) -> [Key] {
        [
            Key("id", .identifier, .required(example: kind), "The \(noun)'s name, which is also its file name."),
            Key("kind", .choice([kind]), .required(example: kind), "What kind of \(noun) it is."),
            Key("caption", .text, .otherwise("its id in words"), "The caption, a sentence."),
            Key(
                "supplement", .truth, .defaults(to: "false"),
                "Whether the \(noun) belongs to the supplement, where \(noun)s are numbered apart."),
        ]
    }

    // MARK: Keys that several kinds have

    static let groupColumns = Key(
        "by", .name(.variable), .otherwise("the arms"), "The variable whose levels are the columns.")

    static let groupRows = Key(
        "by", .name(.variable), .otherwise("the arms"), "The variable whose levels are the groups.")

    static let tablePopulation = Key(
        "population", .name(.population), .otherwise("everyone"), "The patients in the table.")

    static let figurePopulation = Key(
        "population", .name(.population), .otherwise("everyone"), "The patients in the figure.")

    static let scoredPopulation = Key(
        "population", .name(.population), .required(example: "matched"), "A population made by 'match' or 'weigh'.")

    static let tableEndpoints = Key(
        "endpoints", .list(of: .name(.endpoint), rule: .distinct), .required(example: "[os]"),
        "The endpoints, in order.")

    static let pValues = Key("p", .truth, .defaults(to: "true"), "Whether the groups are compared by p-values.")

    /// Whether there is a column of all patients.
    static func total(_ text: String) -> Key {
        Key("total", .truth, .defaults(to: text), "Whether a column of all patients comes first.")
    }
}
