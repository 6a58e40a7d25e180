internal import Diagnostics
internal import Results
internal import StudyFiles

/// An endpoint read from a column of times and a column of declared status codes.
///
/// Where either is missing, the patient has neither. A negative time is an error, a time of 0 is kept with a warning;
/// with an entry it counts as missing.
/// An entry before the start is the start; a missing entry leaves the patient no time, and one at or after the time is an
/// error: the patient was never observed.
struct ColumnEndpoint {
    let endpoint: Endpoint
    let time: DataColumn
    let timeUnit: TimeUnit
    let status: DataColumn
    let codes: [Endpoint.StatusCode]
    /// When observation began; nil where it began at the start.
    let entry: DataColumn?
    let reporter: FaultReporter

    /// Time and status of each row.
    func values(_ rows: PatientRows) -> EndpointValues {
        let coding = LevelCoding(
            codes: codes.map { Variable.Code(raw: $0.raw, level: $0.status.rawValue) },
            levels: Endpoint.Status.allCases.map { Located($0.rawValue, at: endpoint.name.location) }, name: "codes",
            key: "")
        var values = EndpointValues(time: [], status: [], timeUnit: timeUnit, entry: entry.map { _ in [] })
        if entry == nil, let sound = soundValues(rows, coding) { return sound }
        for row in rows.rows {
            var (time, status) = (self.time(row), self.status(row, coding))
            if time == nil || status == nil { (time, status) = (nil, nil) }
            if let entry {
                let number = time.flatMap { beginning(entry, row, before: $0) }
                if number == nil { (time, status) = (nil, nil) }
                values.entry?.append(number)
            }
            values.time.append(time)
            values.status.append(status)
        }
        return values
    }

    /// The values where there is nothing to say of any row: every time is a number above 0, every status coded.
    private func soundValues(_ rows: PatientRows, _ coding: LevelCoding) -> EndpointValues? {
        let statuses = coding.levels.map { level -> EndpointValues.Status in
            switch level {
            case Endpoint.Status.event.rawValue: .event
            case Endpoint.Status.competing.rawValue: .competing
            default: .censored
            }
        }
        let times = rows.mapped(time) { $0.flatMap { NumberCell($0)?.value } ?? .nan }
        guard times.allSatisfy({ $0 > 0 }) else { return nil }
        let codes = rows.mapped(status) { $0.flatMap { coding.code(of: $0) }.map { statuses[$0] } }
        return codes.contains(nil)
            ? nil : EndpointValues(time: NumberValues(numbers: times), status: codes, timeUnit: timeUnit)
    }

    /// When a patient came under observation; nil, with a message, where that is not known or not before the time.
    private func beginning(_ entry: DataColumn, _ row: Int, before time: Double) -> Double? {
        guard entry[row] != nil else {
            warnOfNoFollowUp(entry, row, "is missing", note: "the time counts as missing")
            return nil
        }
        guard let number = entry.number(row, reporter) else { return nil }
        // A time of 0 has its message, and holds no observation.
        if number.value < time { return time > 0 ? max(0, number.value) : nil }
        reporter.report(
            Diagnostic(
                .negativeTime, at: entry.location(row),
                "'\(entry.name)' must be below '\(self.time.name)', found \(quoted(entry[row] ?? ""))",
                notes: [
                    .init("'\(self.time.name)' is \(quoted(self.time[row] ?? "")) here", at: self.time.location(row))
                ],
                help: ["correct the cell, or leave the patient out by an exclusion"]))
        return nil
    }

    private func time(_ row: Int) -> Double? {
        guard time[row] != nil else {
            warnOfNoFollowUp(time, row, "is missing", note: "the time counts as missing")
            return nil
        }
        guard let number = time.number(row, reporter) else { return nil }
        if number.value == 0 {
            warnOfNoFollowUp(
                time, row, "is 0", note: entry == nil ? "the time of 0 is kept" : "the time counts as missing")
        }
        if number.value >= 0 { return number.value }
        reporter.report(
            Diagnostic(
                .negativeTime, at: time.location(row),
                "'\(time.name)' must be 0 or more, found \(quoted(time[row] ?? ""))",
                help: ["correct the cell, or leave the patient out by an exclusion"] + helpForCode(number.value, row)))
        return nil
    }

    private func helpForCode(_ number: Double, _ row: Int) -> [String] {
        guard LikelyCodes.hasFormOfCode(number) else { return [] }
        let text = quoted(time.table.text(row: row, column: time.index))
        return ["add \(text) to \(time.table.missingKey) if it stands for a missing value"]
    }

    private func status(_ row: Int, _ coding: LevelCoding) -> EndpointValues.Status? {
        guard let text = status[row] else {
            warnOfNoFollowUp(status, row, "is missing", note: "the time counts as missing")
            return nil
        }
        switch coding.code(of: text).map({ coding.levels[$0] }) {
        case Endpoint.Status.event.rawValue: return .event
        case Endpoint.Status.competing.rawValue: return .competing
        case Endpoint.Status.censored.rawValue: return .censored
        default:
            let declared = codes.map { "\(quoted($0.raw.value)) = \($0.status.rawValue)" }.joined(separator: ", ")
            let shown = quoted(text).dropFirst().dropLast()
            reporter.report(
                Diagnostic(
                    .undeclaredCode, at: status.location(row),
                    "'\(status.name)' must be coded by the study file, found \(quoted(text))",
                    notes: [.init("declared codes are \(declared)", at: codes.first?.raw.location)],
                    help: [
                        "add '\(shown): event' or '\(shown): censored' to endpoints.\(endpoint.name.value).codes, "
                            + "or correct the cell"
                    ]))
            return nil
        }
    }

    private func warnOfNoFollowUp(_ column: DataColumn, _ row: Int, _ state: String, note: String) {
        reporter.report(
            Diagnostic(
                .noFollowUp, severity: .warning, at: column.location(row),
                "'\(column.name)' \(state), so that the patient has no follow-up", notes: [.init(note)]))
    }
}
