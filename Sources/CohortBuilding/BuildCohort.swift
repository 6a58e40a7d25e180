public import DataReading
public import Diagnostics
public import StudyFiles

/// Reads the data files of a study, checks them, and builds its cohort.
///
/// All faults are reported in one run: of the files' form, of the study against the data, and of the data. The order
/// of the rows never matters.
///
/// - Patients are sorted by their key: as numbers if all keys are whole numbers, else by UTF-8 bytes; without a key, by
///   their whole rows.
/// - The exclusions are applied first. Nothing more is checked of a patient who is left out: an exclusion is how a
///   record that cannot be corrected is kept from the analysis.
/// - Cells are trimmed; the empty cell and the file's missing codes are missing. Numbers have a decimal point and no
///   thousands separators; dates are `YYYY-MM-DD`.
/// - Names in conditions and formulas mean variables first, then columns; a variable's own name in its definition
///   means the column, and `arm` the column of the arms.
///
/// - Parameters:
///   - study: The study.
///   - reading: Gives the bytes of a data file by its path as the study names it. What it throws is shown in the
///     message as its description.
///   - streaming: Gives a data file that is large, which is then read part by part; nil where it is not. What it throws is
///     shown as well.
///   - today: The day after which nothing can have been recorded: later days bring a warning. Nil: no such day is known.
///   - sink: Where messages go.
/// - Returns: The cohort, or nil where an error was reported.
public func buildCohort(
    for study: Study, reading: @escaping (String) throws -> [UInt8],
    streaming: (String) throws -> (any StreamedFile)? = { _ in nil }, today: CalendarDay? = nil,
    reporting sink: DiagnosticSink
) -> Cohort? {
    let reporter = FaultReporter(sink)
    let checks = NameChecks(study: study, reporter: reporter)
    let tables = readDataFiles(study.dataFiles, namedIn: study.file, reading: reading, streaming: streaming, reporter)
        .map { $0.withChosenRows(of: study, checks: checks, reporter) }
    for table in tables {
        checks.checkColumns(of: table)
        table.checkKeys(reporter)
    }
    guard let patients = tables.first(where: { $0.declaration.name.value == CohortBuilder.patientsName }) else {
        return nil
    }
    let names = StudyNames(study: study, patients: patients)
    checks.checkNames(names)
    checks.checkSources(of: study.endpoints, among: tables)
    let cohort = CohortBuilder(names: names, tables: tables, reporter: reporter, today: today).build()
    return reporter.hasErrors ? nil : cohort
}
