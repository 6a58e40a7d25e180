import Results
import Styling
import Templating

/// Cox models of a table: `table.cox.pfs.age_group.univariable.full`, and the lists `table.cox.endpoints`,
/// `table.cox.pfs.rows`, `table.cox.pfs.independent`.
extension ResultNaming {
    private static let coxWords: Set<String> = [
        "reference", "caption", "kind", "endpoints", "entry-limit", "has-multivariable", "univariable-test",
        "multivariable-test", "strata",
    ]
    private static let endpointWords: Set<String> = [
        "label", "short", "rows", "entered", "independent", "significant", "univariable", "multivariable",
        "proportional-hazards",
    ]

    func add(_ table: CoxTable, to place: inout TemplateContext, from pointer: String) {
        let limit: TemplateValue =
            if case .pBelow(let limit) = table.entry { number(limit) } else { .absent(reason: words.notApplicable) }
        place.add("entry-limit", limit, from: pointer + "/entry/pBelow/_0")
        place.add(
            "univariable-test", .text(words.test(table.univariablePValue)), from: pointer + "/univariablePValue")
        place.add(
            "multivariable-test", .text(words.test(table.multivariablePValue)), from: pointer + "/multivariablePValue")
        place.add(
            "has-multivariable", .flag(table.endpoints.contains { $0.multivariable != nil }),
            from: pointer + "/endpoints")
        addStrata(table.strata, to: &place, from: pointer + "/strata")
        let items = located(table.endpoints, in: pointer + "/endpoints").map {
            models($1, of: table, from: $0, in: place)
        }
        for item in items { place.insert(item) }
        place.add(
            "endpoints", listing: items, shapedLike: models(.shape, of: .shape, from: "", in: place),
            from: pointer + "/endpoints")
    }

    private func models(
        _ models: CoxTable.EndpointModels, of table: CoxTable, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(models.endpoint, in: parent, besides: Self.coxWords).filledLater { [self] place in
            let endpoint = results.endpoints.first { $0.id == models.endpoint }
            place.add("label", .text(endpoint?.label ?? models.endpoint), from: pointer + "/endpoint")
            place.add("short", .text(endpoint?.short ?? models.endpoint), from: pointer + "/endpoint")
            var multivariable = self.place("multivariable", in: place)
            add(models.multivariable, to: &multivariable, from: pointer + "/multivariable")
            place.add(multivariable)
            var hazards = self.place("proportional-hazards", in: place)
            add(models.proportionalHazards?.global, to: &hazards, from: pointer + "/proportionalHazards/global")
            place.add(hazards)
            let rows = table.rows.indices.map { row($0, of: models, in: table, from: pointer, in: place) }
            for row in rows { place.insert(row) }
            let shape = row(0, of: .shape, in: .shape, from: "", in: place)
            func list(_ name: String, of model: String? = nil, where belongs: (Int) -> Bool) {
                let chosen = rows.indices.filter(belongs).map { rows[$0] }
                let isOpen = model.map { model in rows.contains { $0.isWithheld(model) } } ?? false
                place.add(
                    name, listing: chosen, shapedLike: shape, from: tablePlace(of: pointer) + "/rows",
                    withheld: isOpen ? words.withheld : nil)
            }
            list("rows") { _ in true }
            list("entered") { models.entered.contains(table.rows[$0].variable) }
            list("significant", of: "univariable") { rows[$0].isSignificant("univariable") }
            list("independent", of: "multivariable") { rows[$0].isSignificant("multivariable") }
        }
    }

    /// One covariate: its models' hazard ratios, of each level and, where there is one comparison only, without a level.
    private func row(
        _ index: Int, of models: CoxTable.EndpointModels, in table: CoxTable, from pointer: String,
        in parent: TemplateContext
    ) -> TemplateContext {
        let row = table.rows[index]
        return self.place(row.variable, in: parent, besides: Self.endpointWords).filledLater { [self] place in
            addDescription(of: row, to: &place, from: pointer)
            place.add(
                fitted(
                    "univariable", models.univariable.at(index).map(NamedModel.init), .cox, row,
                    table.univariablePValue,
                    from: "\(pointer)/univariable/\(index)", in: place))
            let entered = models.entered.contains(row.variable) ? models.multivariable : nil
            place.add(
                fitted(
                    "multivariable", entered.map(NamedModel.init), .cox, row, table.multivariablePValue,
                    from: pointer + "/multivariable", in: place))
        }
    }
}

extension CoxTable {
    static let shape = CoxTable(
        rows: [Row(variable: "?", label: "", unit: nil, levels: [], reference: nil)], endpoints: [], entry: .none,
        univariablePValue: .wald, multivariablePValue: .wald, strata: [], population: "all")
}

extension CoxTable.EndpointModels {
    static let shape = CoxTable.EndpointModels(
        endpoint: "?", univariable: [], multivariable: nil, entered: [], proportionalHazards: nil)
}
