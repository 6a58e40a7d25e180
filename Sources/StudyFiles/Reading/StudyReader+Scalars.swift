import Diagnostics

extension StudyReader {
    /// Checks a scalar's text against its type; nil, with a message, where it doesn't fit.
    func checkScalar(
        _ text: String, _ value: YAMLValue, as type: StudyLanguage.ValueType, for key: Located<String>
    ) -> CheckedValue? {
        let located = Located(text, at: value.location)
        switch type {
        case .text, .path: return .text(located)
        case .identifier: return checkIdentifier(located).map(CheckedValue.text)
        case .name(let role): return checkName(located, role: role) ? .text(located) : nil
        case .character: return checkCharacter(text, value, for: key)
        case .number(let range): return checkNumber(text, value, range: range, for: key)
        case .wholeNumber(let range): return checkWholeNumber(text, value, range: range, for: key)
        case .truth: return checkTruth(text, value, for: key)
        case .date: return checkDate(text, value, for: key)
        case .choice(let choices):
            guard choices.contains(text) else {
                reportUnknownChoice(text, at: value.location, of: key.value, among: choices)
                return nil
            }
            return .text(located)
        case .choiceOrFile where text.hasSuffix(".yaml") || text.hasSuffix(".yml"): return .text(located)
        case .choiceOrFile(let choices): return checkScalar(text, value, as: .choice(choices), for: key)
        case .groupTest: return checkGroupTest(located, of: key.value)
        case .orNone(let type): return text == "none" ? .nothing : check(value, as: type, for: key)
        case .condition: return expression(text, as: .condition, in: value)
        case .formula: return expression(text, as: .formula, in: value)
        case .list, .section, .variants, .entries: return nil
        }
    }

    private func expression(_ text: String, as purpose: Expression.Purpose, in value: YAMLValue) -> CheckedValue? {
        Expression.read(text, as: purpose, in: value, of: source) { self.report($0) }.map(CheckedValue.expression)
    }

    private func reportUnknownChoice(_ text: String, at place: SourceLocation, of key: String, among choices: [String])
    {
        let help = NearestName.help(for: text, among: choices, kind: "choices")
        report(
            Diagnostic(
                .unknownValue, at: place, "'\(text)' is not a choice of '\(key)'", help: help.map { [$0] } ?? []))
    }

    /// A name that is safe as a file name on every system; nil, with a message, for any other.
    func checkIdentifier(_ name: Located<String>) -> Located<String>? {
        func isSafe(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) || scalar == "-"
                || scalar == "_"
        }
        let scalars = name.value.unicodeScalars
        if !scalars.isEmpty, scalars.count <= 64, scalars.allSatisfy(isSafe) { return name }
        let replaced = String(String.UnicodeScalarView(scalars.prefix(64).map { isSafe($0) ? $0 : "_" }))
        let suggestion = replaced.split(separator: "_").joined(separator: "_")
        report(
            Diagnostic(
                .wrongType, at: name.location,
                "expected a name of at most 64 letters, digits, '-' and '_', found '\(name.value.prefix(64))'",
                help: suggestion.isEmpty || scalars.contains { !$0.isASCII } ? [] : ["write '\(suggestion)'"]))
        return nil
    }

    private func checkName(_ name: Located<String>, role: StudyLanguage.NameRole) -> Bool {
        guard let known = declared[role], !known.contains(name.value) else { return true }
        let help =
            known.isEmpty
            ? "declare it under '\(role == .dataFile ? "data" : "\(role.rawValue)s")'"
            : NearestName.help(for: name.value, among: known, kind: "\(role.rawValue)s")
        report(
            Diagnostic(
                .unknownName, at: name.location, "\(role.rawValue) '\(name.value)' is not declared",
                help: help.map { [$0] } ?? []))
        return false
    }

    private func checkGroupTest(_ name: Located<String>, of key: String) -> CheckedValue? {
        if Endpoint.GroupTest(name.value) != nil { return .text(name) }
        reportUnknownChoice(name.value, at: name.location, of: key, among: StudyLanguage.groupTests)
        return nil
    }

    private func checkCharacter(_ text: String, _ value: YAMLValue, for key: Located<String>) -> CheckedValue? {
        if text == "tab" || text == "\\t" || text == "\t" { return .text(Located("\t", at: value.location)) }
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1, scalar.isASCII,
            scalar.properties.generalCategory != .control, scalar != "\"", !scalar.properties.isAlphabetic,
            !("0"..."9").contains(scalar)
        else {
            reportWrongType(
                value, expected: StudyLanguage.ValueType.character.words, for: key,
                help: ["write one of \",\", \";\", \"|\" or tab"])
            return nil
        }
        return .text(Located(text, at: value.location))
    }

    private func checkNumber(
        _ text: String, _ value: YAMLValue, range: StudyLanguage.NumberRange, for key: Located<String>
    ) -> CheckedValue? {
        guard let number = decimalNumber(text) else {
            let pointed = text.replacingFirst(",", with: ".")
            reportWrongType(
                value, expected: StudyLanguage.ValueType.number(.any).words, for: key,
                help: decimalNumber(pointed).map { _ in ["write it with a point: \(pointed)"] } ?? [])
            return nil
        }
        guard range.contains(number) else {
            let isPercentage = range == .betweenZeroAndOne && number > 1 && range.contains(number / 100)
            report(
                Diagnostic(
                    .outOfRange, at: value.location,
                    "expected \(StudyLanguage.ValueType.number(range).words) for '\(key.value)', found \(text)",
                    help: isPercentage ? ["write \(number / 100) for \(text) %"] : []))
            return nil
        }
        return .number(Located(number, at: value.location), written: text)
    }

    private func checkWholeNumber(
        _ text: String, _ value: YAMLValue, range: ClosedRange<Int>, for key: Located<String>
    ) -> CheckedValue? {
        let type = StudyLanguage.ValueType.wholeNumber(range)
        guard let number = decimalNumber(text), let whole = Int(exactly: number) else {
            reportWrongType(value, expected: type.words, for: key)
            return nil
        }
        guard range.contains(whole) else {
            report(
                Diagnostic(
                    .outOfRange, at: value.location, "expected \(type.words) for '\(key.value)', found \(text)"))
            return nil
        }
        return .wholeNumber(Located(whole, at: value.location))
    }

    private func checkTruth(_ text: String, _ value: YAMLValue, for key: Located<String>) -> CheckedValue? {
        if text == "true" || text == "false" { return .truth(text == "true") }
        let meant: String? =
            switch text.lowercased() {
            case "true", "yes", "on", "y": "true"
            case "false", "no", "off", "n": "false"
            default: nil
            }
        reportWrongType(
            value, expected: StudyLanguage.ValueType.truth.words, for: key, help: meant.map { ["write '\($0)'"] } ?? [])
        return nil
    }

    private func checkDate(_ text: String, _ value: YAMLValue, for key: Located<String>) -> CheckedValue? {
        if let day = CalendarDay(iso: text) { return .date(Located(day, at: value.location)) }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.utf8 }
        let hasForm = parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy { (48...57).contains($0) }
        reportWrongType(
            value, expected: StudyLanguage.ValueType.date.words, for: key,
            help: [hasForm ? "the calendar has no such day" : "write year, month and day: 2025-04-30"])
        return nil
    }

    /// Reads a decimal number, with an exponent or without. Nil for anything else, and for what overflows.
    private func decimalNumber(_ text: String) -> Double? {
        // Keeps out what `Double` also takes: `nan`, `inf`, `0x1p3`.
        guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension String {
    fileprivate func replacingFirst(_ old: Character, with new: Character) -> String {
        guard let index = firstIndex(of: old) else { return self }
        return self[..<index] + String(new) + self[self.index(after: index)...]
    }
}
