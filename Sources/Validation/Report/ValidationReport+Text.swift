extension ValidationReport {
    /// Misses shown of one case; the rest are counted.
    private static let shownMisses = 3

    private static let header = ["Kind", "Cases", "Passed", "Failed", "Not applicable", "Largest miss", "In case"]

    private func rows() -> [[String]] {
        kinds.map { kind in
            [
                kind.kind, "\(kind.cases)", "\(kind.passed)", "\(kind.failed)", "\(kind.notApplicable)",
                kind.largest.map { shortShare($0.ratio) } ?? "–", kind.largest.map(\.id) ?? "–",
            ]
        } + [["Total", "\(cases)", "\(passed)", "\(failed)", "\(notApplicable)", "", ""]]
    }

    /// What the columns mean and where the numbers were made.
    private func preface(program: String, platform: String) -> [String] {
        [
            "\(program) on \(platform)",
            "\(source): \(files) files, \(cases) cases, \(quantities) numbers compared with R's",
        ]
    }

    private static let legend =
        "The largest miss is a share of the tolerance: above 1 the case fails. Closed formulas must agree to 1e-12, "
        + "iterative fits to 1e-9, residuals to 1e-8; roots that R itself finds loosely to what R finds."

    private var verdict: String {
        if cases == 0 { return "No case was run." }
        return failed == 0
            ? "\(passed) of \(cases) cases passed, none failed, \(notApplicable) not applicable."
            : "\(failed) of \(cases) cases FAILED, \(passed) passed, \(notApplicable) not applicable."
    }

    private func failureLines(_ failure: Failure) -> [String] {
        let shown = failure.misses.prefix(Self.shownMisses).map { "\($0)" }
        let rest = failure.misses.count - shown.count
        return shown + (rest > 0 ? ["and \(rest) more"] : [])
    }

    /// The report as aligned text.
    public func text(program: String, platform: String) -> String {
        var lines = preface(program: program, platform: platform) + [""]
        let table = [Self.header] + rows()
        let widths = Self.header.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        for row in table {
            let cells = row.enumerated().map { column, cell in
                let fill = String(repeating: " ", count: widths[column] - cell.count)
                return (1...5).contains(column) ? fill + cell : cell + fill
            }
            lines.append(trimmedEnd(cells.joined(separator: "  ")))
        }
        lines += ["", Self.legend]
        let reasons = kinds.flatMap { kind in kind.reasons.map { "  \(kind.kind), \($0.cases): \($0.reason)" } }
        if !reasons.isEmpty { lines += ["", "Not applicable:"] + reasons }
        for failure in failures {
            lines += ["", "FAILED \(failure.id) (\(failure.file)): \(failure.call)"]
            lines += failureLines(failure).map { "  \($0)" }
        }
        return (lines + ["", verdict]).joined(separator: "\n") + "\n"
    }

    /// The report as Markdown.
    public func markdown(program: String, platform: String) -> String {
        func row(_ cells: [String]) -> String {
            "| " + cells.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ") + " |"
        }
        var lines = ["# Validation report", ""]
        lines += preface(program: program, platform: platform).map { "- \($0)" }
        lines += ["", "**\(verdict)**", "", row(Self.header), "|---|--:|--:|--:|--:|--:|---|"]
        lines += rows().map(row) + ["", Self.legend]
        let reasons = kinds.flatMap { kind in
            kind.reasons.map { row([kind.kind, "\($0.cases)", $0.reason]) }
        }
        if !reasons.isEmpty {
            lines += ["", "## Not applicable", "", row(["Kind", "Cases", "Reason"]), "|---|--:|---|"] + reasons
        }
        if !failures.isEmpty { lines += ["", "## Failed", ""] }
        for failure in failures {
            lines.append("- `\(failure.id)` in `\(failure.file)`, `\(failure.call)`")
            lines += failureLines(failure).map { "  - \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The text without space at its end.
private func trimmedEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
}
