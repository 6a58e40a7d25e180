import Mathematics
@testable import SurvivalStatistics

/// Follow-up made up from a seed, for properties that must hold of any data.
struct RandomDesign {
    var time: [Double] = []
    var status: [Status] = []
    var entry: [Double] = []
    var columns: [[Double]] = []
    var strata: [Int] = []
    var weights: [Double] = []

    /// - Parameters:
    ///   - count: Patients.
    ///   - width: Columns; the first is 0 or 1.
    ///   - seed: The seed.
    ///   - distinctTimes: How many times there are; 0 for times that are all different.
    init(count: Int, width: Int, seed: UInt64, distinctTimes: Int) {
        var generator = SplitMix64(seed: seed)
        func uniform() -> Double { Double(generator.next() >> 11) / 9_007_199_254_740_992 }
        columns = (0..<width).map { column in
            (0..<count).map { _ in column == 0 ? (uniform() < 0.5 ? 1 : 0) : (uniform() + uniform() - 1) * 3 }
        }
        for row in 0..<count {
            let start = uniform() * 2
            let length = 0.1 + uniform() * 8 * (width > 0 && columns[0][row] == 1 ? 1.4 : 1)
            let end = start + length
            time.append(distinctTimes > 0 ? (end / 12 * Double(distinctTimes)).rounded(.up) : end)
            entry.append(distinctTimes > 0 ? (start / 12 * Double(distinctTimes)).rounded(.down) - 1 : start)
            status.append(uniform() < 0.7 ? .event : .censored)
            strata.append(generator.next(below: 3))
            weights.append(0.5 + 2 * uniform())
        }
    }

    /// The design with some of its parts, rows in the order given.
    func design(
        order: [Int]? = nil, late: Bool = false, stratified: Bool = false, weighted: Bool = false
    ) throws -> CoxDesign {
        let order = order ?? Array(time.indices)
        let covariates = columns.enumerated().map { index, values in
            Covariate.continuous("x\(index)", order.map { values[$0] })
        }
        return try CoxDesign(
            time: order.map { time[$0] }, status: order.map { status[$0] },
            covariates: DesignMatrix(covariates, rows: order.count), entry: late ? order.map { entry[$0] } : nil,
            strata: stratified ? order.map { strata[$0] } : nil, weights: weighted ? order.map { weights[$0] } : nil)
    }
}
