import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// Works out the bars of a swimmer plot.
struct SwimmerAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The bars; nil, with a message, where groups or responses cannot be formed or nobody has a time.
    ///
    /// An event of another endpoint is marked where it happened before the bar's end: at the end itself it would be the
    /// event that ends the bar, as a death ends progression-free survival too.
    func figure(for plan: SwimmerFigurePlan, reporting sink: DiagnosticSink) -> SwimmerPlot? {
        guard let endpoint = context.endpoint(named: plan.endpoint.value),
            let values = context.cohort.endpoints[plan.endpoint.value],
            let grouped = context.countable(by: plan.by, in: plan.population, reporting: sink)
        else { return nil }
        var response: CategoricalValues?
        if let name = plan.response {
            guard let levels = context.response(named: name, reporting: sink) else { return nil }
            response = levels
        }
        let marked = plan.events.compactMap { name in
            context.endpoint(named: name.value).flatMap { endpoint in
                context.cohort.endpoints[name.value].map {
                    (endpoint, TimesInUnit($0, unit: endpoint.unit))
                }
            }
        }
        let own = TimesInUnit(values, unit: endpoint.unit)
        let groups = grouped.groups.map { group in
            bars(of: group, own, marked.map { $0.1.converted(to: endpoint.unit) }, response)
        }
        let all = groups.flatMap(\.bars)
        guard let longest = all.map(\.time).max() else {
            sink.emit(
                Diagnostic(
                    .nothingToDraw, severity: .warning, at: plan.endpoint.location,
                    "no courses of '\(plan.endpoint.value)' can be drawn: nobody has a time",
                    help: ["choose another endpoint or population, or delete the figure"]))
            return nil
        }
        return SwimmerPlot(
            endpoint: plan.endpoint.value, endLabel: endpoint.printedShort, unit: endpoint.unit,
            breaks: timeBreaks(until: longest, in: endpoint.unit),
            marks: marked.enumerated().map { index, pair in
                SwimmerPlot.Mark(
                    endpoint: pair.0.name.value, label: pair.0.printedShort, n: all.count { $0.marks[index] != nil })
            },
            responseLabel: plan.response.map { context.label(of: $0.value) },
            responses: response?.levels.map { PlotLevel(id: $0.id, label: $0.label) } ?? [],
            groups: groups,
            population: grouped.population.id)
    }

    private func bars(
        of group: PatientGroup, _ own: TimesInUnit, _ marked: [TimesInUnit],
        _ response: CategoricalValues?
    ) -> SwimmerPlot.Group {
        let bars = group.patients.compactMap { patient -> SwimmerPlot.Bar? in
            guard let time = own.time(of: patient) else { return nil }
            let marks = marked.map { times -> Double? in
                // Times of the same day differ in their last digits where their units differ.
                times.event(of: patient).flatMap { $0 < time - 1e-9 * max(1, time) ? $0 : nil }
            }
            return SwimmerPlot.Bar(
                time: time, endsWithEvent: own.event(of: patient) != nil, marks: marks,
                response: response?.codes[patient])
        }
        return SwimmerPlot.Group(
            id: group.id, label: group.label, bars: bars.sorted { $0.precedes($1) },
            events: bars.count(where: \.endsWithEvent), missing: group.patients.count - bars.count)
    }
}

extension Endpoint {
    /// The abbreviation; the label instead of a name in capitals that is none, such as `PROGRESSION`.
    fileprivate var printedShort: String {
        name.value.count > 4 && short == name.value.uppercased() ? label : short
    }
}

/// The times of an endpoint in the unit in which they are shown.
private struct TimesInUnit {
    private let values: EndpointValues
    private let perUnit: Double

    init(_ values: EndpointValues, unit: TimeUnit) {
        self.values = values
        perUnit = unit.days / values.timeUnit.days
    }

    func time(of patient: Int) -> Double? { values.time[patient].map { $0 / perUnit } }

    func event(of patient: Int) -> Double? {
        values.status[patient] == .event ? time(of: patient) : nil
    }

    /// The same times in another unit.
    func converted(to unit: TimeUnit) -> TimesInUnit { TimesInUnit(values, unit: unit) }
}

extension SwimmerPlot.Bar {
    /// Whether a bar stands above another: the longer one, then by all else that is drawn of them, so that bars that
    /// look different never change places with the order of the data.
    fileprivate func precedes(_ other: SwimmerPlot.Bar) -> Bool {
        if time != other.time { return time > other.time }
        if endsWithEvent != other.endsWithEvent { return !endsWithEvent }
        for (own, its) in zip(marks, other.marks) where own != its {
            return (own ?? .infinity) > (its ?? .infinity)
        }
        return (response ?? .max) < (other.response ?? .max)
    }
}

extension AnalysisContext {
    /// The levels of a response; nil, with a message, where it has none.
    func response(named name: Located<String>, reporting sink: DiagnosticSink) -> CategoricalValues? {
        if case .categorical(let values)? = values(of: name.value) { return values }
        sink.emit(
            Diagnostic(
                .wrongType, at: name.location, "response '\(name.value)' must be categorical",
                help: ["declare its levels: \(name.value): { levels: [CR, PR, SD, PD] }"]))
        return nil
    }
}
