internal import Databases
internal import Diagnostics
internal import StudyFiles

extension Session {
    /// Lets the database of a study count its patients, where the study and its plan allow it; nil where rows are to be
    /// read, or where an error was reported.
    func countedPatients(
        of study: inout Study, in databases: DatabaseReader
    ) -> (path: String, patients: CountedPatients)? {
        guard let position = study.dataFiles.firstIndex(where: { $0.name.value == "patients" }),
            let table = study.dataFiles[position].database, table.pushDown != .never
        else { return nil }
        let file = study.dataFiles[position]
        do throws(DiagnosedError) {
            guard let plan = try databases.countingPlan(of: study) else { return nil }
            guard plan.reasonForRows == nil else {
                if table.pushDown == .always { report(plan.refusals, at: table.rows.text.location) }
                return nil
            }
            progress?.step("letting \(table.place) count")
            study.dataFiles[position].database?.statement = plan.rowStatement
            let patients = try databases.count(
                study, by: plan, reporting: sink, reportsFaults: table.pushDown == .always)
            return patients.map { (file.path.value, $0) }
        } catch {
            sink.emit(error.diagnostic)
            return nil
        }
    }

    private func report(_ refusals: [CountingPlan.Refusal], at location: SourceLocation) {
        for refusal in refusals {
            sink.emit(needsRows("\(refusal.part) needs rows, because \(refusal.reason)", at: location))
        }
    }
}
