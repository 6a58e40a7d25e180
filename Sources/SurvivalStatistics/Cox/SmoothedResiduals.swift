#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// How one log hazard ratio changes over time: the scaled Schoenfeld residuals of its column and their smooth.
public struct SmoothedResiduals: Equatable, Sendable {
    /// What the column stands for.
    public let column: ColumnIdentity
    /// The log hazard ratio of the model.
    public let coefficient: Double
    /// The time of each event, ascending.
    public let time: [Double]
    /// The scaled residual of each event, the coefficient added.
    public let residual: [Double]
    /// Times at which the smooth is given; empty where there is none.
    public let smoothTime: [Double]
    /// The smooth.
    public let smooth: [Double]
    /// Its pointwise lower limit.
    public let lower: [Double]
    /// Its pointwise upper limit.
    public let upper: [Double]
}

/// Smooths the scaled Schoenfeld residuals of each coefficient over transformed time.
///
/// **Formula.** The residual of an event is `β + d V r`, with `r` its Schoenfeld residual, `V` the inverse information and
/// `d` the number of events; its mean at time `t` is near the log hazard ratio at `t`. By least squares it is fitted on
/// a natural cubic spline of the transformed event time with four parameters: knots at the ends, and at the thirds
/// (quantiles of type 7) of the event times together with the 40 points at which the curve is given, equally
/// spaced in transformed time. The residuals of column `j` have about the variance `d V_jj`, so that the curve at a
/// point with basis `b` has the variance `d V_jj b'(B'B)⁻¹b`.
///
/// **Interval.** Normal, pointwise, by `level`; R draws two standard errors, which is a level of 0.9545.
///
/// **Units.** Times come in the design's unit. Points of the curve are turned back into times by linear interpolation
/// between the event times, as R labels its axis; `identity` and `log` exactly.
///
/// **Edge cases.** Columns without an estimate are left out. With fewer than four distinct transformed event times the
/// spline is not determined, and there is no curve. Exact ties, or a logarithm of a time that is not positive, leave
/// nothing.
///
/// **Reference.** Grambsch PM, Therneau TM. *Biometrika* 1994;81:515–526. doi:10.1093/biomet/81.3.515.
///
/// **Equals in R.** `plot(survival::cox.zph(fit, transform, terms = FALSE))`; checked by
/// `Tests/References/residuals`.
public func smoothedResiduals(
    of model: FittedCoxModel, transform: TimeTransform, level: Double
) -> [SmoothedResiduals] {
    guard let residuals = model.scaledSchoenfeldResiduals, let times = model.records.transformedTimes(transform) else {
        return []
    }
    // The residuals come time group by time group, as the transformed times do.
    let transformed = model.records.groupTime.indices.flatMap { group in
        [Double](repeating: times[group], count: Int(model.records.groupEvents[group]))
    }
    let points = smoothingPoints(transformed)
    let smoothTime = points.map { point in
        switch transform {
        case .identity: point
        case .log: exp(point)
        case .kaplanMeier, .rank: interpolate(point, transformed: transformed, times: residuals.times)
        }
    }
    return model.estimated.map { column in
        // Equal times are put in the order of their residuals, so that the order of the rows changes nothing.
        let values = residuals.values.map { $0[column] }
        let order = values.indices.sorted { (residuals.times[$0], values[$0]) < (residuals.times[$1], values[$1]) }
        let variance = Double(model.events) * model.modelCovariance[column, column]
        let curve = smoothCurve(
            order.map { values[$0] }, at: order.map { transformed[$0] }, points: points, variance: variance,
            level: level)
        return SmoothedResiduals(
            column: model.design.covariates.identities[column], coefficient: model.coefficients[column] ?? 0,
            time: order.map { residuals.times[$0] }, residual: order.map { values[$0] },
            smoothTime: curve == nil ? [] : smoothTime, smooth: curve?.map(\.value) ?? [],
            lower: curve?.map(\.lower) ?? [], upper: curve?.map(\.upper) ?? [])
    }
}

private let smoothingPointCount = 40

/// Equally spaced points from the least to the greatest transformed time; none without events.
private func smoothingPoints(_ transformed: [Double]) -> [Double] {
    guard let first = transformed.min(), let last = transformed.max(), first < last else { return [] }
    return (0..<smoothingPointCount).map { index in
        index == smoothingPointCount - 1
            ? last : first + (last - first) * Double(index) / Double(smoothingPointCount - 1)
    }
}

private func smoothCurve(
    _ residuals: [Double], at transformed: [Double], points: [Double], variance: Double, level: Double
) -> [(value: Double, lower: Double, upper: Double)]? {
    guard let first = points.first, let last = points.last else { return nil }
    // On 0...1 the cubes of the basis are of one size.
    func unit(_ value: Double) -> Double { (value - first) / (last - first) }
    let all = (transformed + points).map(unit).sorted()
    let inner = [1.0 / 3, 2.0 / 3].compactMap { quantile($0, ofSorted: all, type: 7) }
    guard let spline = NaturalSpline(knots: [0] + inner + [1]) else { return nil }
    let rows = transformed.map { spline.basis(at: unit($0)) }
    let columns = spline.knots.indices.map { column in rows.map { $0[column] } }
    guard let fit = LeastSquares(residuals, on: columns) else { return nil }
    let z = Normal.halfWidth(level: level)
    return points.map { point in
        let prediction = fit.prediction(at: spline.basis(at: unit(point)))
        let half = z * (variance * prediction.variance).squareRoot()
        return (prediction.value, prediction.value - half, prediction.value + half)
    }
}

/// The time of a transformed time, on straight lines between those of the events.
private func interpolate(_ point: Double, transformed: [Double], times: [Double]) -> Double {
    var below: (transformed: Double, time: Double)?
    var above: (transformed: Double, time: Double)?
    for (value, time) in zip(transformed, times) {
        if value <= point, below.map({ (value, -time) > ($0.transformed, -$0.time) }) ?? true { below = (value, time) }
        if value >= point, above.map({ (value, time) < ($0.transformed, $0.time) }) ?? true { above = (value, time) }
    }
    guard let low = below ?? above, let high = above ?? below else { return .nan }
    guard high.transformed > low.transformed else { return low.time }
    return low.time + (high.time - low.time) * (point - low.transformed) / (high.transformed - low.transformed)
}
