import CohortBuilding
import Results
import StudyFiles

/// Variables, exclusions and endpoints in R.
extension RReplication {
    mutating func writeVariables() {
        add("# Variables")
        let hasCheckboxes = study.variables.contains { if case .checkboxes = $0.source { true } else { false } }
        if let separator = study.variables.compactMap(\.separator).first ?? (hasCheckboxes ? ";" : nil) {
            add("separator <- \(rText(separator))")
        }
        let declared = Set(study.variables.map(\.name.value))
        for (name, values) in cohort.variables.sorted(by: { $0.key < $1.key }) where !declared.contains(name) {
            switch values {
            case .continuous: add("\(rColumn(name)) <- as.numeric(\(rColumn(name)))")
            case .categorical(let values):
                add("\(rColumn(name)) <- factor(\(rColumn(name)), levels = \(rTexts(values.levels.map(\.id))))")
            case .multiResponse: break
            }
        }
        // A variable stands after those that it is made of.
        var waiting = study.variables
        var written = Set(cohort.variables.keys.filter { !declared.contains($0) })
        while !waiting.isEmpty {
            let ready = waiting.filter { variable in
                sources(of: variable).allSatisfy {
                    !declared.contains($0) || written.contains($0) || $0 == variable.name.value
                }
            }
            for variable in ready.isEmpty ? waiting : ready {
                write(variable)
                written.insert(variable.name.value)
            }
            waiting.removeAll { written.contains($0.name.value) }
        }
        if let arms = study.arms {
            let ids = cohort.arms?.levels.map(\.id) ?? []
            add("d[[\"arm \"]] <- factor(\(rColumn(arms.column.value)), levels = \(rTexts(ids)))")
        }
        writeExclusions()
        add("")
    }

    private func sources(of variable: Variable) -> [String] {
        switch variable.source {
        case .column(let column): [column.value]
        case .cut(let source, _), .groups(let source, _): [source.value]
        case .checkboxes: []
        case .cases(let cases): cases.flatMap { $0.condition.names.map(\.value) }
        case .formula(let formula): formula.names.map(\.value)
        }
    }

    private mutating func write(_ variable: Variable) {
        let name = variable.name.value
        let own = rColumn(name)
        let levels = levels(of: name)
        func factor(_ code: String) -> String { levels.map { "factor(\(code), levels = \(rTexts($0)))" } ?? code }
        switch variable.source {
        case .column(let column):
            if variable.codes.isEmpty {
                let read = rColumn(column.value)
                add("\(own) <- \(isNumber(name) ? "as.numeric(\(read))" : factor(read))")
            } else {
                let raw = rTexts(variable.codes.map(\.raw.value))
                let meaning = rTexts(variable.codes.map(\.level))
                add("\(own) <- \(factor("\(meaning)[match(\(rColumn(column.value)), \(raw))]"))")
            }
        case .cut(let source, let points):
            let cuts = "c(\(points.sorted().map(rNumber).joined(separator: ", ")))"
            add(
                "\(own) <- \(factor("\(rTexts(levels ?? []))[findInterval(as.numeric(\(rColumn(source.value))), \(cuts)) + 1]"))"
            )
        case .groups(let source, let groups):
            let members = groups.flatMap { group in group.members.map { ($0.value, group.name) } }
            let pairs =
                "\(rTexts(members.map(\.1)))[match(as.character(\(rColumn(source.value))), \(rTexts(members.map(\.0))))]"
            add("\(own) <- \(factor(pairs))")
        case .cases(let cases):
            let code = cases.reversed().reduce("NA") { rest, part in
                "ifelse(\(part.condition.inR(isNumber: isNumber)) %in% TRUE, \(rText(part.level.value)), \(rest))"
            }
            add("\(own) <- \(factor(code))")
        case .checkboxes(let boxes):
            add(
                "boxes <- sapply(\(rTexts(boxes.map(\.column.value))), function(x) tolower(d[[x]]) %in% c(\"1\", \"true\", \"yes\", \"y\", \"checked\"))"
            )
            add("\(own) <- apply(boxes, 1, function(x) paste(\(rTexts(boxes.map(\.level)))[x], collapse = separator))")
        case .formula(let formula): add("\(own) <- \(formula.inR(isNumber: isNumber))")
        }
    }

    mutating func writeEndpoints() {
        add("# Endpoints: time in days, status 1 for the event")
        for endpoint in study.endpoints {
            let name = endpoint.name.value
            // Columns of a linked file stand in the place of the patients' while the endpoint is made.
            let isLinked = endpoint.file.map { beginLinked($0.value) } ?? false
            switch endpoint.source {
            case .dates(let start, let events, let competing, let censoring):
                func days(_ names: [Located<String>]) -> String {
                    "list(\(names.map { "day(\(rColumn($0.value)))" }.joined(separator: ", ")))"
                }
                let cutoff = (endpoint.cutoff ?? study.cutoff).map { "day(\(rText($0.value.iso)))" } ?? "Inf"
                add(
                    "e <- from_dates(day(\(rColumn(start.value))), \(days(events)), \(days(competing)), "
                        + "day(\(rColumn(censoring.value))), \(cutoff))")
                add("\(ofEndpoint("time", name)) <- e$time; \(ofEndpoint("status", name)) <- e$status")
                writeEntry(endpoint) { "day(\($0)) - day(\(rColumn(start.value)))" }
            case .columns(let time, let unit, let status, let codes):
                func coded(_ wanted: Endpoint.Status) -> String {
                    rTexts(codes.filter { $0.status == wanted }.map(\.raw.value))
                }
                add("\(ofEndpoint("time", name)) <- as.numeric(\(rColumn(time.value))) * \(rNumber(unit.days))")
                add(
                    "\(ofEndpoint("status", name)) <- ifelse(\(rColumn(status.value)) %in% \(coded(.event)), 1, "
                        + "ifelse(\(rColumn(status.value)) %in% \(coded(.competing)), 2, "
                        + "ifelse(is.na(\(rColumn(status.value))), NA, 0)))")
                writeEntry(endpoint) { "as.numeric(\($0)) * \(rNumber(unit.days))" }
            }
            if isLinked { endLinked(endpoint) }
        }
        add("")
    }

    /// Where observation began: at the start for those who came before it; who came too late has no time at risk.
    private mutating func writeEntry(_ endpoint: Endpoint, inDays: (String) -> String) {
        guard let entry = endpoint.entry else { return }
        let own = ofEndpoint("entry", endpoint.name.value)
        let time = ofEndpoint("time", endpoint.name.value)
        add("\(own) <- pmax(\(inDays(rColumn(entry.value))), 0)")
        add("\(time)[is.na(\(own)) | (\(own) >= \(time)) %in% TRUE] <- NA")
    }

    /// A column of the patients that the script made of an endpoint: `time`, `status` or `entry`.
    private func ofEndpoint(_ part: String, _ name: String) -> String { rColumn("\(part) \(name)") }
}
