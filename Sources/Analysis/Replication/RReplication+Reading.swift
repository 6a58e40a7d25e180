import CohortBuilding
import Results
import StudyFiles

/// How R reads the patients' file, whatever its form, as texts like ours.
extension RReplication {
    mutating func writeReading() {
        guard let file = study.dataFiles.first(where: { $0.name.value == "patients" }) else { return }
        let logs = study.figures.compactMap { figure in
            if case .flow(let plan) = figure.kind { plan.source?.value } else { nil }
        }
        let linked =
            study.endpoints.compactMap { $0.file?.value } + adverseEventPlans.map(\.plan.source.value) + logs
        let read = study.dataFiles.filter { $0.name.value == "patients" || linked.contains($0.name.value) }
        if read.contains(where: { $0.format != .text }) { add(Self.cellsHelper) }
        if read.contains(where: { $0.database != nil }) { add(Self.databaseHelper) }
        writeRows(of: file)
    }

    /// Reads a file into `d`, its cells in the program's own form, and of its rows those that the study takes.
    mutating func writeRows(of file: DataFile) {
        add("d <- \(reading(file))")
        for line in inPlainForm(file.forms) { add(line) }
        if let condition = file.condition {
            let numbers = condition.numericNames
            let chosen = condition.inR(isNumber: numbers.contains)
            let read = numbers.sorted().map { "\(rColumn($0)) <- as.numeric(\(rColumn($0))); " }.joined()
            add("d <- d[\(read.isEmpty ? chosen : "local({ \(read)\(chosen) })") %in% TRUE, , drop = FALSE]")
        }
        // Two data sets can be of one file, each with rows of its own.
        if let read = results.provenance.inputs.first(where: {
            $0.role == file.name.value && $0.path == file.path.value
        }) {
            compare("Rows of \(oneLine(file.path.value))", "nrow(d)", read.rows.map(Double.init))
        }
    }

    /// Begins an endpoint whose columns are in a linked file: `d` is that file's rows, one for each patient.
    mutating func beginLinked(_ name: String) -> Bool {
        guard let file = study.dataFiles.first(where: { $0.name.value == name }), let link = file.patient?.value,
            let key = study.dataFiles.first(where: { $0.name.value == "patients" })?.key?.value
        else { return false }
        add("patients_read <- d")
        writeRows(of: file)
        add("d <- d[match(patients_read[[\(rText(key))]], \(rColumn(link))), , drop = FALSE]")
        return true
    }

    /// Gives the endpoint that was made to the patients.
    mutating func endLinked(_ endpoint: Endpoint) {
        for part in ["time", "status"] + (endpoint.entry == nil ? [] : ["entry"]) {
            let column = rText("\(part) \(endpoint.name.value)")
            add("patients_read[[\(column)]] <- d[[\(column)]]")
        }
        add("d <- patients_read")
    }

    /// R's words for reading a file as texts.
    private func reading(_ file: DataFile) -> String {
        let read = cohort.report.files.first { $0.name == file.name.value }
        let path = rText(file.path.value)
        let missing = rTexts(file.missingCodes)
        let key = file.key.map { rText($0.value) } ?? "NULL"
        let place = "file.path(folder, \(path))"
        if let database = file.database {
            let rows = "from_database(\(rText(database.source.value)), \(rText(database.statement ?? "")))"
            return "patients(\(rows), \",\", \(missing), \(key))"
        }
        if file.format == .text {
            let delimiter = String(Unicode.Scalar(read?.delimiter ?? file.delimiter ?? UInt8(ascii: ",")))
            let encoding = read?.encoding ?? .utf8
            let name = encoding == .utf8 ? "" : ", \(rText(encoding.systemName))"
            return "patients(\(path), \(rText(delimiter)), \(missing), \(key)\(name))"
        }
        let labels = file.values == .labels ? "TRUE" : "FALSE"
        let source =
            switch file.format {
            case .text: ""
            case .workbook: "readxl::read_excel(\(place), sheet = \(rText(read?.part ?? "")), guess_max = 1e6)"
            case .spss where file.path.value.lowercased().contains(".por"): "haven::read_por(\(place))"
            case .spss: "haven::read_sav(\(place))"
            case .stata: "haven::read_dta(\(place))"
            case .sas:
                "haven::read_sas(\(place)\(file.catalog.map { ", file.path(folder, \(rText($0.value)))" } ?? ""))"
            case .transport: "haven::read_xpt(\(place))"
            case .database:
                if let query = file.query {
                    "DBI::dbGetQuery(DBI::dbConnect(RSQLite::SQLite(), \(place)), \(rText(query.value)))"
                } else {
                    "DBI::dbReadTable(DBI::dbConnect(RSQLite::SQLite(), \(place)), \(rText(read?.part ?? "")))"
                }
            }
        return "cells(\(source), \(missing), \(key), \(labels))"
    }

    private static let cellsHelper = #"""
        # Every cell as text: dates as YYYY-MM-DD, numbers with 15 digits, labels where every value of a column has one.
        cells <- function(x, missing, key, labels) {
          d <- as.data.frame(lapply(x, function(column) {
            named <- attr(column, "labels")
            if (labels && !is.null(named) && all(is.na(column) | unclass(column) %in% c(named, ""))) {
              text <- names(named)[match(unclass(column), named)]
            } else if (inherits(column, c("Date", "POSIXt"))) {
              text <- format(column, "%Y-%m-%d")
            } else if (is.numeric(column)) {
              text <- ifelse(is.na(column), NA, sprintf("%.15g", as.numeric(column)))
            } else {
              text <- trimws(as.character(column))
            }
            ifelse(text %in% c("", missing), NA, text)
          }), stringsAsFactors = FALSE)
          names(d) <- names(x)
          in_order(d, key)
        }
        """#
}
