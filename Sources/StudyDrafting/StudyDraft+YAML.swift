internal import StudyFiles

extension StudyDraft {
    /// The draft as a commented study file.
    public var yaml: String {
        var lines = [
            "# yaml-language-server: $schema=study.schema.json",
            "# A first plan, guessed from \(path). Read it as a colleague's draft: check every line, most of all the",
            "# endpoints. 'greenwood check' says what it means in words; 'greenwood explain KEY' what a key takes.",
            "greenwood: 1", "", "study:", "  title: \(scalar(title))",
            "  # cutoff: 2025-12-31      the day on which the data were closed",
        ]
        if words.language != "en" { lines.append("  language: \(words.language)") }
        lines += ["", "data:", "  patients:", "    file: \(scalar(path))"]
        if let key { lines.append("    key: \(scalar(key))") }
        if delimiter != "," { lines.append("    delimiter: \(delimiter == "\t" ? "tab" : scalar(String(delimiter)))") }
        for (key, value) in readingKeys.sorted(by: { $0.key < $1.key }) { lines.append("    \(key): \(scalar(value))") }
        if !missingCodes.isEmpty { lines.append("    missing: \(list(missingCodes))") }
        if let order = forms.dates { lines.append("    dates: \(order.rawValue)      # how the file writes them") }
        if forms.decimal == .comma { lines.append("    decimal: comma      # 12,5") }
        lines += [""] + armLines + variableLines + endpointLines + tableLines + figureLines
        return lines.joined(separator: "\n").trimmed + "\n"
    }

    private var armLines: [String] {
        guard let arms else { return [] }
        return [
            "arms:", "  column: \(scalar(arms.column))",
            "  order: \(list(arms.values))      # the order of columns and legends",
            "  reference: \(scalar(arms.values.first ?? ""))      # the arm that the others are compared with", "",
        ]
    }

    private var variableLines: [String] {
        guard !variables.isEmpty else { return [] }
        return ["variables:"] + variables.map { "  \(scalar($0.column)): \(mapping(for: $0))" } + [""]
    }

    private func mapping(for variable: DraftedVariable) -> String {
        var keys = ["label: \(scalar(variable.label))"]
        if let unit = variable.unit { keys.append("unit: \(scalar(unit))") }
        switch variable.kind {
        case .continuous: break
        case .levels(let levels): keys.append("levels: \(list(levels))")
        case .yesNo: keys.append("codes: { 0: \"No\", 1: \"Yes\" }")
        case .several(let separator): keys.append("separator: \(quoted(separator))")
        }
        return "{ \(keys.joined(separator: ", ")) }"
    }

    private var endpointLines: [String] {
        guard !endpoints.isEmpty else { return [] }
        return ["endpoints:"] + endpoints.flatMap(lines(for:)) + [""]
    }

    private func lines(for endpoint: DraftedEndpoint) -> [String] {
        var lines = ["  \(endpoint.id):", "    label: \(scalar(endpoint.label))"]
        switch endpoint.source {
        case .dates(let start, let event, let censor):
            lines += [
                "    from: \(scalar(start))", "    event: \(list(event))", "    censor: \(scalar(censor))",
                "    unit: months",
            ]
        case .times(let time, let status, let codes, let unit, let printed):
            let meanings = codes.map { "\(scalar($0.value)): \($0.meaning)" }.joined(separator: ", ")
            lines += [
                "    time: \(scalar(time))", "    time_unit: \(unit)      # the unit of the column",
                "    status: \(scalar(status))",
                "    codes: { \(meanings) }", "    unit: \(printed)      # the unit that is printed",
            ]
        }
        if !endpoint.landmarks.isEmpty {
            lines.append(
                "    at: [\(endpoint.landmarks.map(String.init).joined(separator: ", "))]      # survival is given at these times"
            )
        }
        return lines
    }

    private var tableLines: [String] {
        var tables: [[String]] = []
        let rows = variables.map(\.column)
        if !rows.isEmpty {
            tables.append([
                "id: baseline", "kind: baseline",
                "caption: \(arms == nil ? words.patients : words.patientsByGroup)",
                "rows: \(list(rows.filter { $0 != response }))",
            ])
        }
        if let response {
            tables.append([
                "id: response", "kind: response", "caption: \(words.response)", "variable: \(scalar(response))",
            ])
        }
        let ordinary = endpoints.filter { !$0.hasCompeting }.map(\.id)
        let competing = endpoints.filter(\.hasCompeting).map(\.id)
        if !ordinary.isEmpty {
            tables.append([
                "id: survival", "kind: survival", "caption: \(words.survivalByGroup)",
                "endpoints: [\(ordinary.joined(separator: ", "))]",
            ])
        }
        if !competing.isEmpty {
            tables.append([
                "id: incidence", "kind: incidence", "caption: \(words.incidence)",
                "endpoints: [\(competing.joined(separator: ", "))]",
            ])
        }
        if let cox = coxTable { tables.append(cox) }
        return tables.isEmpty ? [] : ["tables:"] + tables.flatMap(item) + [""]
    }

    /// A table of Cox models; the multivariable model only with ten events for each of its covariates.
    private var coxTable: [String]? {
        let covariates =
            (arms.map { _ in ["arm"] } ?? [])
            + variables.filter { $0.column != response && $0.isCovariate }.map(\.column)
        guard !endpoints.isEmpty, !covariates.isEmpty else { return nil }
        let events = endpoints.map(\.events).min() ?? 0
        return [
            "id: cox", "kind: cox", "caption: \(words.models)",
            "endpoints: [\(endpoints.map(\.id).joined(separator: ", "))]",
            "rows: \(list(covariates))",
        ] + (covariates.count > 1 && covariates.count * 10 <= events ? ["multivariable: { all: true }"] : [])
    }

    private var figureLines: [String] {
        var figures: [[String]] = []
        let ordinary = endpoints.filter { !$0.hasCompeting }
        if !ordinary.isEmpty {
            let panels = ordinary.prefix(4).map { "{ endpoint: \($0.id) }" }.joined(separator: ", ")
            figures.append([
                "id: survival", "kind: kaplan-meier",
                "caption: \(scalar(ordinary.map(\.label).joined(separator: words.and) + words.stop))",
                "panels: [\(panels)]",
            ])
        }
        for endpoint in endpoints where endpoint.hasCompeting {
            figures.append([
                "id: incidence-\(endpoint.id)", "kind: incidence",
                "caption: \(words.incidence)", "panels: [{ endpoint: \(endpoint.id) }]",
            ])
        }
        let subgroups = variables.filter { $0.isSubgroup && $0.column != response }.map(\.column)
        if arms?.values.count == 2, !subgroups.isEmpty {
            for endpoint in ordinary {
                figures.append([
                    "id: forest-\(endpoint.id)", "kind: forest",
                    "caption: \(scalar("\(endpoint.label)\(words.bySubgroup)\(words.stop)"))",
                    "endpoint: \(endpoint.id)", "subgroups: \(list(subgroups))",
                ])
            }
        }
        return figures.isEmpty ? [] : ["figures:"] + figures.flatMap(item) + [""]
    }

    /// An item of a list of mappings.
    private func item(_ keys: [String]) -> [String] {
        keys.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
    }
}

extension StudyDraft.DraftedVariable {
    /// Whether a model can take it: several answers a patient are no covariate.
    var isCovariate: Bool { if case .several = kind { false } else { true } }
}

/// A text as YAML writes it: plain where nothing in it has a meaning of its own, else in quotes.
private func scalar(_ text: String) -> String {
    let isPlain = text.wholeMatch(of: /[\p{L}\p{N}_<>≥≤+\/.()-][\p{L}\p{N}_ +\/.()≥≤<>=;%-]*/) != nil
    let begins = text.hasPrefix("-") || text.hasPrefix(">") || text.hasSuffix(" ") || text.hasPrefix("=")
    return isPlain && !begins && !["null", "true", "false", "none", "~", "no", "yes"].contains(text.lowercased())
        ? text : quoted(text)
}

private func quoted(_ text: String) -> String {
    let escapes: [Unicode.Scalar: String] = ["\\": "\\\\", "\"": "\\\"", "\t": "\\t", "\n": "\\n", "\r": "\\r"]
    let written = text.unicodeScalars.map { scalar -> String in
        if let escape = escapes[scalar] { return escape }
        // Other control characters and separators of lines would end the line or the text.
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF:
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: return String(scalar)
        }
    }
    return "\"\(written.joined())\""
}

private func list(_ texts: [String]) -> String { "[\(texts.map(scalar).joined(separator: ", "))]" }

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == "\n" }.reversed()) }
}
