import Results
import StudyFiles

/// Figures with a bar for each patient, in R: their values as sums, for a patient's own value is the data's.
extension RReplication {
    mutating func write(_ plot: WaterfallPlot, of id: String) {
        guard canRepeat(plot.population), isNumber(plot.variable) else { return leaveOut("figure \(id)") }
        add("# Figure \(id)")
        add("s <- populations[[\(rText(plot.population))]]")
        let values = "s[[\(rText(plot.variable))]]"
        for group in plot.groups {
            let own = memberRows(group.id, among: plot.groups.map(\.id), by: grouping(ofFigure: id), values)
            add("own <- \(own)")
            compareAll(
                "\(id) \(group.label)",
                "c(changes = sum(own, na.rm = TRUE), decreased = sum(own <= \(limit(plot.thresholds.first, "-Inf")), na.rm = TRUE), "
                    + "increased = sum(own >= \(limit(plot.thresholds.last, "Inf")), na.rm = TRUE), missing = sum(is.na(own)))",
                [
                    ("changes", sum(group.bars.map(\.change))), ("decreased", Double(group.decreased)),
                    ("increased", Double(group.increased)), ("missing", Double(group.missing)),
                ])
        }
    }

    mutating func write(_ plot: SwimmerPlot, of id: String) {
        guard canRepeat(plot.population),
            let endpoint = study.endpoints.first(where: { $0.name.value == plot.endpoint })
        else { return leaveOut("figure \(id)") }
        add("# Figure \(id)")
        add("s <- populations[[\(rText(plot.population))]]")
        let factor = rNumber(endpoint.unit.days)
        let (time, status) = (rPart("time", plot.endpoint), rPart("status", plot.endpoint))
        let grouping = grouping(ofFigure: id)
        for group in plot.groups {
            let isIn = memberRows(group.id, among: plot.groups.map(\.id), by: grouping, "seq_len(nrow(s))")
            add("own <- \(isIn)")
            compareAll(
                "\(id) \(group.label)",
                "c(times = sum(\(time)[own], na.rm = TRUE) / \(factor), events = sum(\(status)[own] %in% 1 & !is.na(\(time)[own])), missing = sum(is.na(\(time)[own])))",
                [
                    ("times", sum(group.bars.map(\.time))), ("events", Double(group.events)),
                    ("missing", Double(group.missing)),
                ])
            for (index, mark) in plot.marks.enumerated() {
                let (at, what) = (rPart("time", mark.endpoint), rPart("status", mark.endpoint))
                compare(
                    "\(id) \(group.label): \(mark.label), times",
                    "sum(\(at)[own][(\(what)[own] %in% 1) & (\(at)[own] < \(time)[own] - 1e-6) %in% TRUE]) / \(factor)",
                    sum(group.bars.map { $0.marks[index] }))
            }
        }
        for mark in plot.marks {
            let (at, what) = (rPart("time", mark.endpoint), rPart("status", mark.endpoint))
            let isShown = grouping.map { " & s[[\(rText($0))]] %in% \(rTexts(plot.groups.map(\.id)))" } ?? ""
            compare(
                "\(id): \(mark.label)", "sum(\(what) %in% 1 & (\(at) < \(time) - 1e-6) %in% TRUE\(isShown))",
                Double(mark.n))
        }
    }

    private func rPart(_ part: String, _ endpoint: String) -> String { "s[[\(rText("\(part) \(endpoint)"))]]" }

    private func limit(_ threshold: Double?, _ none: String) -> String { threshold.map(rNumber) ?? none }

    private func memberRows(_ id: String, among groups: [String], by grouping: String?, _ values: String) -> String {
        guard groups.count > 1 || id != "all", let grouping else { return values }
        return "\(values)[s[[\(rText(grouping))]] %in% \(rText(id))]"
    }

    private func grouping(ofFigure id: String) -> String? {
        var by: String?
        switch study.figures.first(where: { $0.name.value == id })?.kind {
        case .waterfall(let plan)?: by = plan.by?.value
        case .swimmer(let plan)?: by = plan.by?.value
        default: break
        }
        return column(of: by ?? (study.arms == nil ? nil : "arm"))
    }
}
