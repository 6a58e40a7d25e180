import Mathematics

@testable import SurvivalStatistics

/// Kinds of patients made up from a seed, with how many there are of each.
struct Kinds {
    var time: [Double] = []
    var entry: [Double] = []
    var status: [Status] = []
    /// Of 2, 3 and 4 levels.
    var columns: [[Double]] = [[], [], []]
    var strata: [Int] = []
    var frequency: [Double] = []

    /// Some records: which kinds, and for how many patients each stands.
    struct Rows {
        var index: [Int]
        var frequency: [Double]?
    }

    init(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<80 {
            let levels = [2, 3, 4].map { Double(generator.next(below: $0)) }
            for (column, level) in levels.enumerated() { columns[column].append(level) }
            time.append(Double(2 + generator.next(below: 9 + 3 * Int(levels[0]))))
            entry.append(Double(generator.next(below: 3)) - 1)
            status.append(generator.next(below: 3) > 0 ? .event : .censored)
            strata.append(generator.next(below: 2))
            frequency.append(Double(1 + generator.next(below: 12)))
        }
    }

    var rows: Rows { Rows(index: Array(time.indices), frequency: frequency) }
    /// Each patient by itself.
    var patients: Rows {
        Rows(index: time.indices.flatMap { Array(repeating: $0, count: Int(frequency[$0])) }, frequency: nil)
    }

    func design(of rows: Rows, late: Bool, stratified: Bool) throws -> CoxDesign {
        let covariates = columns.indices.map { column in
            Covariate.continuous("x\(column)", rows.index.map { columns[column][$0] })
        }
        return try CoxDesign(
            time: rows.index.map { time[$0] }, status: rows.index.map { status[$0] },
            covariates: DesignMatrix(covariates, rows: rows.index.count),
            entry: late ? rows.index.map { entry[$0] } : nil,
            strata: stratified ? rows.index.map { strata[$0] } : nil, frequency: rows.frequency)
    }

    func factor(_ column: Int, _ index: [Int]) -> Covariate {
        let count = column + 2
        return .factor(
            "f\(column)", codes: index.map { Int32(columns[column][$0]) }, levels: (0..<count).map { "\($0)" },
            reference: 0)
    }
}
