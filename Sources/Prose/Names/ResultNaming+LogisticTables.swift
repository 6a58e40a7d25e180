import Results
import Styling
import Templating

/// Logistic models of a table: `table.logistic.age_group.univariable.full`, and the lists `table.logistic.rows`,
/// `table.logistic.independent`.
extension ResultNaming {
    private static let logisticWords: Set<String> = [
        "reference", "caption", "kind", "label", "entry-limit", "univariable-test", "multivariable-test", "rows",
        "entered", "independent", "significant", "univariable", "multivariable",
    ]

    func add(_ table: LogisticTable, to place: inout TemplateContext, from pointer: String) {
        place.add("label", .text(table.label), from: pointer + "/label")
        let limit: TemplateValue =
            if case .pBelow(let limit) = table.entry { number(limit) } else { .absent(reason: words.notApplicable) }
        place.add("entry-limit", limit, from: pointer + "/entry/pBelow/_0")
        place.add(
            "univariable-test", .text(words.test(table.univariablePValue)), from: pointer + "/univariablePValue")
        place.add(
            "multivariable-test", .text(words.test(table.multivariablePValue)), from: pointer + "/multivariablePValue")
        var multivariable = self.place("multivariable", in: place)
        add(table.multivariable, to: &multivariable, from: pointer + "/multivariable")
        place.add(multivariable)
        let rows = table.rows.indices.map { row($0, of: table, from: pointer, in: place) }
        for row in rows { place.insert(row) }
        let shape = row(0, of: .shape, from: "", in: place)
        func list(_ name: String, where belongs: (Int) -> Bool) {
            let chosen = rows.indices.filter(belongs).map { rows[$0] }
            place.add(name, listing: chosen, shapedLike: shape, from: pointer + "/rows")
        }
        list("rows") { _ in true }
        list("entered") { table.entered.contains(table.rows[$0].variable) }
        list("significant") { rows[$0].isSignificant("univariable") }
        list("independent") { rows[$0].isSignificant("multivariable") }
    }

    /// What a model rests on, and how well it tells the outcomes apart.
    private func add(_ model: LogisticModelFit?, to place: inout TemplateContext, from pointer: String) {
        let none = TemplateValue.absent(reason: words.notEstimable)
        place.add("n", model.map { count($0.n) } ?? none, from: pointer + "/n")
        place.add("events", model.map { count(Int($0.outcomes)) } ?? none, from: pointer + "/outcomes")
        var area = self.place("area-under-curve", in: place)
        add(model?.areaUnderCurve, as: .share, to: &area, from: pointer + "/areaUnderCurve")
        place.add(area)
    }

    /// One covariate: its models' odds ratios, of each level and, where there is one comparison only, without a level.
    private func row(
        _ index: Int, of table: LogisticTable, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        let row = table.rows[index]
        var place = self.place(row.variable, in: parent, besides: Self.logisticWords)
        addDescription(of: row, to: &place, from: "\(pointer)/rows/\(index)")
        place.add(
            fitted(
                "univariable", table.univariable.at(index), row, table.univariablePValue,
                from: "\(pointer)/univariable/\(index)", in: place))
        let entered = table.entered.contains(row.variable) ? table.multivariable : nil
        place.add(
            fitted(
                "multivariable", entered, row, table.multivariablePValue, from: pointer + "/multivariable", in: place))
        return place
    }

    private func fitted(
        _ segment: String, _ model: LogisticModelFit?, _ row: CoxTable.Row, _ method: CoxTable.PValueMethod,
        from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        var place = self.place(segment, in: parent)
        let coefficients = (model?.coefficients ?? []).enumerated().filter {
            $0.element.column?.term == row.variable
        }
        let items = coefficients.map { index, coefficient in
            let part = coefficient.column?.parts.first
            var item = part?.level.map { self.place($0, in: place, besides: Self.oddsWords) } ?? place
            let labels = [part?.level, part?.reference].map { id in row.levels.first { $0.id == id }?.label ?? id ?? ""
            }
            add(coefficient, labelled: (labels[0], labels[1]), to: &item, from: "\(pointer)/coefficients/\(index)")
            return item
        }
        if let first = coefficients.first, coefficients.count == 1 {
            add(first.element, labelled: ("", ""), to: &place, from: "\(pointer)/coefficients/\(first.offset)")
        } else {
            add(nil as LogisticCoefficient?, labelled: ("", ""), to: &place, from: pointer)
            place.set(.absent(reason: coefficients.isEmpty ? words.notInModel : words.severalLevels), from: pointer)
        }
        let none = TemplateValue.absent(reason: words.notInModel)
        place.add("n", model.map { count($0.n) } ?? none, from: pointer + "/n")
        place.add("events", model.map { count(Int($0.outcomes)) } ?? none, from: pointer + "/outcomes")
        let index = model?.terms.firstIndex { $0.term == row.variable } ?? 0
        let tests = model?.terms.at(index)
        let isWald = method == .wald
        add(
            isWald ? tests?.wald : tests?.likelihoodRatio, to: &place,
            from: "\(pointer)/terms/\(index)/\(isWald ? "wald" : "likelihoodRatio")")
        if coefficients.count > 1 { for item in items { place.insert(item) } }
        return place
    }

    /// An odds ratio with what is compared, the coefficient's p-value, and the reason where it is not estimable.
    private func add(
        _ coefficient: LogisticCoefficient?, labelled labels: (level: String, reference: String),
        to place: inout TemplateContext, from pointer: String
    ) {
        add(coefficient?.oddsRatio, as: .ratio, to: &place, from: pointer + "/oddsRatio")
        let none = TemplateValue.absent(reason: words.notCompared)
        place.add("level", coefficient == nil ? none : .text(labels.level), from: pointer + "/column")
        place.add("reference", coefficient == nil ? none : .text(labels.reference), from: pointer + "/column")
        let p = coefficient?.pValue.flatMap { $0.isFinite ? $0 : nil }
        func written(_ text: (Double) -> String) -> TemplateValue {
            p.map { .number($0, printed: text($0)) } ?? .absent(reason: words.notEstimable)
        }
        place.add("p", written { style.pValue($0, kind: .other) }, from: pointer + "/pValue")
        place.add("p-statement", written { style.pStatement($0, kind: .other) }, from: pointer + "/pValue")
    }

    private static let oddsWords: Set<String> = [
        "n", "events", "lower", "upper", "interval", "full", "level", "reference", "p", "p-statement", "test",
        "statistic", "degrees-of-freedom",
    ]
}

extension TemplateContext {
    /// Whether the p-value of a row's model is below 0.05.
    func isSignificant(_ model: String) -> Bool {
        if case .number(let p, _)? = self[model]?["p"]?.value { p < 0.05 } else { false }
    }
}

extension LogisticTable {
    static let shape = LogisticTable(
        outcome: "?", label: "", levels: [],
        rows: [CoxTable.Row(variable: "?", label: "", unit: nil, levels: [], reference: nil)], univariable: [],
        multivariable: nil, entered: [], entry: .none, univariablePValue: .wald, multivariablePValue: .wald,
        population: "all")
}
