import Results

/// Multivariable models of a table whose covariates are others than before.
struct ModelChanges {
    let old: StudyResults
    let new: StudyResults

    /// The changes, with the models named as the phrasebook names them.
    func changes(referringTo reference: (String) -> String?) -> [ResultChange] {
        tables(of: new).flatMap { id, table -> [ResultChange] in
            guard let earlier = tables(of: old).first(where: { $0.id == id })?.table else { return [] }
            return table.endpoints.compactMap { models -> ResultChange? in
                guard let before = earlier.endpoints.first(where: { $0.endpoint == models.endpoint }),
                    Set(before.entered) != Set(models.entered)
                else { return nil }
                let endpoint = new.endpoints.first { $0.id == models.endpoint }?.short ?? models.endpoint
                return ResultChange(
                    name: "table.\(id).\(models.endpoint).multivariable",
                    labels: [reference(id) ?? id, endpoint, "multivariable model"],
                    old: covariates(before.entered, in: earlier), new: covariates(models.entered, in: table),
                    facts: [.model], size: nil, isVisible: true, places: [], causes: [], oldTest: nil, newTest: nil)
            }
        }
    }

    private func tables(of results: StudyResults) -> [(id: String, table: CoxTable)] {
        results.tables.compactMap { if case .cox(let table) = $0.content { ($0.id, table) } else { nil } }
    }

    private func covariates(_ names: [String], in table: CoxTable) -> String {
        let labels = names.map { name in table.rows.first { $0.variable == name }?.label ?? name }
        return labels.isEmpty ? "no covariate" : labels.joined(separator: ", ")
    }
}
