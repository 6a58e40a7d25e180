internal import DataReading
public import StudyFiles

/// A column of dates on which a treatment seems to begin, and in how many patients that is after an endpoint's time zero.
public struct LateTreatment: Equatable, Sendable {
    /// The column of the treatment's beginning.
    public var column: String
    /// The column of the endpoint's time zero.
    public var timeZero: String
    /// Patients whose treatment begins after it.
    public var patients: Int
    /// Patients with both dates.
    public var known: Int

    /// Describes a beginning.
    public init(column: String, timeZero: String, patients: Int, known: Int) {
        self.column = column
        self.timeZero = timeZero
        self.patients = patients
        self.known = known
    }
}

/// The columns on which a treatment seems to begin, each with the time zero of an endpoint that it may be after.
///
/// A column is taken for one by its name, for nothing else tells it: it has `start`, `begin` or `first` in it and a word
/// for a date or day. Columns that an endpoint uses are left out.
public func treatmentStarts(in header: [String], of study: Study) -> [(
    column: String, timeZero: String
)] {
    var used: Set<String> = []
    var starts: [String] = []
    for endpoint in study.endpoints where endpoint.file == nil {
        guard case .dates(let start, let events, let competing, let censoring) = endpoint.source else { continue }
        if !starts.contains(start.value) { starts.append(start.value) }
        used.formUnion(events.map(\.value) + competing.map(\.value) + [start.value, censoring.value])
    }
    let columns = header.filter { name in
        let words = name.lowercased().split { !$0.isLetter }
        return !used.contains(name) && words.contains { ["start", "started", "begin", "begun", "first"].contains($0) }
            && words.contains { ["date", "day", "on"].contains($0) }
    }
    return starts.flatMap { start in columns.map { ($0, start) } }
}

/// The beginnings of treatments that lie after time zero, where the cells of their columns are dates.
func lateTreatments(in rows: PatientRows, of study: Study) -> [LateTreatment] {
    treatmentStarts(in: rows.table.cells.header, of: study).compactMap { name, start in
        guard let zero = rows.table.column(start), let column = rows.table.column(name) else {
            return nil
        }
        var late = LateTreatment(column: name, timeZero: start, patients: 0, known: 0)
        for row in rows.rows {
            guard let zero = zero[row].flatMap({ DateCell($0).day }),
                let day = column[row].flatMap({ DateCell($0).day })
            else { continue }
            late.known += 1
            if day > zero { late.patients += 1 }
        }
        return late.patients > 0 ? late : nil
    }
}
