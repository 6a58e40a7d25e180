import Diagnostics

extension StudyReader {
    /// Checks a value against the type of its key; nil, with messages, where it doesn't fit.
    func check(_ value: YAMLValue, as type: StudyLanguage.ValueType, for key: Located<String>) -> CheckedValue? {
        switch type {
        case .list(let element, let rule, let orSingle):
            return checkList(value, of: element, rule: rule, orSingle: orSingle, for: key)
        case .section(let section):
            let owner = Owner(words: "section '\(key.value)'", location: key.location)
            return checkSection(value, as: section, of: owner).map(CheckedValue.section)
        case .variants(let discriminator, let sections):
            return checkVariant(value, by: discriminator, among: sections, for: key)
        case .entries(let keys, let type):
            return checkEntries(value, keys: keys, values: type, for: key)
        default:
            guard let text = value.text?.withoutLastLineBreaks, !text.isEmpty else {
                reportWrongType(value, expected: type.words, for: key)
                return nil
            }
            return checkScalar(text, value, as: type, for: key)
        }
    }

    func reportWrongType(_ value: YAMLValue, expected: String, for key: Located<String>, help: [String] = []) {
        let isEmptyText = value.text?.withoutLastLineBreaks.isEmpty == true
        report(
            Diagnostic(
                .wrongType, at: value.location(orKey: key),
                "expected \(expected) for '\(key.value)', found \(isEmptyText ? "an empty text" : value.words)",
                help: help))
    }

    /// Checks a mapping whose keys depend on one of them, by the section that takes the value given.
    func checkVariant(
        _ value: YAMLValue, by discriminator: String, among sections: [StudyLanguage.Section], for key: Located<String>,
        ordinal: Int? = nil
    ) -> CheckedValue? {
        let noun = sections.first?.noun ?? key.value
        let id = value["id"]?.text.map { "'\($0)'" } ?? ordinal.map(String.init) ?? "'\(key.value)'"
        let owner = Owner(words: "\(noun) \(id)", location: value.location)
        let given = value[discriminator]
        let match = sections.first { section in given?.text.map { section.takes($0, for: discriminator) } ?? false }
        if let section = match ?? (sections.count == 1 ? sections.first : nil) {
            return checkSection(value, as: section, of: owner).map(CheckedValue.section)
        }
        let kinds = sections.flatMap { $0.choices(of: discriminator) }
        if let given {
            _ = check(given, as: .choice(kinds), for: Located(discriminator, at: given.location))
        } else if value.entries != nil {
            report(
                Diagnostic(
                    .missingKey, at: owner.location, "\(owner.words) needs '\(discriminator)'",
                    help: NearestName.help(for: "", among: kinds, kind: "choices").map { [$0] } ?? []))
        } else {
            reportWrongType(value, expected: "a mapping", for: key)
        }
        return nil
    }

    private func checkEntries(
        _ value: YAMLValue, keys: StudyLanguage.EntryKey, values type: StudyLanguage.ValueType, for key: Located<String>
    ) -> CheckedValue? {
        let words = StudyLanguage.ValueType.entries(keys: keys, values: type).words
        guard case .mapping(let entries) = value.content, !entries.isEmpty else {
            reportWrongType(value, expected: words, for: key)
            return nil
        }
        var checked: [(name: Located<String>, value: CheckedValue?)] = []
        for entry in entries {
            if keys == .identifier { _ = checkIdentifier(entry.key) }
            if keys != .identifier, entry.key.value.isEmpty {
                report(
                    Diagnostic(.wrongType, at: entry.key.location, "expected a name as the key, found an empty text"))
                continue
            }
            checked.append((entry.key, checkEntry(entry, as: type, of: key)))
        }
        return .entries(checked)
    }

    private func checkEntry(
        _ entry: YAMLValue.Entry, as type: StudyLanguage.ValueType, of key: Located<String>
    ) -> CheckedValue? {
        guard case .section(let section) = type else {
            return check(entry.value, as: type, for: Located(key.value, at: entry.key.location))
        }
        let owner = Owner(words: "\(section.noun) '\(entry.key.value)'", location: entry.key.location)
        return checkSection(entry.value, as: section, of: owner).map(CheckedValue.section)
    }
}

extension StudyLanguage.Section {
    fileprivate func choices(of name: String) -> [String] {
        if case .choice(let choices)? = key(name)?.type { choices } else { [] }
    }

    fileprivate func takes(_ choice: String, for name: String) -> Bool { choices(of: name).contains(choice) }
}

extension YAMLValue {
    /// Its place, or the key's where there is nothing to point at.
    func location(orKey key: Located<String>) -> SourceLocation {
        if case .nothing = content, key.location.line == location.line { key.location } else { location }
    }
}

extension String {
    /// The text without line breaks at its end, which block scalars have.
    fileprivate var withoutLastLineBreaks: String {
        var rest = self[...]
        while rest.last?.isNewline == true { rest.removeLast() }
        return String(rest)
    }
}
