import Results
import StudyFiles

/// Tables of the treatment's effect, plain and adjusted, in R.
extension RReplication {
    /// Compares the adjusted models; the plain ones are those of the comparisons. How far tied scores matter rests on this
    /// program's own random orders.
    mutating func write(_ table: EffectTable, of id: String) {
        for row in table.rows where row.sensitivity != nil {
            leaveOut(
                "table \(id): effects over random orders of tied scores, which only the program's own numbers repeat")
            break
        }
        for row in table.rows {
            guard let fit = row.adjusted,
                let comparison = results.survival.first(where: { $0.id == row.comparison }),
                let endpoint = study.endpoints.first(where: { $0.name.value == comparison.endpoint }),
                canRepeat(comparison.population), let grouping = column(of: comparison.grouping)
            else { continue }
            add("# Table \(id): \(oneLine(row.label))")
            select(endpoint, in: comparison.population, grouping: grouping, groups: comparison.groups.map(\.id))
            write(
                fit, endpoint, endpoint.strata.map(\.value), comparison.population,
                "\(id) \(row.label) \(endpoint.short)")
        }
    }
}
