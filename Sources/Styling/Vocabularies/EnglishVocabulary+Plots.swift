import Results

/// The words of plots.
extension EnglishVocabulary {
    func spokenPanel(_ letter: String) -> String { "Panel \(letter)." }
    func timeAxis(_ unit: TimeUnit) -> String { "Time (\(unit.rawValue))" }
    func percentageAxis(_ label: String) -> String { "\(label) (%)" }
    func duration(_ time: String, _ unit: TimeUnit) -> String { "\(time) \(unit.rawValue)" }

    func medianHead(_ unit: TimeUnit, interval: String) -> [String] { ["Median, \(unit.rawValue)", "(\(interval))"] }

    func medianStatement(_ median: String, unit: TimeUnit?, interval: (name: String, limits: String)?) -> String {
        "Median \(median)" + (unit.map { " \($0.rawValue)" } ?? "") + inBrackets(interval)
    }

    func incidenceHead(at time: String, _ unit: TimeUnit, interval: String) -> [String] {
        ["At \(duration(time, unit)), %", "(\(interval))"]
    }

    func incidenceStatement(
        _ percent: String, at time: String, _ unit: TimeUnit, interval: (name: String, limits: String)?
    ) -> String {
        "At \(duration(time, unit)) \(percent)%\(inBrackets(interval))"
    }

    func testStatement(_ method: TestResult.Method, p statement: String?) -> String {
        let test = test(method)
        let name = test.prefix(1).uppercased() + test.dropFirst()
        // `Log-rank test` is `Log-rank p = 0.03`, but `Log-rank test for trend` stays whole.
        let short = name.hasSuffix(" test") ? String(name.dropLast(5)) : name
        return statement.map { "\(method == .gray ? name : short) \($0)" } ?? "\(name) not possible"
    }

    func hazardRatioStatement(_ ratio: String?, interval: (name: String, limits: String)) -> String {
        ratio.map { "HR \($0)\(inBrackets(interval))" } ?? "HR not estimable"
    }

    func subdistributionStatement(_ ratio: String?, interval: (name: String, limits: String)) -> String {
        ratio.map { "Subdistribution HR \($0)\(inBrackets(interval))" } ?? "Subdistribution HR not estimable"
    }

    func hazardRatioColumn(interval: String, isSubdistribution: Bool) -> [String] {
        [isSubdistribution ? "Subdistribution HR" : "HR", "(\(interval))"]
    }

    func spokenHazardRatio(of direction: HazardRatioDirection, isSubdistribution: Bool) -> String {
        "\(direction.group) versus \(direction.reference)\(isSubdistribution ? " (subdistribution)" : "")"
    }

    func hazardRatioDirections(_ directions: [HazardRatioDirection]) -> String {
        let texts = directions.map { direction in
            (direction.letter.map { "\($0), " } ?? "") + "\(direction.group) versus \(direction.reference)"
        }
        return "HR, hazard ratio: \(texts.joined(separator: "; "))."
    }

    func stratifiedRatios(by strata: [String], inPanels letters: [String]) -> String {
        let panels = letters.isEmpty ? "" : " (\(list(letters)))"
        return "Hazard ratio\(panels) stratified by \(list(strata)); log-rank test not stratified."
    }

    var earlierCurves: String { "Thin grey curves: the earlier results." }

    func incidenceDescription(curves: Int, panels: Int) -> String {
        description(of: "Cumulative incidence curve", curves: curves, panels: panels)
    }

    func cumulativeIncidence(of endpoint: String) -> String { "Cumulative incidence of \(inSentence(endpoint))" }

    func spokenEmptyGroup(_ label: String) -> String { "\(label), no patients" }

    func spokenGroup(_ label: String, patients: Int, events: Int, competing: Int?) -> String {
        let others = competing.map { [counted($0, "competing event")] } ?? []
        return ([label, counted(patients, "patient"), counted(events, "event")] + others).joined(separator: ", ")
    }

    func spokenMedian(_ median: String?, interval: String, lower: String?, upper: String?) -> String {
        let limits = lower == nil && upper == nil ? notReached : "\(lower ?? notReached) to \(upper ?? notReached)"
        return "median \(median ?? notReached) (\(interval) \(limits))"
    }

    func spokenIncidence(_ percent: String, at time: String, interval: String, limits: (String, String)?) -> String {
        "\(percent)% at \(time)" + (limits.map { " (\(interval) \($0.0) to \($0.1))" } ?? "")
    }

    func spokenEnd(_ percent: String, at time: String) -> String { "curve ends at \(percent)% at \(time)" }

    private var notReached: String { "not reached" }

    private func counted(_ n: Int, _ noun: String) -> String { n == 1 ? "1 \(noun)" : "\(n.plainText) \(noun)s" }

    func description(of curve: String, curves: Int, panels: Int) -> String {
        let noun = curves > 1 ? "\(curve)s" : curve
        return panels > 1 ? "\(noun) in \(panels) panels." : "\(noun)."
    }

    private func inBrackets(_ interval: (name: String, limits: String)?) -> String {
        interval.map { " (\($0.name) \($0.limits))" } ?? ""
    }
}
