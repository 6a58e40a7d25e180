import Diagnostics

extension StudyReader {
    /// A data file whose rows a database gives; nil, with messages, where its keys do not say what to read.
    func databaseTable(named name: Located<String>, from fields: Fields) -> DataFile? {
        let source = fields.text("source")
        let address = source.flatMap(address)
        guard fields.gives("table") || fields.gives("query") else {
            report(
                Diagnostic(
                    .missingKey, at: fields.place(of: "source"), "\(fields.owner) needs 'table' or 'query'",
                    help: ["add 'table: schema.table', or 'query: SELECT …'"]))
            return nil
        }
        // Without 'source' it was said that 'file' is needed.
        guard let source, let address else { return nil }
        guard
            let rows = fields.text("table").map(DatabaseTable.Rows.table)
                ?? fields.text("query").map(DatabaseTable.Rows.query)
        else { return nil }
        let what =
            switch rows {
            case .table(let table): table.value
            case .query: "query '\(name.value)'"
            }
        return DataFile(
            name: name, path: Located("\(what) of \(address.place)", at: rows.text.location), key: fields.text("key"),
            patient: fields.text("patient"), delimiter: UInt8(ascii: ","),
            missingCodes: fields.texts("missing").map(\.value), condition: fields.expression("where"),
            database: DatabaseTable(
                source: source, rows: rows, timeout: fields.defaultedWholeNumber("timeout"),
                pushDown: fields.choice("push_down", as: DatabaseTable.PushDown.self)))
    }

    private func address(_ source: Located<String>) -> DatabaseAddress? {
        guard let address = DatabaseAddress(source.value) else {
            report(
                Diagnostic(
                    .wrongType, at: source.location,
                    "expected the address of a database for 'source', found '\(source.value)'",
                    help: ["write it as postgres://host/database"]))
            return nil
        }
        guard !address.holdsPassword else {
            report(
                Diagnostic(
                    .passwordInStudy, at: source.location, "'source' must not hold a password",
                    help: [
                        "give it in PGPASSWORD, in ~/.pgpass or in a service file",
                        "whoever has seen this file knows the password: have it changed",
                    ]))
            return nil
        }
        return address
    }
}
