import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

/// Counts the responses of some columns of patients, and compares them.
struct ResponseCounting {
    let context: AnalysisContext
    let values: CategoricalValues
    let grouped: GroupedPatients
    let columns: [PatientGroup]
    let plan: ResponsePlan
    /// For each patient of the cohort the stratum, −1 where it is not known; nil without strata.
    let strata: [Int]?

    private var conventions: Conventions { context.conventions }

    /// Patients whose response is known, by column.
    var known: [Int] { columns.map(known(in:)) }

    private func known(in group: PatientGroup) -> Int {
        context.patientCount(group.patients) { values.codes[$0] != nil }
    }

    private func count(_ codes: [Int], in group: PatientGroup) -> Int {
        context.patientCount(group.patients) { patient in values.codes[patient].map(codes.contains) ?? false }
    }

    func row(_ id: String, label: String, members: [String], codes: [Int]) -> ResponseTable.Row {
        let counts = columns.map { count(codes, in: $0) }
        return ResponseTable.Row(
            id: id, label: label, members: members, counts: counts,
            // Responders are among the patients with a response, so every one of these is a proportion.
            proportions: zip(counts, known).compactMap { count, known in
                (try? Proportion(events: count, total: known)).map {
                    estimateProportion($0, method: .clopperPearson, level: conventions.level)
                }
            },
            test: plan.showsPValue && grouped.isCompared ? test(of: grouped.groups, codes) : nil,
            differences: plan.showsDifferences ? contrasts(codes, difference) : [],
            ratios: plan.ratio == nil ? [] : contrasts(codes, ratio))
    }

    private func test(of groups: [PatientGroup], _ codes: [Int]) -> TestResult? {
        if strata != nil {
            return cochranMantelHaenszelTest(stratifiedTables(of: groups, codes), method: .plain)
        }
        return grouped.test(
            groups.map { count(codes, in: $0) }, of: groups.map(known(in:)), rule: conventions.categoricalTest)
    }

    /// Each group against the reference group.
    private func contrasts(
        _ codes: [Int], _ estimate: (_ group: PatientGroup, _ reference: PatientGroup, _ codes: [Int]) -> Estimate?
    ) -> [GroupContrast] {
        guard grouped.isCompared else { return [] }
        let reference = grouped.groups[grouped.reference]
        return grouped.groups.enumerated().compactMap { index, group in
            guard index != grouped.reference, let estimate = estimate(group, reference, codes),
                let test = test(of: [group, reference], codes)
            else { return nil }
            return GroupContrast(
                group: group.id, reference: reference.id, contrast: Contrast(estimate: estimate, test: test))
        }
    }

    private func proportion(_ codes: [Int], in group: PatientGroup) -> Proportion? {
        try? Proportion(events: count(codes, in: group), total: known(in: group))
    }

    private func difference(_ group: PatientGroup, _ reference: PatientGroup, _ codes: [Int]) -> Estimate? {
        guard let own = proportion(codes, in: group), let other = proportion(codes, in: reference) else { return nil }
        return differenceOfProportions(own, other, method: .newcombe, level: conventions.level)
    }

    /// The ratio of odds or risks; within strata the common odds ratio, as the study language has no stratified risks.
    private func ratio(_ group: PatientGroup, _ reference: PatientGroup, _ codes: [Int]) -> Estimate? {
        if strata != nil {
            return commonOddsRatio(stratifiedTables(of: [group, reference], codes), level: conventions.level)
        }
        guard let own = proportion(codes, in: group), let other = proportion(codes, in: reference) else { return nil }
        return plan.ratio == .risk
            ? riskRatio(own, other, level: conventions.level) : oddsRatio(own, other, level: conventions.level)
    }

    /// For each stratum the patients of each group who have one of the levels, and who have another.
    private func stratifiedTables(of groups: [PatientGroup], _ codes: [Int]) -> [ContingencyTable] {
        guard let strata else { return [] }
        let count = (strata.max() ?? -1) + 1
        var counts = [[[Int]]](
            repeating: [[Int]](repeating: [0, 0], count: groups.count), count: count)
        for (row, group) in groups.enumerated() {
            for patient in group.patients where strata[patient] >= 0 {
                guard let code = values.codes[patient] else { continue }
                counts[strata[patient]][row][codes.contains(code) ? 0 : 1] += context.patientCount([patient])
            }
        }
        return counts.compactMap { try? ContingencyTable($0) }
    }
}
