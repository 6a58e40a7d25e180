import Diagnostics

/// A value of the study file that was found to be of the type that the study language asks for.
enum CheckedValue {
    case text(Located<String>)
    /// A number, and how it is written.
    case number(Located<Double>, written: String)
    case wholeNumber(Located<Int>)
    case truth(Bool)
    case date(Located<CalendarDay>)
    case expression(Expression)
    /// The word `none` where it says that there is no value.
    case nothing
    case list([CheckedValue])
    case section(Fields)
    /// The entries of a mapping with the writer's own keys. A nil value was at fault.
    case entries([(name: Located<String>, value: CheckedValue?)])
}

/// The keys of one section with their values, defaults filled in.
///
/// A key is asked for by its name and as its type. Asking for a key that the study language doesn't declare, or as
/// another type, is a mistake in this program whatever the file says, and stops it at once.
struct Fields {
    let section: StudyLanguage.Section
    /// What it belongs to, as messages say it: `variable 'age'`.
    let owner: String
    /// Where it begins: the key or list item that holds it.
    let location: SourceLocation
    /// Where each key stands that is given in the file, whether its value is sound or not.
    var keyPlaces: [String: SourceLocation] = [:]
    var values: [String: CheckedValue] = [:]

    /// Whether the file gives a key, be its value sound or not.
    func gives(_ key: String) -> Bool {
        demandDeclared(key)
        return keyPlaces[key] != nil
    }

    /// Where a key stands, or the section where it is not given.
    func place(of key: String) -> SourceLocation { keyPlaces[key] ?? location }

    /// A text, name, path or choice; nil where it is absent or was at fault.
    func text(_ key: String) -> Located<String>? {
        guard case .text(let text)? = value(key) else { return nil }
        return text
    }

    /// A choice without a default of its own.
    func optionalChoice<Choice: RawRepresentable<String>>(_ key: String, as type: Choice.Type) -> Choice? {
        text(key).flatMap { Choice(rawValue: $0.value) }
    }

    /// A choice that has a default.
    func choice<Choice: RawRepresentable<String>>(_ key: String, as type: Choice.Type) -> Choice {
        guard let choice = optionalChoice(key, as: type) else { programmingError("no choice for '\(key)'") }
        return choice
    }

    /// A text, path or choice that has a default.
    func defaultedText(_ key: String) -> Located<String> {
        guard let text = text(key) else { programmingError("no default for '\(key)'") }
        return text
    }

    /// `true` or `false` with a default.
    func truth(_ key: String) -> Bool {
        guard let truth = optionalTruth(key) else { programmingError("no default for '\(key)'") }
        return truth
    }

    /// `true` or `false`; nil where it is absent or was at fault.
    func optionalTruth(_ key: String) -> Bool? {
        guard case .truth(let truth)? = value(key) else { return nil }
        return truth
    }

    /// A number that has a default.
    func number(_ key: String) -> Double {
        guard case .number(let number, _)? = value(key) else { programmingError("no default for '\(key)'") }
        return number.value
    }

    /// A number with its place; nil where it is absent or was at fault.
    func locatedNumber(_ key: String) -> Located<Double>? {
        guard case .number(let number, _)? = value(key) else { return nil }
        return number
    }

    /// Whether the value is the word `none`.
    func isNone(_ key: String) -> Bool {
        if case .nothing? = value(key) { true } else { false }
    }

    /// A whole number; nil where it is absent or was at fault.
    func wholeNumber(_ key: String) -> Int? {
        guard case .wholeNumber(let number)? = value(key) else { return nil }
        return number.value
    }

    /// A whole number that has a default.
    func defaultedWholeNumber(_ key: String) -> Int {
        guard let number = wholeNumber(key) else { programmingError("no default for '\(key)'") }
        return number
    }

    /// A day; nil where it is absent or was at fault.
    func date(_ key: String) -> Located<CalendarDay>? {
        guard case .date(let date)? = value(key) else { return nil }
        return date
    }

    /// A condition or formula; nil where it is absent or was at fault.
    func expression(_ key: String) -> Expression? {
        guard case .expression(let expression)? = value(key) else { return nil }
        return expression
    }

    /// Texts or names; empty where they are absent or one was at fault.
    func texts(_ key: String) -> [Located<String>] {
        list(key).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The texts of each list in a list; a list with a fault is not among them.
    func lists(_ key: String) -> [[Located<String>]] {
        list(key).compactMap { item in
            guard case .list(let values) = item else { return nil }
            return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
    }

    /// The sound texts of each mapping in a list, under the writer's own keys.
    func entryLists(_ key: String) -> [[(name: Located<String>, text: Located<String>)]] {
        list(key).compactMap { item in
            guard case .entries(let entries) = item else { return nil }
            return entries.compactMap { if case .text(let text)? = $0.value { ($0.name, text) } else { nil } }
        }
    }

    /// Numbers and how they are written; empty where they are absent or one was at fault.
    func numbers(_ key: String) -> [(number: Located<Double>, written: String)] {
        list(key).compactMap { if case .number(let number, let written) = $0 { (number, written) } else { nil } }
    }

    /// The sections of a list that are sound.
    func sections(_ key: String) -> [Fields] {
        list(key).compactMap { if case .section(let fields) = $0 { fields } else { nil } }
    }

    /// A section; nil where it is absent or was at fault.
    func section(_ key: String) -> Fields? {
        guard case .section(let fields)? = value(key) else { return nil }
        return fields
    }

    /// The writer's own keys with their values; empty where they are absent.
    func entries(_ key: String) -> [(name: Located<String>, value: CheckedValue?)] {
        guard case .entries(let entries)? = value(key) else { return [] }
        return entries
    }

    /// The entries whose values are sound sections.
    func namedSections(_ key: String) -> [(name: Located<String>, fields: Fields)] {
        entries(key).compactMap { if case .section(let fields)? = $0.value { ($0.name, fields) } else { nil } }
    }

    /// The entries whose values are sound texts.
    func namedTexts(_ key: String) -> [(name: Located<String>, text: Located<String>)] {
        entries(key).compactMap { if case .text(let text)? = $0.value { ($0.name, text) } else { nil } }
    }

    private func list(_ key: String) -> [CheckedValue] {
        guard case .list(let values)? = value(key) else { return [] }
        return values
    }

    private func value(_ key: String) -> CheckedValue? {
        demandDeclared(key)
        return values[key]
    }

    private func demandDeclared(_ key: String) {
        if section.key(key) == nil { programmingError("'\(key)' is not declared") }
    }

    private func programmingError(_ what: String) -> Never {
        preconditionFailure("study language, \(section.noun): \(what)")
    }
}
