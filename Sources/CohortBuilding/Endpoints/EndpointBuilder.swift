internal import StudyFiles

/// Makes time and status of each endpoint.
struct EndpointBuilder {
    let names: StudyNames
    let rows: PatientRows
    /// The files that endpoints may come from, beside the patients'.
    let tables: [DataTable]
    let reporter: FaultReporter
    /// Date columns read so far; several endpoints share them.
    private var dates: [String: DateEndpoint.DateColumn] = [:]

    init(names: StudyNames, rows: PatientRows, tables: [DataTable], reporter: FaultReporter) {
        self.names = names
        self.rows = rows
        self.tables = tables
        self.reporter = reporter
    }

    /// The values of each endpoint whose columns exist, by its name.
    mutating func endpoints() -> [String: EndpointValues] {
        var endpoints: [String: EndpointValues] = [:]
        for endpoint in names.study.endpoints {
            let file = endpoint.file?.value
            endpoints[endpoint.name.value] =
                file == nil
                ? values(of: endpoint)
                : tables.first { $0.declaration.name.value == file }.flatMap { values(of: endpoint, in: $0) }
        }
        return endpoints
    }

    /// The first and last start of the first endpoint that is made of dates.
    var firstAndLastStart: (first: CalendarDay, last: CalendarDay)? {
        for endpoint in names.study.endpoints where endpoint.file == nil {
            guard case .dates(let start, _, _, _) = endpoint.source else { continue }
            let days = dates[start.value]?.days.compactMap { $0 } ?? []
            guard let first = days.min(), let last = days.max() else { return nil }
            return (first, last)
        }
        return nil
    }

    mutating func values(of endpoint: Endpoint) -> EndpointValues? {
        switch endpoint.source {
        case .dates(let start, let events, let competing, let censoring):
            // Columns that do not exist were reported at their names.
            guard let events = dates(events), let competing = dates(competing), let start = date(start),
                let censoring = date(censoring), let entry = dates([endpoint.entry].compactMap { $0 })
            else { return nil }
            return DateEndpoint(
                start: start, events: events, competing: competing, censoring: censoring, entry: entry.first,
                cutoff: endpoint.cutoff ?? names.study.cutoff, reporter: reporter
            ).values(rows)
        case .columns(let time, let timeUnit, let status, let codes):
            let entry = endpoint.entry.map { rows.table.column($0.value) }
            guard let time = rows.table.column(time.value), let status = rows.table.column(status.value),
                entry.map({ $0 != nil }) != false
            else { return nil }
            return ColumnEndpoint(
                endpoint: endpoint, time: time, timeUnit: timeUnit, status: status, codes: codes,
                entry: entry ?? nil, reporter: reporter
            ).values(rows)
        }
    }

    /// The columns of some names; nil where one does not exist.
    private mutating func dates(_ names: [Located<String>]) -> [DateEndpoint.DateColumn]? {
        let known = names.compactMap { date($0) }
        return known.count == names.count ? known : nil
    }

    private mutating func date(_ name: Located<String>) -> DateEndpoint.DateColumn? {
        if let known = dates[name.value] { return known }
        guard let column = rows.table.column(name.value) else { return nil }
        let made = DateEndpoint.DateColumn(column: column, days: rows.days(column, reporter))
        dates[name.value] = made
        return made
    }
}
