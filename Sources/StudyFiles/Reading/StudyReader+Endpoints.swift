import Diagnostics
import Results

extension StudyReader {
    func endpoint(named name: Located<String>, from fields: Fields) -> Endpoint? {
        let file = fields.text("source").flatMap { $0.value == "patients" ? nil : $0 }
        checkLink(of: file)
        guard let source = endpointSource(from: fields) else { return nil }
        let defaultUnit =
            switch source {
            case .dates: TimeUnit.months
            case .columns(_, let timeUnit, _, _): timeUnit
            }
        return Endpoint(
            name: name, label: fields.text("label")?.value ?? endpointLabel(name.value),
            short: fields.text("short")?.value ?? name.value.uppercased(), source: source,
            unit: fields.optionalChoice("unit", as: TimeUnit.self) ?? defaultUnit,
            landmarks: fields.numbers("at").map(\.number), entry: fields.text("entry"),
            restrictedMean: fields.locatedNumber("restricted_mean"), strata: fields.texts("strata"),
            tests: fields.texts("tests").compactMap { Endpoint.GroupTest($0.value) }, cutoff: fields.date("cutoff"),
            file: file)
    }

    /// Rows of a file that isn't linked to patients are nobody's times.
    private func checkLink(of file: Located<String>?) {
        guard let file, let fields = declaration(of: file, as: .dataFile), !fields.gives("patient") else { return }
        report(
            Diagnostic(
                .missingKey, at: fields.location, "data file '\(file.value)' needs 'patient'",
                notes: [.init("an endpoint takes its columns here", at: file.location)],
                help: ["add 'patient: id', the column that holds the patient's key"]))
    }

    /// `os` is an abbreviation and stays one; a longer name is words.
    private func endpointLabel(_ name: String) -> String {
        name.count <= 4 ? name.uppercased() : inWords(name)
    }

    /// Nil where keys are missing or at fault, which was reported.
    private func endpointSource(from fields: Fields) -> Endpoint.Source? {
        let (events, competing) = (fields.texts("event"), fields.texts("competing"))
        for column in competing {
            guard let event = events.first(where: { $0.value == column.value }) else { continue }
            report(
                Diagnostic(
                    .conflictingKeys, at: column.location, "'\(column.value)' can't be in 'event' and in 'competing'",
                    notes: [.init("it is an event here", at: event.location)], help: ["delete one or the other"]))
        }
        let codes = statusCodes(from: fields)
        let timeUnit = fields.choice("time_unit", as: TimeUnit.self)
        if let start = fields.text("from"), !events.isEmpty, let censoring = fields.text("censor") {
            return .dates(start: start, events: events, competing: competing, censoring: censoring)
        }
        if let time = fields.text("time"), let status = fields.text("status"), !codes.isEmpty {
            return .columns(time: time, timeUnit: timeUnit, status: status, codes: codes)
        }
        return nil
    }

    private func statusCodes(from fields: Fields) -> [Endpoint.StatusCode] {
        let entries = fields.entries("codes")
        let codes = fields.namedTexts("codes").compactMap { raw, status in
            Endpoint.Status(rawValue: status.value).map { Endpoint.StatusCode(raw: raw, status: $0) }
        }
        if !codes.isEmpty, codes.count == entries.count, !codes.contains(where: { $0.status == .event }) {
            report(
                Diagnostic(
                    .missingKey, at: fields.place(of: "codes"), "\(fields.owner) needs a code for 'event'",
                    help: ["add 'TEXT: event' for each text of the status column that means an event"]))
        }
        return codes
    }
}
