internal import StudyFiles

extension DataTable {
    /// The table with those rows that meet the condition of its declaration; a condition that can't be known of a row,
    /// because a cell is missing, leaves it out.
    func withChosenRows(of study: Study, checks: NameChecks, _ reporter: FaultReporter) -> DataTable {
        guard let condition = declaration.condition else { return self }
        guard checks.checkColumns(condition.names, of: self) else { return with(rows: []) }
        // Its names are those of its own columns, whatever the study calls a variable.
        var bare = study
        (bare.variables, bare.arms) = ([], nil)
        let evaluator = ExpressionEvaluator(
            names: StudyNames(study: bare, patients: self), rows: PatientRows(table: self, rows: Array(0..<rowCount)),
            variables: [:], reporter: reporter)
        guard let truths = evaluator.condition(condition) else { return with(rows: []) }
        return with(rows: truths.indices.filter { truths[$0] == true })
    }
}
