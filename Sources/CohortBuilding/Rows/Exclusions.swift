internal import Results
internal import StudyFiles

/// Who is left out of the study, each patient under the first rule that applies.
///
/// A rule that cannot be decided for a patient, because a value is missing, does not apply.
struct Exclusions {
    /// How many each rule leaves out, in the order of the rules.
    let counts: [CohortSummary.Exclusion]
    /// Rows of the file that remain, ascending.
    let remaining: [Int]

    init(names: StudyNames, everyone: PatientRows, order: [Variable], reporter: FaultReporter) {
        let rules = names.study.exclusions
        if rules.isEmpty {
            (counts, remaining) = ([], everyone.rows)
            return
        }
        var builder = VariableBuilder(names: names, rows: everyone, reporter: reporter)
        let needed = Self.variables(neededBy: rules.map(\.condition), of: order)
        for variable in order where needed.contains(variable.name.value) { builder.build(variable) }
        let evaluator = builder.evaluator()
        let frequencies = everyone.frequencies
        var isExcluded = [Bool](repeating: false, count: everyone.count)
        counts = rules.map { rule in
            let applies = evaluator.condition(rule.condition) ?? []
            var count = 0
            for index in applies.indices where applies[index] == true && !isExcluded[index] {
                isExcluded[index] = true
                count += frequencies?[index] ?? 1
            }
            return CohortSummary.Exclusion(reason: rule.reason, n: count)
        }
        remaining = zip(everyone.rows, isExcluded).filter { !$0.1 }.map(\.0)
    }

    /// The variables that conditions name, and those that they are made from.
    private static func variables(neededBy conditions: [Expression], of order: [Variable]) -> Set<String> {
        var needed = Set(conditions.flatMap(\.names).map(\.value))
        for variable in order.reversed() where needed.contains(variable.name.value) {
            needed.formUnion(variable.definingNames.map(\.value))
        }
        return needed
    }
}
