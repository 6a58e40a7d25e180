import Diagnostics

extension StudyReader {
    func variable(named name: Located<String>, from fields: Fields) -> Variable? {
        let levels = levels(from: fields)
        let codes = codes(from: fields)
        checkType(of: fields)
        if let reference = fields.text("reference"), !levels.isEmpty {
            checkMember(reference, of: levels, "level", listedIn: levelsKey(of: fields))
        }
        guard let source = variableSource(named: name, from: fields) else { return nil }
        return Variable(
            name: name, label: fields.text("label")?.value ?? inWords(name.value),
            unit: fields.text("unit").map { labels.unit($0.value, of: name.value) },
            source: source, kind: kind(from: fields), levels: levels, codes: codes,
            reference: fields.text("reference"), separator: fields.text("separator")?.value)
    }

    // MARK: Where the values come from

    /// Nil where the key that says it was at fault.
    private func variableSource(named name: Located<String>, from fields: Fields) -> Variable.Source? {
        let origin = fields.text("from") ?? fields.text("column") ?? name
        if fields.gives("cut") {
            let points = fields.numbers("cut")
            return points.isEmpty ? nil : .cut(of: origin, at: points.map(\.number.value))
        }
        if fields.gives("groups") {
            let groups = groups(from: fields)
            return groups.isEmpty ? nil : .groups(of: origin, groups)
        }
        if fields.gives("cases") {
            let cases = cases(from: fields)
            return cases.isEmpty ? nil : .cases(cases)
        }
        if fields.gives("checkboxes") {
            let boxes = fields.namedTexts("checkboxes").map { Variable.Checkbox(column: $0.name, level: $0.text.value) }
            _ = reportRepeated(fields.namedTexts("checkboxes").map(\.text)) { "level '\($0)' has two checkboxes" }
            return boxes.isEmpty ? nil : .checkboxes(boxes)
        }
        if fields.gives("formula") { return fields.expression("formula").map(Variable.Source.formula) }
        if fields.gives("from") {
            report(
                Diagnostic(
                    .missingKey, at: fields.place(of: "from"), "\(fields.owner) needs 'cut' or 'groups' beside 'from'",
                    help: ["write 'column' for a column that is taken as it is"]))
            return nil
        }
        return .column(origin)
    }

    private func cases(from fields: Fields) -> [Variable.Case] {
        fields.entries("cases").compactMap { entry in
            guard case .expression(let condition)? = entry.value else { return nil }
            return Variable.Case(level: entry.name, condition: condition)
        }
    }

    private func groups(from fields: Fields) -> [Variable.Group] {
        let groups = fields.entries("groups").compactMap { entry -> Variable.Group? in
            guard case .list(let values)? = entry.value else { return nil }
            let members = values.compactMap { if case .text(let member) = $0 { member } else { nil } }
            return Variable.Group(name: entry.name.value, members: members)
        }
        _ = reportRepeated(groups.flatMap(\.members)) { "level '\($0)' stands in two groups" }
        return groups
    }

    // MARK: Levels

    private func levels(from fields: Fields) -> [Located<String>] {
        if fields.gives("groups") { return fields.entries("groups").map(\.name) }
        if fields.gives("cases") { return fields.entries("cases").map(\.name) }
        let given = fields.texts("levels")
        if fields.gives("levels") {
            if fields.gives("cut") { checkCount(of: given, in: fields) }
            return given
        }
        return fields.gives("cut") ? groupNames(cutAt: fields.numbers("cut")) : distinctLevels(of: fields)
    }

    /// Reports names of groups that are not one more than the cut points.
    private func checkCount(of names: [Located<String>], in fields: Fields) {
        let points = fields.numbers("cut").count
        guard !names.isEmpty, points > 0, names.count != points + 1 else { return }
        let cuts = points == 1 ? "1 cut point makes" : "\(points) cut points make"
        report(
            Diagnostic(
                .conflictingKeys, at: fields.place(of: "levels"),
                "'levels' has \(names.count == 1 ? "1 name" : "\(names.count) names"), and \(cuts) \(points + 1) groups",
                notes: [.init("'cut' is given here", at: fields.place(of: "cut"))],
                help: ["name each group, from the lowest to the highest"]))
    }

    /// The levels that codes stand for, in the order of the file.
    private func distinctLevels(of fields: Fields) -> [Located<String>] {
        var levels: [Located<String>] = []
        for code in fields.namedTexts("codes") where !levels.contains(where: { $0.value == code.text.value }) {
            levels.append(code.text)
        }
        return levels
    }

    /// Names such as `<40`, `40–<60`, `≥60`, made of the cut points as they are written.
    private func groupNames(cutAt points: [(number: Located<Double>, written: String)]) -> [Located<String>] {
        guard let first = points.first, let last = points.last else { return [] }
        let middle = zip(points, points.dropFirst()).map { lower, upper in
            Located("\(lower.written)–<\(upper.written)", at: lower.number.location)
        }
        return [Located("<\(first.written)", at: first.number.location)] + middle
            + [Located("≥\(last.written)", at: last.number.location)]
    }

    private func levelsKey(of fields: Fields) -> String {
        ["groups", "cases", "levels", "cut"].first { fields.gives($0) } ?? "codes"
    }

    private func codes(from fields: Fields) -> [Variable.Code] {
        let codes = fields.namedTexts("codes")
        let levels = fields.texts("levels")
        if !levels.isEmpty {
            for code in codes { checkMember(code.text, of: levels, "level", listedIn: "levels") }
        }
        return codes.map { Variable.Code(raw: $0.name, level: $0.text.value) }
    }

    // MARK: Kind of values

    /// The keys that a type excludes are reported; `separator` is demanded where there are several values a cell.
    private func checkType(of fields: Fields) {
        guard let kind = fields.optionalChoice("type", as: Variable.Kind.self) else { return }
        let excluded: [String] =
            switch kind {
            case .continuous: ["separator", "levels", "codes", "groups", "cases", "cut", "reference"]
            case .categorical: ["separator", "formula"]
            case .multiResponse: ["cut", "groups", "cases", "formula"]
            }
        if let key = excluded.first(where: fields.gives) {
            report(
                Diagnostic(
                    .conflictingKeys, at: fields.place(of: "type"),
                    "'type: \(kind.rawValue)' and '\(key)' can't stand together",
                    notes: [.init("'\(key)' is given here", at: fields.place(of: key))],
                    help: ["delete 'type': it follows from '\(key)'"]))
        } else if kind == .multiResponse, !fields.gives("separator") {
            report(
                Diagnostic(
                    .missingKey, at: fields.place(of: "type"), "\(fields.owner) needs 'separator'",
                    help: ["add 'separator: \";\"', what stands between the values of a cell"]))
        }
    }

    private func kind(from fields: Fields) -> Variable.Kind? {
        if let kind = fields.optionalChoice("type", as: Variable.Kind.self) { return kind }
        if fields.gives("separator") || fields.gives("checkboxes") { return .multiResponse }
        if ["levels", "codes", "groups", "cases", "cut"].contains(where: fields.gives) { return .categorical }
        return fields.gives("formula") ? .continuous : nil
    }

    // MARK: Names

    /// Reports a variable that hides the arms, and variables that are made from themselves.
    func checkNames(of variables: [Variable], hasArms: Bool) {
        for variable in variables where hasArms && variable.name.value == "arm" {
            report(
                Diagnostic(
                    .duplicateName, at: variable.name.location, "'arm' is the name of the arms already",
                    help: ["give labels and order under 'arms', or give the variable another name"]))
        }
        let origins = Dictionary(
            variables.map { ($0.name.value, $0.origins) }, uniquingKeysWith: { first, _ in first })
        for variable in variables {
            guard let circle = circle(from: variable.name.value, through: origins),
                circle.min() == variable.name.value
            else { continue }
            let chain = (circle + [variable.name.value]).map { "'\($0)'" }.joined(separator: " from ")
            report(
                Diagnostic(
                    .conflictingKeys, at: variable.name.location, "a variable can't be made from itself: \(chain)",
                    help: ["let one of them come from a column"]))
        }
    }

    /// The shortest way from a variable back to itself.
    private func circle(from start: String, through origins: [String: [String]]) -> [String]? {
        var paths = [[start]]
        var seen: Set<String> = []
        while !paths.isEmpty {
            let path = paths.removeFirst()
            for next in origins[path[path.count - 1]] ?? [] {
                if next == start { return path }
                if seen.insert(next).inserted { paths.append(path + [next]) }
            }
        }
        return nil
    }
}

extension Variable {
    /// The names that its values are made from; its own name among them means the column of that name.
    fileprivate var origins: [String] {
        let names: [String] =
            switch source {
            case .column, .checkboxes: []
            case .cut(let origin, _), .groups(let origin, _): [origin.value]
            case .cases(let cases): cases.flatMap(\.condition.names).map(\.value)
            case .formula(let formula): formula.names.map(\.value)
            }
        return names.filter { $0 != name.value }
    }
}
