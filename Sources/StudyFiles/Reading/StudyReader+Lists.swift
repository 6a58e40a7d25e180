import Diagnostics

extension StudyReader {
    /// Checks a list, or the single value that may stand for one.
    func checkList(
        _ value: YAMLValue, of element: StudyLanguage.ValueType, rule: StudyLanguage.ListRule, orSingle: Bool,
        for key: Located<String>
    ) -> CheckedValue? {
        let type = StudyLanguage.ValueType.list(of: element, rule: rule, orSingle: orSingle)
        switch value.content {
        case .list(let values) where values.isEmpty:
            reportWrongType(value, expected: "at least one value", for: key)
            return nil
        case .list(let values):
            return checkElements(values, of: element, rule: rule, for: key)
        case .text where orSingle:
            return check(value, as: element, for: key).map { .list([$0]) }
        case .text(let text):
            reportWrongType(
                value, expected: type.words, for: key, help: ["write it as a list: \(key.value): [\(text)]"])
            return nil
        case .nothing, .mapping:
            reportWrongType(value, expected: type.words, for: key)
            return nil
        }
    }

    /// A list of sections keeps those that are sound; any other list is sound as a whole or not at all.
    private func checkElements(
        _ values: [YAMLValue], of element: StudyLanguage.ValueType, rule: StudyLanguage.ListRule,
        for key: Located<String>
    ) -> CheckedValue? {
        if case .section(let section) = element {
            let checked = values.enumerated().compactMap { index, value in
                checkSection(
                    value, as: section,
                    of: Owner(words: "\(section.noun) \(index + 1)", location: value.location))
            }
            let list = checked.map(CheckedValue.section)
            return rule == .two && checked.count == values.count && !isPair(list, for: key) ? nil : .list(list)
        }
        if case .variants(let discriminator, let sections) = element {
            return .list(
                values.enumerated().compactMap { index, value in
                    checkVariant(value, by: discriminator, among: sections, for: key, ordinal: index + 1)
                })
        }
        let values = element == .groupTest ? values.joiningCutTests : values
        let checked = values.compactMap { check($0, as: element, for: key) }
        guard checked.count == values.count else { return nil }
        return isInOrder(checked, rule: rule, for: key) ? .list(checked) : nil
    }

    private func isInOrder(_ values: [CheckedValue], rule: StudyLanguage.ListRule, for key: Located<String>) -> Bool {
        switch rule {
        case .any: return true
        case .two: return isPair(values, for: key)
        case .twoAscending:
            return isPair(values, for: key) && isInOrder(values, rule: .ascending, for: key)
        case .distinct:
            let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
            return reportRepeated(texts) { "'\($0)' stands twice in '\(key.value)'" }
        case .ascending:
            return isAscending(
                values.compactMap { if case .number(let number, let text) = $0 { (number, text) } else { nil } },
                for: key)
        }
    }

    private func isPair(_ values: [CheckedValue], for key: Located<String>) -> Bool {
        guard values.count != 2 else { return true }
        report(
            Diagnostic(
                .wrongType, at: key.location, "expected two values for '\(key.value)', found \(values.count)"))
        return false
    }

    private func isAscending(_ numbers: [(value: Located<Double>, written: String)], for key: Located<String>) -> Bool {
        let pairs = zip(numbers, numbers.dropFirst())
        guard let (before, after) = pairs.first(where: { $1.value.value <= $0.value.value }) else { return true }
        var sorted: [(value: Double, written: String)] = []
        for (number, written) in numbers.sorted(by: { $0.value.value < $1.value.value })
        where sorted.last?.value != number.value { sorted.append((number.value, written)) }
        report(
            Diagnostic(
                .outOfRange, at: after.value.location,
                "the numbers of '\(key.value)' must ascend, found \(after.written) after \(before.written)",
                help: ["write \(key.value): [\(sorted.map(\.written).joined(separator: ", "))]"]))
        return false
    }

    /// Reports each text that stands a second time; whether there was none.
    func reportRepeated(_ names: [Located<String>], _ summary: (String) -> String) -> Bool {
        var first: [String: SourceLocation] = [:]
        var isFree = true
        for name in names {
            if let place = first[name.value] {
                isFree = false
                report(
                    Diagnostic(
                        .duplicateName, at: name.location, summary(name.value),
                        notes: [.init("first given here", at: place)], help: ["keep one of the two, or rename one"]))
            } else {
                first[name.value] = name.location
            }
        }
        return isFree
    }
}

extension [YAMLValue] {
    /// The values with `fleming-harrington(0` and `1)` put together: in YAML a comma parts the values of a list in
    /// brackets, also between round ones.
    fileprivate var joiningCutTests: [YAMLValue] {
        var joined: [YAMLValue] = []
        for value in self {
            if let begun = joined.last, let beginning = begun.text, let end = value.text, beginning.contains("("),
                !beginning.contains(")"), end.hasSuffix(")"), !end.contains("(")
            {
                joined[joined.count - 1].content = .text("\(beginning),\(end)")
            } else {
                joined.append(value)
            }
        }
        return joined
    }
}
