import Results

/// The words of figures of adverse events and of single patients.
extension EnglishVocabulary {
    var patientsAxis: String { "Patients (%)" }

    func termsLeftOut(_ n: String) -> String {
        n == "1" ? "1 term is not shown." : "\(n) terms are not shown."
    }

    func incompleteEvents(_ n: Int) -> String {
        n == 1
            ? "1 record without a term or grade is not counted."
            : "\(n.plainText) records without a term or grade are not counted."
    }

    func adverseEventMarks(_ outer: String, _ inner: String) -> String {
        "Each patient counts once a term, at the worst grade. Numbers are percentages: \(inMidSentence(outer)) (\(inMidSentence(inner)))."
    }

    func adverseEventDescription(_ left: String, _ right: String, terms: Int) -> String {
        "Mirrored bars of \(terms == 1 ? "1 adverse event" : "\(terms) adverse events"), \(left) at the left and \(right) at the right."
    }

    func spokenAdverseEvent(_ term: String, _ groups: [(label: String, outer: String, inner: String)])
        -> String
    {
        let parts = groups.map { "\($0.label) \($0.outer)% (\($0.inner)%)" }
        return "\(term): \(parts.joined(separator: ", "))"
    }

    func spokenSeverities(_ outer: String, _ inner: String) -> String {
        "Percentages of patients with \(inMidSentence(outer)), in brackets with \(inMidSentence(inner))."
    }

    func eventMark(_ endpoint: String) -> String { isAbbreviation(endpoint) ? "\(endpoint) event" : endpoint }

    var stillObserved: String { "Still observed" }
    var unknownResponse: String { "Not known" }

    func swimmerDescription(patients: Int, unit: TimeUnit) -> String {
        "Swimmer plot: \(counted(patients)), each a bar of time in \(unit.rawValue), the longest first."
    }

    func spokenCourses(_ label: String, patients: Int, longest: String, endLabel: String, events: Int)
        -> String
    {
        "\(label), \(counted(patients)), the longest \(longest), \(events) ended by \(spokenEvent(endLabel))"
    }

    func spokenMark(_ label: String, n: Int) -> String { "\(spokenEvent(label)) marked in \(counted(n))" }

    func withoutBar(_ n: Int, isChange: Bool) -> String {
        "\(counted(n)) without \(isChange ? "a change" : "a time") \(n == 1 ? "is" : "are") not shown."
    }

    func changeAxis(_ label: String) -> String { label.contains("%") ? label : "\(label) (%)" }

    func changeThresholds(_ lower: String, _ upper: String) -> String {
        "Dashed lines: \(lower)% and +\(upper)%."
    }

    func waterfallDescription(_ label: String, patients: Int) -> String {
        "Waterfall plot of \(inMidSentence(label)): \(counted(patients)), each a bar, the greatest increase first."
    }

    func spokenChanges(
        _ label: String, patients: Int, range: (from: String, to: String), decreased: Int,
        increased: Int,
        thresholds: (lower: String, upper: String)
    ) -> String {
        "\(label), \(counted(patients)), from \(range.from)% to \(range.to)%, \(decreased) at or below "
            + "\(thresholds.lower)%, \(increased) at or above \(thresholds.upper)%"
    }

    func spokenNobody(_ label: String) -> String { "\(label), nobody shown" }

    private func isAbbreviation(_ label: String) -> Bool { !label.contains(where: \.isLowercase) }

    private func spokenEvent(_ endpoint: String) -> String {
        isAbbreviation(endpoint) ? "an event of \(endpoint)" : inMidSentence(endpoint)
    }

    private func counted(_ n: Int) -> String { n == 1 ? "1 patient" : "\(n.plainText) patients" }

    /// A label within a sentence: its first letter small, unless it is an abbreviation or a name of several capitals.
    private func inMidSentence(_ label: String) -> String {
        label.dropFirst().first?.isLowercase ?? false
            ? label.prefix(1).lowercased() + label.dropFirst() : label
    }
}
