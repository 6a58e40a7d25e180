internal import Results
public import StudyFiles

/// The cohort of a study whose patients were counted several times, each time by what some parts of its plan need.
///
/// It says what the whole study says of its patients: who was read and left out, what is missing, the sizes of arms and
/// populations, the levels of variables. Its columns are those of the cohort that knows the arms; other variables have
/// the columns of the cohort that knows them, which are of other lengths and belong to nothing else.
///
/// - Parameters:
///   - study: The whole study.
///   - cohorts: The counted cohorts; there is one.
/// - Returns: The cohort; nil without any.
public func mergedCohort(of study: Study, from cohorts: [Cohort]) -> Cohort? {
    guard var whole = cohorts.first(where: { $0.arms != nil }) ?? cohorts.first else { return nil }
    let arms = whole.arms.map { $0.missingCount(whole.frequency) } ?? 0
    var seen: Set<String> = []
    let declared = Set(study.variables.map(\.name.value))
    let named = (study.baselineRows + study.otherVariables).map(\.value)
    let undeclared = named.filter { name in
        !declared.contains(name) && !(name == StudyNames.arms && study.arms != nil)
            && seen.insert(name).inserted
    }
    for cohort in cohorts { whole.variables.merge(cohort.variables) { own, _ in own } }
    func missing(_ name: String) -> Int {
        cohorts.lazy.compactMap { cohort in cohort.variables[name]?.missingCount(cohort.frequency) }
            .first ?? 0
    }
    var summary = whole.summary
    summary.missing =
        arms > 0 ? [.init(variable: "arm", label: study.arms?.label ?? "Arm", n: arms)] : []
    summary.missing += missingValues(
        in: study.variables.map { ($0.name.value, $0.label) } + undeclared.map { ($0, inWords($0)) },
        count: missing)
    let sizes = cohorts.flatMap(\.summary.populations)
    summary.populations =
        Array(summary.populations.prefix(1))
        + study.populations.map { population in
            let id = population.name.value
            return .init(id: id, label: population.label, n: sizes.first { $0.id == id }?.n ?? 0)
        }
    whole.summary = summary
    return whole
}

/// What is missing of each variable that lacks anybody.
///
/// A variable cut into groups lacks the same patients under the same label, which need saying once.
func missingValues(
    in labels: [(name: String, label: String)], count: (String) -> Int
) -> [CohortSummary.MissingValues] {
    var missing: [CohortSummary.MissingValues] = []
    for (name, label) in labels {
        let n = count(name)
        let isSaid = missing.contains { $0.label == label && $0.n == n }
        if n > 0, !isSaid { missing.append(.init(variable: name, label: label, n: n)) }
    }
    return missing
}
