internal import StudyFiles

/// Makes time and status of each endpoint.
struct EndpointBuilder {
    let names: StudyNames
    let rows: PatientRows
    let reporter: FaultReporter
    /// Date columns read so far; several endpoints share them.
    private var dates: [String: DateEndpoint.DateColumn] = [:]

    init(names: StudyNames, rows: PatientRows, reporter: FaultReporter) {
        self.names = names
        self.rows = rows
        self.reporter = reporter
    }

    /// The values of each endpoint whose columns exist, by its name.
    mutating func endpoints() -> [String: EndpointValues] {
        var endpoints: [String: EndpointValues] = [:]
        for endpoint in names.study.endpoints {
            endpoints[endpoint.name.value] = values(of: endpoint)
        }
        return endpoints
    }

    /// The first and last start of the first endpoint that is made of dates.
    var firstAndLastStart: (first: CalendarDay, last: CalendarDay)? {
        for endpoint in names.study.endpoints {
            guard case .dates(let start, _, _, _) = endpoint.source else { continue }
            let days = dates[start.value]?.days.compactMap { $0 } ?? []
            guard let first = days.min(), let last = days.max() else { return nil }
            return (first, last)
        }
        return nil
    }

    private mutating func values(of endpoint: Endpoint) -> EndpointValues? {
        switch endpoint.source {
        case .dates(let start, let events, _, let censoring):
            let eventDates = events.compactMap { date($0) }
            guard let start = date(start), eventDates.count == events.count, let censoring = date(censoring) else {
                return nil
            }
            let cutoff = endpoint.cutoff ?? names.study.cutoff
            return DateEndpoint(
                start: start, events: eventDates, censoring: censoring, cutoff: cutoff, reporter: reporter
            ).values(rows)
        case .columns(let time, let timeUnit, let status, let codes):
            guard let time = names.patients.column(time.value), let status = names.patients.column(status.value) else {
                return nil
            }
            return ColumnEndpoint(
                endpoint: endpoint, time: time, timeUnit: timeUnit, status: status, codes: codes, reporter: reporter
            ).values(rows)
        }
    }

    private mutating func date(_ name: Located<String>) -> DateEndpoint.DateColumn? {
        if let known = dates[name.value] { return known }
        guard let column = names.patients.column(name.value) else { return nil }
        let made = DateEndpoint.DateColumn(column: column, days: rows.days(column, reporter))
        dates[name.value] = made
        return made
    }
}
