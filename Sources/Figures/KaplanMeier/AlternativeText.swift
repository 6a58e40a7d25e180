import Results

/// What a Kaplan–Meier figure shows in words: groups, patients, events, medians, where the curves end, the test.
func alternativeText(of panels: [SurvivalPanelContent], isSynthetic: Bool) -> String {
    let curves = panels.contains { $0.groups.count > 1 } || panels.count > 1 ? "curves" : "curve"
    let opening = panels.count > 1 ? "Kaplan–Meier \(curves) in \(panels.count) panels." : "Kaplan–Meier \(curves)."
    let descriptions = panels.map { panel in
        let head = panel.letter.map { "Panel \($0). " } ?? ""
        let title = panel.title.flatMap { $0 == panel.endpoint.label ? nil : " (\($0))" } ?? ""
        let groups = panel.groups.map(spoken)
        return
            "\(head)\(panel.endpoint.label)\(title): \((groups + [panel.testText].compactMap(\.self)).joined(separator: "; "))."
    }
    let note = isSynthetic ? ["The data are synthetic."] : []
    return ([opening] + descriptions + note).joined(separator: " ")
}

private func spoken(_ group: SurvivalPanelContent.Group) -> String {
    guard group.n > 0 else { return "\(group.label), no patients" }
    let patients = group.n == 1 ? "1 patient" : "\(group.n) patients"
    let events = group.events == 1 ? "1 event" : "\(group.events) events"
    let median = "median \(group.spokenMedian)"
    return
        ([group.label, patients, events, median] + [group.spokenEnd.map { "curve ends at \($0)" }].compactMap(\.self))
        .joined(separator: ", ")
}
