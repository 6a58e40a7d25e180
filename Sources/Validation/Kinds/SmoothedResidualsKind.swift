internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Kind `smooth`: the scaled Schoenfeld residuals and their smooth, as `plot(cox.zph(fit))` draws it.
    static let smooth: Comparison = { reference, file, agreement in
        let table = try reference.table(file)
        let design = try reference.coxDesign(try reference.formula(), in: table)
        let model = coxModel(design, ties: try reference.ties(), variance: .model)
        let name = try reference.name("transform")
        guard let transform = TimeTransform(rawValue: name) else {
            throw NotApplicable("unknown transform of time '\(name)'")
        }
        let columns = smoothedResiduals(of: model, transform: transform, level: reference.level)
        let expected = reference.result["columns"].elements
        agreement.compareEqual("names", columns.map(\.column.name), expected.map { $0["name"].text ?? "" })
        for (column, theirs) in zip(columns, expected) {
            let name = column.column.name
            agreement.compare("\(name) coefficient", column.coefficient, theirs["coefficient"], tolerance: 1e-9)
            for (part, values) in [
                ("time", column.time), ("residual", column.residual), ("smooth_time", column.smoothTime),
                ("smooth", column.smooth), ("lower", column.lower), ("upper", column.upper),
            ] {
                agreement.compareTogether("\(name) \(part)", values, theirs[part], tolerance: 1e-8)
            }
        }
    }
}
