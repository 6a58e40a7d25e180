internal import StudyFiles

/// The expressions by which a database groups patients.
///
/// They are made of comparisons, CASE, casts between numbers and differences of days only: what PostgreSQL's foreign tables,
/// and so its shards, compute where the rows are.
struct CountingSQL {
    let columns: [String: DatabaseConnection.Column]
    let missingCodes: [String]

    /// A column's value, as far as a table of counts must tell values apart.
    func expression(_ name: String, _ use: ColumnUse) -> String {
        guard let column = columns[name] else { return "NULL" }
        if !use.isWhole, TypeNumber.numbers.contains(column.type) {
            return interval(column, use.points)
        }
        return CellTexts(origin: "", columns: []).text(of: column)
    }

    /// A number that stands for the interval of a value between some points.
    private func interval(_ column: DatabaseConnection.Column, _ points: [Double: Bool]) -> String {
        let value = "CAST(\(name(column)) AS float8)"
        var cases = ["WHEN \(name(column)) IS NULL THEN NULL"]
        let codes = missingCodes.compactMap(Double.init)
        if !codes.isEmpty {
            cases.append("WHEN \(value) IN (\(codes.map(number).joined(separator: ", "))) THEN NULL")
        }
        // What is no number stays none, so that it is reported.
        if !TypeNumber.wholeNumbers.contains(column.type) {
            cases.append("WHEN \(value) IN ('NaN', 'Infinity', '-Infinity') THEN CAST('NaN' AS float8)")
        }
        let sorted = points.keys.sorted()
        for (index, point) in sorted.enumerated() {
            let before = index == 0 ? point - 1 : inside(sorted[index - 1], point, points)
            cases.append("WHEN \(value) < \(number(point)) THEN \(number(before))")
            if points[point] == true {
                cases.append("WHEN \(value) = \(number(point)) THEN \(number(point))")
            }
        }
        let last = sorted.last.map { inside($0, $0 + 2, points) } ?? 0
        return "CASE \(cases.joined(separator: " ")) ELSE \(number(last)) END"
    }

    /// A number of the interval that begins at a point; the point itself where it is no interval of its own.
    private func inside(_ point: Double, _ next: Double, _ points: [Double: Bool]) -> Double {
        points[point] == true ? point + (next - point) / 2 : point
    }

    private func number(_ value: Double) -> String { "CAST(\(quotedText("\(value)")) AS float8)" }

    private func name(_ column: DatabaseConnection.Column) -> String {
        "d.\(quotedName(column.name))"
    }

    /// Time in days and status (1 the event, 0 censored) of an endpoint made of dates; a time of −1 where the dates
    /// cannot be, which is reported when the rows are read.
    func timeAndStatus(
        start: String, events: [String], censoring: String, cutoff: CalendarDay?
    ) -> (time: String, status: String) {
        let (start, last) = (column(start), column(censoring))
        let events = events.map(column)
        let limit = cutoff.map { "DATE '\($0.iso)'" }
        let counted = events.map { event in
            limit.map { "CASE WHEN \(event) <= \($0) THEN \(event) END" } ?? event
        }
        let event = earliest(counted)
        let any = earliest(events)
        let contact = "CASE WHEN \(any) IS NOT NULL THEN \(any) ELSE \(last) END"
        let observed =
            limit.map { "CASE WHEN \(contact) > \($0) THEN \($0) ELSE \(contact) END" } ?? contact
        let end = "CASE WHEN \(event) IS NOT NULL THEN \(event) ELSE \(observed) END"
        let impossible =
            ((events + [last]).map { "\($0) < \(start)" } + (limit.map { ["\(start) > \($0)"] } ?? []))
            .joined(separator: " OR ")
        return (
            "CASE WHEN \(impossible) THEN -1 ELSE (\(end)) - \(start) END",
            "CASE WHEN \(start) IS NULL OR (\(end)) IS NULL THEN NULL WHEN (\(event)) IS NOT NULL THEN 1 ELSE 0 END"
        )
    }

    func column(_ name: String) -> String { "d.\(quotedName(name))" }

    /// The earliest of some days that are known.
    private func earliest(_ days: [String]) -> String {
        guard let first = days.first else { return "CAST(NULL AS date)" }
        return days.dropFirst().reduce("(\(first))") { known, day in
            "(CASE WHEN \(known) IS NULL THEN (\(day)) WHEN (\(day)) IS NULL OR \(known) <= (\(day)) THEN \(known) ELSE (\(day)) END)"
        }
    }
}
