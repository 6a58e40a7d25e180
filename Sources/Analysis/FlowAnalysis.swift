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
        var left = sorted(exclusions)
        if plan.source != nil {
            guard let log = ScreeningLog(plan, in: context, reporting: sink),
                addsUp(log, plan, reporting: sink)
            else { return nil }
            stages.append(FlowChart.Stage(label: plan.assessedLabel, n: log.assessed, left: []))
            if exclusions.isEmpty {
                left = sorted(log.excluded)
            } else {
                stages.append(
                    FlowChart.Stage(
                        label: context.study.labels.includedInStudy, n: log.included, left: sorted(log.excluded)))
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
            FlowChart.Branch(
                label: label, n: arms.codes.count { $0 == code },
                stages: populations.map { population in
                    FlowChart.Stage(
                        label: population.label, n: population.patients.count { arms.codes[$0] == code }, left: [])
                })
        }
        let branches = arms.levels.enumerated().map { branch($1.label, $0) }
        return arms.codes.contains(nil) ? branches + [branch(context.study.labels.noArm, nil)] : branches
    }
}
