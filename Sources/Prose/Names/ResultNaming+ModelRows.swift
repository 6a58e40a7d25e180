import Results
import Styling
import Templating

/// A fitted model as its covariates' names need it, be its ratios of hazards or of odds.
struct NamedModel {
    /// A coefficient, and where it stands among those of the model.
    struct Coefficient {
        var index: Int
        var column: ColumnIdentity
        var ratio: Estimate
        var pValue: Double?
    }

    /// What a kind of model calls things in the results.
    enum Kind: String {
        case cox = "hazardRatio"
        case logistic = "oddsRatio"

        /// The key of the number of events.
        var events: String { self == .cox ? "events" : "outcomes" }
    }

    var n: Int
    var events: Int
    var coefficients: [Coefficient]
    var terms: [TermTests]

    init(_ fit: CoxModelFit) {
        (n, events, terms) = (fit.n, fit.events, fit.terms)
        coefficients = fit.coefficients.enumerated().map {
            Coefficient(index: $0, column: $1.column, ratio: $1.hazardRatio, pValue: $1.pValue)
        }
    }

    init(_ fit: LogisticModelFit) {
        (n, events, terms) = (fit.n, Int(fit.outcomes), fit.terms)
        coefficients = fit.coefficients.enumerated().compactMap { index, coefficient in
            coefficient.column.map {
                Coefficient(index: index, column: $0, ratio: coefficient.oddsRatio, pValue: coefficient.pValue)
            }
        }
    }
}

/// Covariates in tables of models.
extension ResultNaming {
    /// What a covariate is called, and which of its levels are compared.
    func addDescription(of row: CoxTable.Row, to place: inout TemplateContext, from pointer: String) {
        place.add("label", .text(style.label(row.label, unit: row.unit)), from: pointer)
        let compared = row.levels.first { $0.id != row.reference }
        place.add("level", text(compared?.label, or: words.notApplicable), from: pointer)
        let reference = row.levels.first { $0.id == row.reference }
        place.add("reference-level", text(reference?.label, or: words.notApplicable), from: pointer)
    }

    /// A covariate in one model: its ratios, of each level and, where there is one comparison only, without a level.
    ///
    /// - Parameters:
    ///   - segment: What the model is called: `univariable`.
    ///   - model: The model; nil where the covariate is in none.
    ///   - kind: What kind of model it is or would be.
    ///   - row: The covariate.
    ///   - method: Which of its tests is named.
    ///   - pointer: Where the model stands in the results.
    ///   - parent: Where the covariate stands among the names.
    /// - Returns: The names.
    func fitted(
        _ segment: String, _ model: NamedModel?, _ kind: NamedModel.Kind, _ row: CoxTable.Row,
        _ method: CoxTable.PValueMethod, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(segment, in: parent).filledLater { [self] place in
            let coefficients = (model?.coefficients ?? []).filter { $0.column.term == row.variable }
            let items = coefficients.map { coefficient in
                let part = coefficient.column.parts.first
                var item = part?.level.map { self.place($0, in: place, besides: Self.ratioWords) } ?? place
                let labels = [part?.level, part?.reference].map { id in
                    row.levels.first { $0.id == id }?.label ?? id ?? ""
                }
                add(
                    coefficient.ratio, of: kind, p: coefficient.pValue, labelled: (labels[0], labels[1]), to: &item,
                    from: "\(pointer)/coefficients/\(coefficient.index)")
                return item
            }
            if let first = coefficients.first, coefficients.count == 1 {
                add(
                    first.ratio, of: kind, p: first.pValue, labelled: ("", ""), to: &place,
                    from: "\(pointer)/coefficients/\(first.index)")
            } else {
                add(nil, of: kind, p: nil, labelled: nil, to: &place, from: pointer)
                place.set(.absent(reason: coefficients.isEmpty ? words.notInModel : words.severalLevels), from: pointer)
            }
            let none = TemplateValue.absent(reason: words.notInModel)
            place.add("n", model.map { count($0.n) } ?? none, from: pointer + "/n")
            place.add("events", model.map { count($0.events) } ?? none, from: "\(pointer)/\(kind.events)")
            let index = model?.terms.firstIndex { $0.term == row.variable } ?? 0
            let tests = model?.terms.at(index)
            let (test, key) =
                switch method {
                case .likelihoodRatio: (tests?.likelihoodRatio, "likelihoodRatio")
                case .wald: (tests?.wald, "wald")
                case .score: (tests?.score, "score")
                }
            add(test, to: &place, from: "\(pointer)/terms/\(index)/\(key)")
            if coefficients.count > 1 { for item in items { place.insert(item) } }
        }
    }

    /// A ratio with what is compared, the coefficient's p-value, and the reason where it is not estimable.
    func add(
        _ ratio: Estimate?, of kind: NamedModel.Kind, p: Double?, labelled labels: (level: String, reference: String)?,
        to place: inout TemplateContext, from pointer: String
    ) {
        add(ratio, as: .ratio, to: &place, from: "\(pointer)/\(kind.rawValue)")
        let none = TemplateValue.absent(reason: words.notCompared)
        place.add("level", labels.map { .text($0.level) } ?? none, from: pointer + "/column")
        place.add("reference", labels.map { .text($0.reference) } ?? none, from: pointer + "/column")
        let p = p.flatMap { $0.isFinite ? $0 : nil }
        func written(_ text: (Double) -> String) -> TemplateValue {
            p.map { .number($0, printed: text($0)) } ?? missing(ratio?.isWithheld ?? false)
        }
        place.add("p", written { style.pValue($0, kind: .other) }, from: pointer + "/pValue")
        place.add("p-statement", written { style.pStatement($0, kind: .other) }, from: pointer + "/pValue")
    }

    private static let ratioWords: Set<String> = [
        "n", "events", "lower", "upper", "interval", "full", "level", "reference", "p", "p-statement", "test",
        "statistic", "degrees-of-freedom",
    ]
}

extension TemplateContext {
    /// Whether the p-value of a row's model is below 0.05.
    func isSignificant(_ model: String) -> Bool {
        if case .number(let p, _)? = self[model]?["p"]?.value { p < 0.05 } else { false }
    }

    /// Whether the p-value of a row's model is withheld.
    func isWithheld(_ model: String) -> Bool { self[model]?["p"]?.value?.isWithheld ?? false }
}
