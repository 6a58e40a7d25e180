internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Kind `smooth`: the scaled Schoenfeld residuals and the smooth curves that R's `plot.cox.zph` draws through them.
    static let smoothedResidualCurves: Comparison = { reference, file, agreement in
        let table = try reference.table(file)
        let model = coxModel(
            try reference.coxDesign(try reference.formula(), in: table), ties: try reference.ties(), variance: .model)
        guard let transform = TimeTransform(rawValue: reference.arguments["transform"].text ?? "") else {
            throw NotApplicable("transform '\(reference.arguments["transform"].text ?? "")' doesn't exist here")
        }
        let columns = smoothedResiduals(of: model, transform: transform, level: reference.level)
        let expected = reference.result["columns"].elements
        agreement.compareEqual("columns", columns.map(\.column.name), expected.map { $0["name"].text ?? "" })
        for (column, expected) in zip(columns, expected) {
            let name = column.column.name
            agreement.compare("\(name) coefficient", column.coefficient, expected["coefficient"], tolerance: 1e-9)
            for (part, values) in [
                ("time", column.time), ("residual", column.residual), ("smooth_time", column.smoothTime),
                ("smooth", column.smooth), ("lower", column.lower), ("upper", column.upper),
            ] {
                agreement.compareTogether("\(name) \(part)", values, expected[part], tolerance: 1e-8)
            }
        }
    }
}
