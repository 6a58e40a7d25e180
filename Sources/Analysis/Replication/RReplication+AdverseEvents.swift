import Results
import StudyFiles

/// Adverse events in R: each patient counts once a term, at the worst grade.
extension RReplication {
    /// The tables and figures of adverse events with their plans.
    var adverseEventPlans: [(id: String, plan: AdverseEventPlan)] {
        study.tables.compactMap { table in
            if case .adverseEvents(let plan) = table.kind { (table.name.value, plan) } else { nil }
        }
            + study.figures.compactMap { figure in
                if case .adverseEvents(let plan) = figure.kind { (figure.name.value, plan.events) } else { nil }
            }
    }

    mutating func write(_ table: AdverseEventTable, of id: String) {
        let key = study.dataFiles.first { $0.name.value == "patients" }?.key?.value
        guard let plan = adverseEventPlans.first(where: { $0.id == id })?.plan, canRepeat(table.population), let key,
            let file = study.dataFiles.first(where: { $0.name.value == plan.source.value }),
            let patient = file.patient?.value
        else { return leaveOut("table \(id)") }
        let grouping = column(of: table.grouping)
        guard table.grouping == nil || grouping != nil else { return leaveOut("table \(id)") }
        add("# Table \(id)")
        add(once: Self.gradesHelper)
        writeRows(of: file)
        add(
            "events <- data.frame(patient = \(rColumn(patient)), term = \(rColumn(plan.term.value)), grade = as.numeric(\(rColumn(plan.grade.value))))"
        )
        add("s <- populations[[\(rText(table.population))]]")
        if let grouping { add("s$group <- s[[\(rText(grouping))]]; s <- s[!is.na(s$group), , drop = FALSE]") }
        for column in table.columns {
            let isGroup = table.grouping != nil && column.id != "total"
            compare(
                "\(id) \(column.label): patients", isGroup ? "sum(s$group == \(rText(column.id)))" : "nrow(s)",
                Double(column.n))
        }
        compare(
            "\(id): records without a term or grade",
            "with(events, sum(patient %in% s[[\(rText(key))]] & (is.na(term) | is.na(grade))))",
            Double(table.incompleteRecords))
        let shown = table.rows.filter { !$0.isAll }.map(\.id)
        compare(
            "\(id): terms left out",
            "with(events, length(setdiff(term[patient %in% s[[\(rText(key))]] & !is.na(grade) & !is.na(term)], \(rTexts(shown)))))",
            Double(table.termsLeftOut))
        for row in table.rows {
            add(
                "worst <- worst_grades(events\(row.isAll ? "" : "[events$term %in% \(rText(row.id)), ]"), s[[\(rText(key))]])"
            )
            for (index, severity) in table.severities.enumerated() {
                write(row, index, severity, table, id)
            }
        }
    }

    private mutating func write(
        _ row: AdverseEventTable.Row, _ index: Int, _ severity: AdverseEventTable.Severity, _ table: AdverseEventTable,
        _ id: String
    ) {
        let title = "\(id) \(row.label), \(severity.label)"
        add("had <- worst >= \(severity.lowest)\(severity.highest.map { " & worst <= \($0)" } ?? "")")
        for (column, count) in zip(table.columns, row.counts[index]) {
            let isGroup = table.grouping != nil && column.id != "total"
            compare(
                "\(title): \(column.label)", isGroup ? "sum(had & s$group == \(rText(column.id)))" : "sum(had)",
                Double(count))
        }
        if let test = row.tests[index] { writeTest(test, title, values: "had", groups: "s$group") }
    }

    private static let gradesHelper = #"""
        # Each patient's worst grade; -1 for who had no event with a term and a grade.
        worst_grades <- function(events, patients) {
          events <- events[!is.na(events$term) & !is.na(events$grade), ]
          worst <- tapply(events$grade, events$patient, max)[patients]
          ifelse(is.na(worst), -1, worst)
        }
        """#
}
