import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// Works out the flow chart of the patients.
struct FlowAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The chart's numbers; nil, with a message, where the screening log cannot be read or does not add up to the
    /// patients' file.
    func figure(for plan: FlowPlan, reporting sink: DiagnosticSink) -> FlowChart? {
        let summary = context.cohort.summary
        let exclusions = summary.exclusions.filter { $0.n > 0 }.map { FlowChart.Reason(label: $0.reason, n: $0.n) }
        var stages: [FlowChart.Stage] = []
        var left = pooled(sorted(exclusions), below: plan.poolBelow)
        if plan.source != nil {
            guard let log = ScreeningLog(plan, in: context, reporting: sink),
                addsUp(log, plan, reporting: sink)
            else { return nil }
            stages.append(FlowChart.Stage(label: plan.assessedLabel, n: log.assessed, left: []))
            if exclusions.isEmpty {
                left = listed(log.excluded, as: plan)
            } else {
                stages.append(
                    FlowChart.Stage(
                        label: context.study.labels.includedInStudy, n: log.included,
                        left: listed(log.excluded, as: plan)))
            }
        } else if !exclusions.isEmpty {
            stages.append(FlowChart.Stage(label: plan.assessedLabel, n: summary.read, left: []))
        }
        stages.append(FlowChart.Stage(label: plan.includedLabel, n: summary.analysed, left: left))
        return FlowChart(stages: stages, branches: branches(plan))
    }

    /// The largest group first, groups of one size in alphabetical order.
    private func sorted(_ reasons: [FlowChart.Reason]) -> [FlowChart.Reason] {
        reasons.sorted { ($1.n, $0.label) < ($0.n, $1.label) }
    }

    /// The reasons of the log: in the plan's order with those that nobody has, or the largest group first; small groups
    /// are pooled where the plan asks for it.
    private func listed(_ reasons: [FlowChart.Reason], as plan: FlowPlan) -> [FlowChart.Reason] {
        let asked = plan.reasons.map(\.value)
        let named = asked.map { label in reasons.first { $0.label == label } ?? FlowChart.Reason(label: label, n: 0) }
        return pooled(named + sorted(reasons.filter { !asked.contains($0.label) }), below: plan.poolBelow)
    }

    /// Reasons of fewer patients become one at the end; reasons of nobody that the plan names are kept by themselves.
    private func pooled(_ reasons: [FlowChart.Reason], below limit: Int) -> [FlowChart.Reason] {
        let small = reasons.filter { $0.n > 0 && $0.n < limit }
        guard small.count > 1 else { return reasons }
        return reasons.filter { $0.n == 0 || $0.n >= limit }
            + [FlowChart.Reason(label: "Other reasons", n: small.map(\.n).reduce(0, +))]
    }

    /// Whether the log includes as many patients as the patients' file holds; else a message with the sum.
    private func addsUp(_ log: ScreeningLog, _ plan: FlowPlan, reporting sink: DiagnosticSink) -> Bool {
        let read = context.cohort.summary.read
        guard log.included != read else { return true }
        let patients = context.study.dataFiles.first { $0.name.value == "patients" }?.path.value ?? "patients"
        let excluded = log.assessed - log.included
        let values = log.statuses.map { "'\($0)'" }.joined(separator: ", ")
        sink.emit(
            Diagnostic(
                .flowMismatch, at: log.file.path.location,
                "'\(log.file.path.value)' includes \(log.included) \(log.included == 1 ? "patient" : "patients"), "
                    + "'\(patients)' has \(read)",
                notes: [
                    .init("\(log.assessed) assessed − \(excluded) excluded = \(log.included) included"),
                    .init(
                        values.isEmpty
                            ? "inclusion is an empty cell of the reason"
                            : "inclusion is \(plan.included.map { "'\($0.value)'" }.joined(separator: ", ")); "
                                + "the log has \(values)"),
                ],
                help: ["correct the log or the patients' file; name every status that means inclusion in 'included'"]))
        return false
    }

    /// The arms, each with the populations under it; patients without an arm have a box of their own.
    private func branches(_ plan: FlowPlan) -> [FlowChart.Branch] {
        guard let arms = context.cohort.arms else { return [] }
        let populations = plan.populations.map { context.population($0) }
        func branch(_ label: String, _ code: Int?) -> FlowChart.Branch {
            var before = Set(arms.codes.indices.filter { arms.codes[$0] == code })
            let n = context.patientCount(Array(before))
            let stages = populations.map { population in
                let patients = Set(population.patients.filter { arms.codes[$0] == code })
                // Only where everyone was in the box above does the difference of the two numbers stand for patients.
                let gone =
                    patients.isSubset(of: before)
                    ? context.patientCount(Array(before.subtracting(patients))) : 0
                let isMatched = population.sets != nil
                before = patients
                return FlowChart.Stage(
                    label: population.label, n: context.patientCount(Array(patients)),
                    left: gone > 0 && isMatched
                        ? [FlowChart.Reason(label: context.study.labels.notMatched, n: gone)] : [])
            }
            return FlowChart.Branch(label: label, n: n, stages: stages)
        }
        let branches = arms.levels.enumerated().map { branch($1.label, $0) }
        return arms.codes.contains(nil) ? branches + [branch(context.study.labels.noArm, nil)] : branches
    }
}
