internal import Checksums
public import CohortBuilding
public import Diagnostics
internal import Results
public import StudyFiles

/// The patients of a study as its database counted them.
public struct CountedPatients: Sendable {
    /// What is said of the whole study.
    public var whole: Cohort
    /// The counts on which each part of the plan is worked out.
    public var parts: [PlanPart: Cohort]
    /// A digest of all counts.
    public var digest: String
    /// How many bytes the counts were.
    public var bytes: Int
}

extension DatabaseReader {
    /// Lets the database count the patients of a study; nil where the counts are at fault.
    ///
    /// A fault of the data shows in the counts, but not where it is. Reading the rows then names the row.
    ///
    /// - Parameters:
    ///   - study: The study, whose patients come from a database.
    ///   - plan: What is counted; nothing of it is refused.
    ///   - sink: Where warnings about the study go and, where `reportsFaults` says so, the faults of the counts.
    ///   - reportsFaults: Whether faults are reported, because rows will not be read.
    /// - Returns: The counts, or nil.
    /// - Throws: The message that the database does not give them.
    public func count(
        _ study: Study, by plan: CountingPlan, reporting sink: DiagnosticSink, reportsFaults: Bool
    ) throws(DiagnosedError) -> CountedPatients? {
        guard let file = study.dataFiles.first(where: { $0.name.value == "patients" }),
            let table = file.database
        else { return nil }
        let (connection, _) = try open(table)
        var counting = Counting(path: file.path.value)
        for counted in plan.tables + [plan.days].compactMap(\.self) {
            let rows = try diagnosed(table, connection) { () throws(DatabaseError) in
                try Self.rows(counted.statement, header: counted.header, on: connection)
            }
            counting.add(rows, of: counted)
            guard counting.faults.isEmpty else {
                if reportsFaults { counting.faults.forEach(sink.emit) }
                return nil
            }
        }
        let days = plan.days == nil ? nil : counting.cohorts.popLast()
        guard var whole = mergedCohort(of: study, from: counting.cohorts) else { return nil }
        if let days { add(days, to: &whole, late: plan.lateStarts) }
        counting.remarks.forEach(sink.emit)
        return CountedPatients(
            whole: whole, parts: counting.parts,
            digest: SHA256Digest(of: Array(counting.digests.utf8)).hexadecimal,
            bytes: counting.bytes)
    }

    /// Adds what is known of days: the first and last start, and which treatments begin late.
    private func add(_ days: Cohort, to whole: inout Cohort, late: [CountingPlan.LateStart]) {
        func levels(_ name: String) -> [String] {
            guard case .categorical(let values)? = days.variables[name] else { return [] }
            return values.codes.compactMap { $0.map { values.levels[$0].id } }
        }
        func sum(_ name: String) -> Int {
            guard case .continuous(let numbers, _)? = days.variables[name] else { return 0 }
            return Int(numbers.reduce(0) { $0 + ($1 ?? 0) })
        }
        // Days as YYYY-MM-DD come in their order.
        whole.summary.firstStart = levels(CountingTables.DayNames.first).min()
        whole.summary.lastStart = levels(CountingTables.DayNames.last).max()
        whole.report.lateTreatments = late.enumerated().compactMap { index, start in
            let patients = sum(CountingTables.DayNames.late(index))
            guard patients > 0 else { return nil }
            return LateTreatment(
                column: start.column, timeZero: start.timeZero, patients: patients,
                known: sum(CountingTables.DayNames.known(index)))
        }
    }
}

/// What was counted so far.
private struct Counting {
    /// What the patients' file is called; remarks about its rows would be remarks about counts.
    let path: String
    var cohorts: [Cohort] = []
    var parts: [PlanPart: Cohort] = [:]
    var digests = ""
    var bytes = 0
    /// Warnings about the study; several tables may have the same.
    var remarks: [Diagnostic] = []
    var faults: [Diagnostic] = []

    init(path: String) { self.path = path }

    mutating func add(_ rows: DatabaseRows, of table: CountingTable) {
        digests += rows.digest
        bytes += rows.csv.count
        let sink = DiagnosticSink()
        guard let cohort = buildCohort(for: table.study, reading: { _ in rows.csv }, reporting: sink),
            !sink.hasErrors
        else {
            faults = sink.diagnostics
            return
        }
        for name in table.study.numbersDescribed {
            guard case .continuous? = cohort.variables[name.value] else { continue }
            faults.append(
                needsRows(
                    "quantiles and ranks of '\(name.value)' need each patient's number", at: name.location))
        }
        for remark in sink.diagnostics where remark.location?.file != path && !remarks.contains(remark) {
            remarks.append(remark)
        }
        cohorts.append(cohort)
        for part in table.planParts { parts[part] = cohort }
    }
}

/// The message that counts are not enough.
public func needsRows(_ reason: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
        .needsRows, at: location, "counts are not enough: \(reason)",
        help: [
            "write 'push_down: auto', which reads rows where it must, or leave that part out of the plan"
        ])
}

extension Study {
    /// The variables that tables of characteristics describe; those of levels are counted.
    fileprivate var numbersDescribed: [Located<String>] {
        tables.flatMap { table -> [Located<String>] in
            if case .baseline(let plan) = table.kind { plan.rows } else { [] }
        }
    }
}
