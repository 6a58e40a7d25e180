import CohortBuilding
import Results
import StudyFiles

/// Who was read, left out and analysed, in R.
extension RReplication {
    /// Excludes patients, each reason in its turn.
    mutating func writeExclusions() {
        let counted = results.cohort.exclusions
        compare("Patients read", "nrow(d)", Double(results.cohort.read))
        for (index, exclusion) in study.exclusions.enumerated() {
            add("before <- nrow(d)")
            add("d <- d[!(\(exclusion.condition.inR(isNumber: isNumber)) %in% TRUE), , drop = FALSE]")
            if counted.count == study.exclusions.count {
                compare("Excluded: \(oneLine(counted[index].reason))", "before - nrow(d)", Double(counted[index].n))
            }
        }
        compare("Patients analysed", "nrow(d)", Double(results.cohort.analysed))
        for arm in results.arms {
            compare("Arm \(oneLine(arm.label))", "sum(d[[\"arm \"]] %in% \(rText(arm.id)))", Double(arm.n))
        }
        for missing in results.cohort.missing where cohort.variables[missing.variable] != nil {
            compare("Missing: \(oneLine(missing.label))", "sum(is.na(\(rColumn(missing.variable))))", Double(missing.n))
        }
    }

    /// Compares the sizes of the populations that were made.
    mutating func writeCohort() {
        for population in results.cohort.populations where population.id == "all" || canRepeat(population.id) {
            compare(
                "Population \(oneLine(population.label))", "nrow(populations[[\(rText(population.id))]])",
                Double(population.n))
        }
    }

    /// Compares the boxes of a flow chart.
    mutating func write(_ chart: FlowChart, of id: String) {
        guard
            let plan = study.figures.lazy.compactMap({ figure -> FlowPlan? in
                if figure.name.value == id, case .flow(let plan) = figure.kind { plan } else { nil }
            }).first
        else { return }
        add("# Figure \(id)")
        add("d <- populations[[\"all\"]]")
        if let file = study.dataFiles.first(where: { $0.name.value == plan.source?.value }) {
            writeLog(file, chart, plan, id)
        } else {
            for stage in chart.stages {
                let isFirst = chart.stages.count > 1 && stage == chart.stages[0]
                compare(
                    "\(id) \(stage.label)", isFirst ? "\(results.cohort.read)" : "nrow(d)", Double(stage.n))
            }
        }
        for (index, branch) in chart.branches.enumerated() { write(branch, index, plan, id) }
    }

    private mutating func writeLog(_ file: DataFile, _ chart: FlowChart, _ plan: FlowPlan, _ id: String) {
        add("analysed <- d")
        writeRows(of: file)
        let reason = plan.reason.map { rColumn($0.value) } ?? "NA"
        let included =
            plan.status.map { "\(rColumn($0.value)) %in% \(rTexts(plan.included.map(\.value)))" } ?? "is.na(\(reason))"
        add("included <- \(included); reason <- \(reason)")
        for (index, stage) in chart.stages.enumerated() {
            let code = index == 0 ? "nrow(d)" : index + 1 < chart.stages.count ? "sum(included)" : "nrow(analysed)"
            compare("\(id) \(oneLine(stage.label))", code, Double(stage.n))
            let shown = stage.left.map(\.label)
            for left in stage.left {
                // The rest is what was pooled or has no reason.
                compare(
                    "\(id) \(oneLine(left.label))",
                    "if (\(rText(left.label)) %in% reason) sum(!included & reason %in% \(rText(left.label))) else "
                        + "sum(!included & !(reason %in% \(rTexts(shown))))", Double(left.n))
            }
        }
        add("d <- analysed")
    }

    private mutating func write(_ branch: FlowChart.Branch, _ index: Int, _ plan: FlowPlan, _ id: String) {
        let arm = cohort.arms.flatMap { $0.levels.indices.contains(index) ? $0.levels[index].id : nil }
        func size(_ frame: String) -> String {
            arm.map { "sum(\(frame)[[\"arm \"]] %in% \(rText($0)))" } ?? "sum(is.na(\(frame)[[\"arm \"]]))"
        }
        compare("\(id) \(oneLine(branch.label))", size("d"), Double(branch.n))
        var before = size("d")
        for (stage, population) in zip(branch.stages, plan.populations) {
            guard canRepeat(population.value) else { continue }
            let own = size("populations[[\(rText(population.value))]]")
            compare("\(id) \(oneLine(branch.label)), \(oneLine(stage.label))", own, Double(stage.n))
            for left in stage.left {
                compare("\(id) \(oneLine(branch.label)), \(oneLine(left.label))", "\(before) - \(own)", Double(left.n))
            }
            before = own
        }
    }
}
