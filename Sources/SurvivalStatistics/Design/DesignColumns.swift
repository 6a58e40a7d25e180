internal import Mathematics
internal import Synchronization

/// The columns of a design, made when they are first asked for.
///
/// A model of many records whose covariates have few different values reads codes instead, and never asks.
final class DesignColumns: Sendable {
    /// What the columns of the main effects are made from; nil where they were given as they are.
    let covariates: [Covariate]?
    /// For each interaction the columns of each covariate that it multiplies.
    private let products: [[Range<Int>]]
    private let rows: Int
    private let made: Mutex<[[Double]]?>

    init(_ covariates: [Covariate], products: [[Range<Int>]], rows: Int) {
        self.covariates = covariates
        self.products = products
        self.rows = rows
        made = Mutex(nil)
    }

    init(_ columns: [[Double]]) {
        covariates = nil
        products = []
        rows = columns.first?.count ?? 0
        made = Mutex(columns)
    }

    /// The same columns of some records.
    func selecting(_ selected: [Int32]) -> DesignColumns {
        guard let covariates else { return DesignColumns(columns.map { gathered($0, at: selected) }) }
        return DesignColumns(
            concurrentMap(covariates.count) { covariates[$0].selecting(selected) }, products: products,
            rows: selected.count)
    }

    var columns: [[Double]] {
        made.withLock { made in
            if let made { return made }
            let columns = makeColumns(covariates ?? [])
            made = columns
            return columns
        }
    }

    private func makeColumns(_ covariates: [Covariate]) -> [[Double]] {
        var columns = concurrentMap(covariates.count) { covariates[$0].columns() }.flatMap { $0 }
        for ranges in products {
            var own = [[Double](repeating: 1, count: rows)]
            for range in ranges {
                own = range.flatMap { column in
                    own.map { product in (0..<rows).map { product[$0] * columns[column][$0] } }
                }
            }
            columns += own
        }
        return columns
    }
}
