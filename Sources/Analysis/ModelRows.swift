import CohortBuilding
import Results
import StudyFiles

extension AnalysisContext {
    /// A covariate as a row of a table of models, with how many patients have each level.
    func row(of covariate: StudyCovariate, among patients: [Int]) -> CoxTable.Row {
        var levels: [CoxTable.Level] = []
        if case .factor(let codes, let names, _) = covariate.values {
            var counts = [Int](repeating: 0, count: names.count)
            for patient in patients {
                if let code = codes[patient] { counts[code] += cohort.frequency?[patient] ?? 1 }
            }
            levels = zip(names, counts).map { CoxTable.Level(id: $0.id, label: $0.label, n: $1) }
        }
        return CoxTable.Row(
            variable: covariate.name, label: covariate.label, unit: covariate.unit, levels: levels,
            reference: covariate.reference.flatMap { levels.indices.contains($0) ? levels[$0].id : nil })
    }
}

extension CoxPlan.Entry {
    /// The rule as the results state it.
    var result: CoxTable.Entry {
        switch self {
        case .none: .none
        case .all: .all
        case .listed: .listed
        case .pBelow(let limit): .pBelow(limit.value)
        }
    }

    /// Whether univariable models decide.
    var isByPValue: Bool { if case .pBelow = self { true } else { false } }

    /// The covariates that enter the multivariable model.
    ///
    /// - Parameters:
    ///   - covariates: The rows, in order.
    ///   - pValues: The unrounded univariable p-value of each; nil where its test does not exist.
    /// - Returns: They, in the order of the rows.
    func entering(_ covariates: [StudyCovariate], pValues: [Double?]) -> [StudyCovariate] {
        switch self {
        case .none: []
        case .all: covariates
        case .listed(let names): covariates.filter { covariate in names.contains { $0.value == covariate.name } }
        case .pBelow(let limit):
            zip(covariates, pValues).filter { _, p in p.map { $0 < limit.value } ?? false }.map(\.0)
        }
    }
}
