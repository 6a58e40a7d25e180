import Diagnostics

/// What a value belongs to, for messages.
struct Owner {
    /// As messages say it: `variable 'age'`.
    var words: String
    /// The key or list item that holds the value.
    var location: SourceLocation
}

extension StudyReader {
    /// Checks a mapping against a section: unknown keys, each value's type, keys that conflict or are missing.
    ///
    /// Returns nil where it is no mapping. Keys whose values are at fault are absent from the result.
    func checkSection(_ value: YAMLValue, as section: StudyLanguage.Section, of owner: Owner) -> Fields? {
        guard let entries = value.entries else {
            report(
                Diagnostic(
                    .wrongType, at: value.location, "expected a mapping for \(owner.words), found \(value.words)",
                    help: ["write its keys: \(section.keys.prefix(3).map { "\($0.name): …" }.joined(separator: ", "))"])
            )
            return nil
        }
        var fields = Fields(section: section, owner: owner.words, location: owner.location)
        for entry in entries {
            let name = entry.key.value
            guard let key = section.key(name) else {
                reportUnknown(entry.key, of: owner, in: section)
                continue
            }
            fields.keyPlaces[name] = entry.key.location
            fields.values[name] = check(entry.value, as: key.type, for: entry.key)
        }
        let isFreeOfConflicts = reportConflicts(in: fields)
        reportMissing(in: fields, checkingAlternatives: isFreeOfConflicts)
        fillDefaults(of: &fields)
        return fields
    }

    /// A section of which nothing is given.
    func defaults(of section: StudyLanguage.Section) -> Fields {
        var fields = Fields(
            section: section, owner: section.noun, location: SourceLocation(file: source.file, line: 1, column: 1))
        fillDefaults(of: &fields)
        return fields
    }

    private func fillDefaults(of fields: inout Fields) {
        for key in fields.section.keys where fields.values[key.name] == nil {
            guard case .defaults(let text) = key.presence else { continue }
            let value = YAMLValue(content: .text(labels.texts[text] ?? text), location: fields.location)
            fields.values[key.name] = check(value, as: key.type, for: Located(key.name, at: fields.location))
        }
    }

    private func reportUnknown(_ key: Located<String>, of owner: Owner, in section: StudyLanguage.Section) {
        let help = NearestName.help(for: key.value, among: section.keys.map(\.name), kind: "keys")
        report(
            Diagnostic(
                .unknownKey, at: key.location, "'\(key.value)' is not a key of \(owner.words)",
                help: help.map { [$0] } ?? []))
    }

    /// Reports keys that cannot stand together, once a pair of sides; whether there were none.
    private func reportConflicts(in fields: Fields) -> Bool {
        var isFree = true
        for conflict in fields.section.conflicts {
            func given(_ names: [String]) -> [Located<String>] {
                names.compactMap { name in fields.keyPlaces[name].map { Located(name, at: $0) } }
                    .sorted { $0.location < $1.location }
            }
            let (first, second) = (given(conflict.first), given(conflict.second))
            guard let one = first.first, let other = second.first else { continue }
            let (earlier, later) = one.location < other.location ? (first, second) : (second, first)
            isFree = false
            report(
                Diagnostic(
                    .conflictingKeys, at: later[0].location,
                    "\(quotedList(later)) can't stand with \(quotedList(earlier)): \(conflict.reason)",
                    notes: [.init("'\(earlier[0].value)' is given here", at: earlier[0].location)],
                    help: ["delete one or the other"]))
        }
        return isFree
    }

    private func quotedList(_ names: [Located<String>]) -> String { quotedList(names.map(\.value)) }

    /// Names in quotes: `'a', 'b' and 'c'`.
    private func quotedList(_ names: [String]) -> String {
        let quoted = names.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return "\(quoted.dropLast().joined(separator: ", ")) and \(last)"
    }

    private func reportMissing(in fields: Fields, checkingAlternatives: Bool) {
        var missing = fields.section.keys.filter { key in
            if case .required = key.presence { fields.keyPlaces[key.name] == nil } else { false }
        }
        if checkingAlternatives, let chosen = alternative(chosenBy: fields) {
            missing += fields.section.keys.filter { chosen.contains($0.name) && fields.keyPlaces[$0.name] == nil }
        }
        guard !missing.isEmpty else { return }
        report(
            Diagnostic(
                .missingKey, at: fields.location, "\(fields.owner) needs \(quotedList(missing.map(\.name)))",
                help: missing.map { "add '\($0.name): \($0.example)'" }))
    }

    /// The alternative of which most keys are given; the first where none is.
    private func alternative(chosenBy fields: Fields) -> [String]? {
        let sets = fields.section.alternatives
        let counts = sets.map { set in set.count { fields.keyPlaces[$0] != nil } }
        return zip(sets, counts).first { $1 == counts.max() }?.0
    }
}

extension StudyLanguage.Key {
    /// What to write where the key is missing.
    fileprivate var example: String {
        switch presence {
        case .required(let example), .alternative(let example): example
        case .defaults(let text), .otherwise(let text): text
        }
    }
}
