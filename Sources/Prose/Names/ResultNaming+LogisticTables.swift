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
        func list(_ name: String, of model: String? = nil, where belongs: (Int) -> Bool) {
            let chosen = rows.indices.filter(belongs).map { rows[$0] }
            let isOpen = model.map { model in rows.contains { $0.isWithheld(model) } } ?? false
            place.add(
                name, listing: chosen, shapedLike: shape, from: pointer + "/rows",
                withheld: isOpen ? words.withheld : nil)
        }
        list("rows") { _ in true }
        list("entered") { table.entered.contains(table.rows[$0].variable) }
        list("significant", of: "univariable") { rows[$0].isSignificant("univariable") }
        list("independent", of: "multivariable") { rows[$0].isSignificant("multivariable") }
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
        return self.place(row.variable, in: parent, besides: Self.logisticWords).filledLater { [self] place in
            addDescription(of: row, to: &place, from: "\(pointer)/rows/\(index)")
            place.add(
                fitted(
                    "univariable", table.univariable.at(index).map(NamedModel.init), .logistic, row,
                    table.univariablePValue, from: "\(pointer)/univariable/\(index)", in: place))
            let entered = table.entered.contains(row.variable) ? table.multivariable : nil
            place.add(
                fitted(
                    "multivariable", entered.map(NamedModel.init), .logistic, row, table.multivariablePValue,
                    from: pointer + "/multivariable", in: place))
        }
    }
}

extension LogisticTable {
    static let shape = LogisticTable(
        outcome: "?", label: "", levels: [],
        rows: [CoxTable.Row(variable: "?", label: "", unit: nil, levels: [], reference: nil)], univariable: [],
        multivariable: nil, entered: [], entry: .none, univariablePValue: .wald, multivariablePValue: .wald,
        population: "all")
}
