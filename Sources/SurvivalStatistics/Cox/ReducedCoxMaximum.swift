internal import Mathematics

/// The maximum of a Cox model without some of its columns, found from the maximum of the whole model.
///
/// **Formula.** With `V` the inverse information of the whole model at its maximum `β̂` and `T` the columns left out, the
/// climb begins at `β̂ − V_{·T} V_{TT}⁻¹ β̂_T`, the maximum if the likelihood were quadratic. Newton's steps in the other
/// columns follow until the gain that the next would bring, `½ u' I⁻¹ u`, is at most 5e−7; it is added.
/// What is left of the gain is of the order of its power of 3/2 times the likelihood's skewness, far below rounding in
/// likelihoods of many records.
///
/// The whole model's records are used as they are, so that nothing is copied, and the last point gives the score test of
/// the columns too: the part of `u' I⁻¹ u` in all columns that the others do not explain.
///
/// Beside an iteration from zero it saves two thirds of the passes over the records. Its last digits differ from that one's,
/// which is why small models, whose fits cost nothing, do not take it.
struct ReducedCoxMaximum {
    /// Records from which a model's terms are tested this way.
    static let fewestRecords = 50_000
    /// A next step that adds this much to twice the log-likelihood is not made.
    private static let negligibleGain = 1e-6
    private static let mostSteps = 8

    let logLikelihood: Double
    /// Columns that take part, without linear combinations of others.
    let rank: Int
    /// The score statistic of the columns left out.
    let scoreStatistic: Double

    /// Climbs; nil where it does not arrive, as at a likelihood that has no maximum.
    ///
    /// - Parameters:
    ///   - likelihood: The whole model's.
    ///   - columns: The columns left out.
    ///   - maximum: The coefficients at the whole model's maximum, and their inverse information.
    init?(
        _ likelihood: any Likelihood, without columns: Range<Int>, from maximum: (at: [Double], inverse: SquareMatrix)
    ) {
        let own = Array(columns)
        let share = Cholesky(maximum.inverse.submatrix(own)).solve(own.map { maximum.at[$0] })
        var coefficients = maximum.at.indices.map { row in
            zip(own, share).reduce(maximum.at[row]) { $0 - maximum.inverse[row, $1.0] * $1.1 }
        }
        for column in own { coefficients[column] = 0 }
        for _ in 0..<Self.mostSteps {
            let value = likelihood.value(at: coefficients)
            guard value.isFinite else { return nil }
            var (information, score) = (value.information, value.score)
            for column in own {
                score[column] = 0
                for other in score.indices {
                    information[column, other] = 0
                    information[other, column] = 0
                }
            }
            let cholesky = Cholesky(information)
            let step = cholesky.solve(score)
            let gain = dotProduct(step, score)
            guard gain.isFinite, cholesky.isNonNegative else { return nil }
            if gain <= Self.negligibleGain {
                logLikelihood = value.logLikelihood + gain / 2
                rank = cholesky.rank
                scoreStatistic = dotProduct(Cholesky(value.information).solve(value.score), value.score) - gain
                return
            }
            for column in coefficients.indices { coefficients[column] += step[column] }
        }
        return nil
    }
}
