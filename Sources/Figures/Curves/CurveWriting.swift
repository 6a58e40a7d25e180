import Drawing
import Results
import Styling

/// Writes what the panels of Kaplan–Meier and of incidence figures have in common.
struct CurveWriting {
    let style: HouseStyle
    let words: any Vocabulary
    let look: FigureLook

    init(_ results: StudyResults, style: HouseStyle, look: FigureLook) {
        self.style = style
        self.words = vocabulary(for: results.study.language)
        self.look = look
    }

    func time(_ time: Double, _ unit: TimeUnit) -> String { style.time(.reached(time), in: unit) }

    /// A time that may be withheld; nil where it is not reached.
    func time(_ point: TimePoint, _ unit: TimeUnit) -> String? {
        point == .withheld ? PrivacyProtection.mark : point.time.map { time($0, unit) }
    }

    /// A number with as many decimals as it needs, three at most.
    func plain(_ values: [Double]) -> [String] {
        let decimals = min(values.map { style.decimalsNeeded(by: $0) }.max() ?? 0, 3)
        return values.map { style.number($0, decimals: decimals) }
    }

    /// The ticks of a time axis.
    func breaks(_ values: [Double]) -> [(value: Double, label: String)] { Array(zip(values, plain(values))) }

    /// The ticks of an axis of proportions from one to another, as percentages.
    func levels(from bottom: Double = 0, to top: Double, atMost count: Int = 6) -> [(value: Double, label: String)] {
        let percentages = niceTicks(from: 100 * bottom, to: 100 * top, atMost: count)
        return zip(percentages, plain(percentages)).map { ($0 / 100, $1) }
    }

    /// What a panel magnifies, with ticks of its own; nil without a part of the axes.
    func inset(_ inset: CurveInset?, of breaks: [Double]) -> CurvePanelContent.Inset? {
        guard let inset, inset.range.count == 2, inset.range[0] < inset.range[1], let last = breaks.last, last > 0
        else { return nil }
        let start = inset.times.count == 2 ? inset.times[0] : 0
        let end = inset.times.count == 2 ? min(inset.times[1], last) : last
        guard start < end else { return nil }
        let own = breaks.filter { $0 >= start && $0 <= end }
        let most = 5
        let ticks =
            own.count < 3
            ? niceTicks(from: start, to: end, atMost: most + 1)
            : own.enumerated().filter { $0.offset.isMultiple(of: (own.count + most - 1) / most) }.map(\.element)
        return CurvePanelContent.Inset(
            start: start, end: end, bottom: inset.range[0], top: inset.range[1], breaks: self.breaks(ticks),
            levels: levels(from: inset.range[0], to: inset.range[1], atMost: 4))
    }

    /// A magnified part as it is read aloud.
    func spoken(_ inset: CurvePanelContent.Inset, unit: TimeUnit) -> String {
        let times = plain([inset.start, inset.end])
        let range = plain([100 * inset.bottom, 100 * inset.top])
        return words.spokenInset(from: times[0], to: words.duration(times[1], unit), range: (range[0], range[1]))
    }

    /// A test as a statement under the key.
    func statement(of test: TestResult) -> String {
        words.testStatement(
            test.method, p: test.pValue == nil && !test.isWithheld ? nil : style.pStatement(of: test))
    }

    /// What stands above the numbers under the axis; rows that are named by their weights need no word of it.
    func riskTitle(_ kind: KaplanMeierPlan.RiskTableKind, of panel: KaplanMeierPanel) -> String? {
        if kind == .none { return nil }
        let namesWeights = kind != .kmunicate && panel.riskRows.contains { $0.unweighted != nil }
        return words.riskTableTitle(kind, isWeighted: panel.isWeighted && !namesWeights)
    }

    /// The numbers under the axis, in the order of the groups.
    func riskBlocks(
        _ rows: [KaplanMeierPanel.RiskRow], of groups: [CurvePanelContent.Group],
        kind: KaplanMeierPlan.RiskTableKind, isWeighted: Bool
    ) -> [CurvePanelContent.RiskBlock] {
        groups.compactMap { group in
            rows.first { $0.group == group.id }
                .flatMap { riskBlock($0, of: group, kind: kind, isWeighted: isWeighted) }
        }
    }

    private func riskBlock(
        _ row: KaplanMeierPanel.RiskRow, of group: CurvePanelContent.Group, kind: KaplanMeierPlan.RiskTableKind,
        isWeighted: Bool
    ) -> CurvePanelContent.RiskBlock? {
        // Numbers of weighted patients have a decimal; all numbers of a group have it or none.
        let counts = row.atRisk + row.events + row.censored + (row.competing ?? [])
        let isWhole = !isWeighted && counts.allSatisfy { $0 == $0.rounded() }
        func cells(_ values: [Double]) -> [String] { values.map { style.number($0, decimals: isWhole ? 0 : 1) } }
        var rows: [(String?, [String])]
        switch kind {
        case .none: return nil
        case .atRisk: rows = [(nil, cells(row.atRisk))]
        case .atRiskEvents: rows = [(nil, Self.withEvents(cells(row.atRisk), cells(row.events)))]
        case .kmunicate:
            let names = words.riskTableRows
            rows =
                [(names.atRisk, cells(row.atRisk)), (names.events, cells(row.events))]
                + (row.competing.map { [(words.competingRiskTableRow, cells($0))] } ?? [])
                + [(names.censored, cells(row.censored))]
        }
        if let unweighted = row.unweighted { addHeads(unweighted, to: &rows, kind: kind) }
        return CurvePanelContent.RiskBlock(
            groupID: group.id, label: group.label, color: look.textColor(of: group.color),
            rows: rows.map { (name: $0.0, cells: $0.1) })
    }

    /// Puts the patients that sums of weights rest on under these.
    private func addHeads(
        _ heads: KaplanMeierPanel.Heads, to rows: inout [(String?, [String])], kind: KaplanMeierPlan.RiskTableKind
    ) {
        func cells(_ values: [Double]) -> [String] { values.map { style.number($0, decimals: 0) } }
        let names = words.riskTableRows
        switch kind {
        case .none: break
        case .kmunicate: rows.append((names.unweightedAtRisk, cells(heads.atRisk)))
        case .atRisk, .atRiskEvents:
            let atRisk = cells(heads.atRisk)
            rows = [
                (names.weighted, rows[0].1),
                (names.unweighted, kind == .atRisk ? atRisk : Self.withEvents(atRisk, cells(heads.events))),
            ]
        }
    }

    private static func withEvents(_ atRisk: [String], _ events: [String]) -> [String] {
        zip(atRisk, events).map { "\($0) (\($1))" }
    }

    /// A panel as it is read aloud: its letter, endpoint, title, groups and comparisons.
    func spoken(letter: String?, endpoint: String, title: String?, parts: [String]) -> String {
        let head = letter.map { "\(words.spokenPanel($0)) " } ?? ""
        let title = title.flatMap { $0 == endpoint ? nil : " (\($0))" } ?? ""
        return "\(head)\(endpoint)\(title): \(parts.joined(separator: "; "))."
    }

    /// What the foot of the page explains: abbreviations that the keys print, and what hazard ratios compare.
    func notes(of panels: [CurvePanelContent], isSynthetic: Bool) -> PageNotes {
        let texts = panels.flatMap(\.keyTexts)
        var directions: [HazardRatioDirection] = []
        for direction in panels.compactMap(\.direction) where !directions.contains(direction) {
            directions.append(direction)
        }
        // Where the note names what a ratio compares, it says what the abbreviation stands for.
        let hasRatios = panels.flatMap(\.heads).contains { $0.name == KeyRatios.headName } && directions.isEmpty
        let abbreviations = Abbreviation.allCases.filter { abbreviation in
            let printed: String? =
                switch abbreviation {
                case .confidenceInterval: style.numbers.confidenceInterval
                case .notEstimable: style.numbers.notEstimable
                case .notReached: style.numbers.notReached
                default: nil
                }
            if abbreviation == .hazardRatio { return hasRatios }
            return printed.map { text in texts.contains { $0.contains(text) } } ?? false
        }
        // One direction in all panels needs no letters.
        if directions.allSatisfy({ $0.group == directions[0].group && $0.reference == directions[0].reference }) {
            directions = directions.prefix(1).map {
                HazardRatioDirection(letter: nil, group: $0.group, reference: $0.reference)
            }
        }
        return PageNotes(
            notes: (abbreviations.isEmpty ? [] : [words.abbreviations(abbreviations, of: [], in: style)])
                + (directions.isEmpty ? [] : [words.hazardRatioDirections(directions)]) + stratified(panels),
            remark: isSynthetic ? words.syntheticDataRemark : nil)
    }

    /// By what hazard ratios are stratified; with the letters of the panels where that is not the same in all.
    private func stratified(_ panels: [CurvePanelContent]) -> [String] {
        var strata: [[String]] = []
        for panel in panels where !panel.strata.isEmpty && !strata.contains(panel.strata) {
            strata.append(panel.strata)
        }
        let isSameInAll = panels.allSatisfy { $0.strata == panels[0].strata }
        return strata.map { names in
            let letters = isSameInAll ? [] : panels.filter { $0.strata == names }.compactMap(\.letter)
            return words.stratifiedRatios(by: names, inPanels: letters)
        }
    }

    /// The panels as they are read aloud, one after the other.
    func alternativeText(_ opening: String, of panels: [CurvePanelContent], isSynthetic: Bool) -> String {
        ([opening] + panels.map(\.spoken) + (isSynthetic ? [words.spokenSyntheticData] : []))
            .joined(separator: " ")
    }
}

/// A ratio of two groups' hazards as a figure prints it.
struct PrintedHazardRatio {
    /// The line under the key.
    var statement: String
    var direction: HazardRatioDirection
    /// The ratio as it is read aloud.
    var spoken: String

    /// - Parameters:
    ///   - estimate: The ratio with its interval.
    ///   - column: Which level it compares with which.
    ///   - groups: The groups' values and how they are printed.
    ///   - letter: The panel's letter.
    ///   - writing: How it is written.
    ///   - isSubdistribution: Whether the hazards are of the subdistribution.
    init(
        _ estimate: Estimate, of column: ColumnIdentity, groups: [(id: String, label: String)], letter: String?,
        writing: CurveWriting, isSubdistribution: Bool
    ) {
        func label(_ id: String?) -> String { groups.first { $0.id == id }?.label ?? id ?? "" }
        let (style, words) = (writing.style, writing.words)
        let direction = HazardRatioDirection(
            letter: letter, group: label(column.parts.first?.level), reference: label(column.parts.first?.reference))
        let intervalName = style.confidenceLabel(estimate.level)
        let ratio =
            estimate.isWithheld ? PrivacyProtection.mark : estimate.value.map { style.ratio($0, of: estimate) }
        self.direction = direction
        let interval = (
            name: style.confidenceNameInSentence(estimate.level),
            limits: estimate.isWithheld ? PrivacyProtection.mark : style.ratioInterval(of: estimate)
        )
        statement =
            isSubdistribution
            ? words.subdistributionStatement(ratio, interval: interval)
            : words.hazardRatioStatement(ratio, interval: interval)
        let name = words.spokenHazardRatio(of: direction, isSubdistribution: isSubdistribution)
        let limits = estimate.interval.map {
            (lower: style.ratio($0.lower, of: estimate), upper: style.ratio($0.upper, of: estimate))
        }
        spoken =
            ratio.map { words.spokenEffect(of: name, ratio: $0, interval: intervalName, limits: limits) }
            ?? words.spokenNotEstimable(name)
    }
}
