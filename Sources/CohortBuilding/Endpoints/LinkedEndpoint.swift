internal import Diagnostics
internal import StudyFiles

extension EndpointBuilder {
    /// Time and status of an endpoint whose columns are in a linked file, which has at most one row for each patient.
    func values(of endpoint: Endpoint, in table: DataTable) -> EndpointValues? {
        guard let link = table.declaration.patient.flatMap({ table.column($0.value) }),
            let key = self.names.patients.declaration.key.flatMap({ self.names.patients.column($0.value) })
        else { return nil }
        // Names that mean nothing were reported, and would leave every patient without a row.
        let names = endpoint.columns + (table.declaration.condition?.names ?? [])
        guard names.allSatisfy({ table.column($0.value) != nil }) else { return nil }
        let records = records(of: table, linkedBy: link, endpoint)
        var (patients, recordRows): ([Int], [Int]) = ([], [])
        for (index, row) in rows.rows.enumerated() {
            guard let text = key[row] else { continue }
            if let record = records[text] {
                patients.append(index)
                recordRows.append(record)
            } else {
                reporter.report(
                    Diagnostic(
                        .noFollowUp, severity: .warning, at: key.location(row),
                        "\(quoted(text)) has no row in '\(endpoint.file?.value ?? "")', so that the patient has no follow-up",
                        notes: [.init("the time of '\(endpoint.name.value)' counts as missing")]))
            }
        }
        var builder = EndpointBuilder(
            names: self.names, rows: PatientRows(table: table, rows: recordRows), tables: [], reporter: reporter)
        return builder.values(of: endpoint)?.scattered(to: patients, of: rows.count)
    }

    /// Each patient's row; a second one is an error.
    private func records(of table: DataTable, linkedBy link: DataColumn, _ endpoint: Endpoint) -> [String: Int] {
        var records: [String: Int] = [:]
        for row in 0..<table.rowCount {
            // A row without a patient was reported with those of nobody.
            guard let text = link[row] else { continue }
            guard let first = records[text] else {
                records[text] = row
                continue
            }
            reporter.report(
                Diagnostic(
                    .duplicateKey, at: link.location(row),
                    "'\(link.name)' must be unique for endpoint '\(endpoint.name.value)', found \(quoted(text)) again",
                    notes: [.init("it stands first here", at: link.location(first))],
                    help: ["choose one row a patient by 'where' in data.\(table.declaration.name.value)"]))
        }
        return records
    }
}

extension EndpointValues {
    /// The values of some patients, by their index among all; the others have none.
    fileprivate func scattered(to patients: [Int], of count: Int) -> EndpointValues {
        var all = EndpointValues(
            time: NumberValues(repeating: nil, count: count), status: Array(repeating: nil, count: count),
            timeUnit: timeUnit,
            entry: entry.map { _ in NumberValues(repeating: nil, count: count) })
        for (index, patient) in patients.enumerated() {
            all.time[patient] = time[index]
            all.status[patient] = status[index]
            if let entry { all.entry?[patient] = entry[index] }
        }
        return all
    }
}
