import Results

/// Multivariable models of a table whose covariates are others than before.
struct ModelChanges {
    let old: StudyResults
    let new: StudyResults

    /// The changes, with the models named as the phrasebook names them.
    func changes(referringTo reference: (String) -> String?) -> [ResultChange] {
        coxChanges(reference) + logisticChanges(reference)
    }

    private func logisticChanges(_ reference: (String) -> String?) -> [ResultChange] {
        logisticTables(of: new).compactMap { id, table in
            guard let earlier = logisticTables(of: old).first(where: { $0.id == id })?.table,
                Set(earlier.entered) != Set(table.entered)
            else { return nil }
            return change(
                named: "table.\(id).multivariable", [reference(id) ?? id, table.label, "multivariable model"],
                from: covariates(earlier.entered, in: earlier.rows), to: covariates(table.entered, in: table.rows))
        }
    }

    private func coxChanges(_ reference: (String) -> String?) -> [ResultChange] {
        tables(of: new).flatMap { id, table -> [ResultChange] in
            guard let earlier = tables(of: old).first(where: { $0.id == id })?.table else { return [] }
            return table.endpoints.compactMap { models -> ResultChange? in
                guard let before = earlier.endpoints.first(where: { $0.endpoint == models.endpoint }),
                    Set(before.entered) != Set(models.entered)
                else { return nil }
                let endpoint = new.endpoints.first { $0.id == models.endpoint }?.short ?? models.endpoint
                return change(
                    named: "table.\(id).\(models.endpoint).multivariable",
                    [reference(id) ?? id, endpoint, "multivariable model"],
                    from: covariates(before.entered, in: earlier.rows), to: covariates(models.entered, in: table.rows))
            }
        }
    }

    private func change(named name: String, _ labels: [String], from old: String, to new: String) -> ResultChange {
        ResultChange(
            name: name, labels: labels, old: old, new: new, facts: [.model], size: nil, isVisible: true, places: [],
            causes: [], oldTest: nil, newTest: nil)
    }

    private func logisticTables(of results: StudyResults) -> [(id: String, table: LogisticTable)] {
        results.tables.compactMap { if case .logistic(let table) = $0.content { ($0.id, table) } else { nil } }
    }

    private func tables(of results: StudyResults) -> [(id: String, table: CoxTable)] {
        results.tables.compactMap { if case .cox(let table) = $0.content { ($0.id, table) } else { nil } }
    }

    private func covariates(_ names: [String], in rows: [CoxTable.Row]) -> String {
        let labels = names.map { name in rows.first { $0.variable == name }?.label ?? name }
        return labels.isEmpty ? "no covariate" : labels.joined(separator: ", ")
    }
}
