/// Finds room for a rectangle among things that it must not cover.
///
/// The area is divided into square cells; a cell that an obstacle touches is taken. Whether a rectangle is free is then
/// four look-ups in a table of sums, so that every place can be tried.
public struct FreeSpace {
    private let area: Rectangle
    private let cell: Double
    private let columns: Int
    private let rows: Int
    /// `sums[row][column]`: taken cells above and to the left, both exclusive, in one array.
    private let sums: [Int32]

    /// Marks what is taken.
    ///
    /// - Parameters:
    ///   - area: Where room is sought.
    ///   - obstacles: What may not be covered; parts outside the area do not matter.
    ///   - cell: The side of a cell in points.
    public init(in area: Rectangle, around obstacles: [Rectangle], cell: Double = 1) {
        self.area = area
        self.cell = cell
        columns = max(Int((area.width / cell).rounded(.up)), 0)
        rows = max(Int((area.height / cell).rounded(.up)), 0)
        var taken = [Bool](repeating: false, count: columns * rows)
        for obstacle in obstacles {
            let (across, down) = Self.cells(obstacle, area: area, cell: cell, columns: columns, rows: rows)
            for row in down { for column in across { taken[row * columns + column] = true } }
        }
        var sums = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
        for row in 0..<rows {
            var sum: Int32 = 0
            for column in 0..<columns {
                sum += taken[row * columns + column] ? 1 : 0
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + sum
            }
        }
        self.sums = sums
    }

    /// Whether a rectangle covers no obstacle. Only its part inside the area is looked at.
    public func isFree(_ rectangle: Rectangle) -> Bool {
        let (across, down) = cells(rectangle)
        return isFree(across, down)
    }

    private func isFree(_ across: Range<Int>, _ down: Range<Int>) -> Bool {
        func sum(_ row: Int, _ column: Int) -> Int32 { sums[row * (columns + 1) + column] }
        return sum(down.upperBound, across.upperBound) - sum(down.lowerBound, across.upperBound)
            - sum(down.upperBound, across.lowerBound) + sum(down.lowerBound, across.lowerBound) == 0
    }

    private func cells(_ rectangle: Rectangle) -> (across: Range<Int>, down: Range<Int>) {
        Self.cells(rectangle, area: area, cell: cell, columns: columns, rows: rows)
    }

    /// The best free place for a block inside the area: the widest margin first, then nearest to a corner.
    ///
    /// - Parameters:
    ///   - width: The block's width.
    ///   - height: The block's height.
    ///   - margins: Distances to keep from obstacles, the most wanted first.
    /// - Returns: Where the block goes; nil where it fits nowhere.
    public func place(width: Double, height: Double, margins: [Double]) -> Rectangle? {
        guard width <= area.width, height <= area.height else { return nil }
        let (freeWidth, freeHeight) = (area.width - width, area.height - height)
        func block(_ x: Double, _ y: Double) -> Rectangle {
            Rectangle(x: area.x + x, y: area.y + y, width: width, height: height)
        }
        for margin in margins {
            // The cells that the block takes with its margin, by where it stands across and down.
            let places = Self.steps(over: freeWidth, cell: cell).map {
                ($0, cells(block($0, 0).grown(by: margin)).across)
            }
            let heights = Self.steps(over: freeHeight, cell: cell).map {
                ($0, cells(block(0, $0).grown(by: margin)).down)
            }
            var best: (rectangle: Rectangle, cost: Double)?
            for (x, across) in places {
                for (y, down) in heights {
                    let cost = cost(x, y, freeWidth: freeWidth, freeHeight: freeHeight)
                    if let best, best.cost <= cost { continue }
                    if isFree(across, down) { best = (block(x, y), cost) }
                }
            }
            if let best { return best.rectangle }
        }
        return nil
    }

    /// How far a block stands from its nearest corner. Where all else is equal the upper right corner wins, then the
    /// lower left, the lower right and the upper left: the order in which survival curves leave them free.
    private func cost(_ x: Double, _ y: Double, freeWidth: Double, freeHeight: Double) -> Double {
        let (right, bottom) = (freeWidth - x, freeHeight - y)
        return min(min(right + y, x + bottom + cell), min(right + bottom + 2 * cell, x + y + 3 * cell))
    }

    private static func steps(over length: Double, cell: Double) -> [Double] {
        let count = Int((length / cell).rounded(.down))
        return (0...count).map { Double($0) * cell } + (Double(count) * cell < length ? [length] : [])
    }

    private static func cells(
        _ rectangle: Rectangle, area: Rectangle, cell: Double, columns: Int, rows: Int
    ) -> (across: Range<Int>, down: Range<Int>) {
        func range(_ from: Double, _ to: Double, _ count: Int) -> Range<Int> {
            // What has no place covers nothing.
            guard !from.isNaN, !to.isNaN else { return 0..<0 }
            let limit = Double(count)
            let lower = Int(min(max((from / cell).rounded(.down), 0), limit))
            let upper = Int(min(max((to / cell).rounded(.up), 0), limit))
            return lower..<max(lower, upper)
        }
        return (
            range(rectangle.x - area.x, rectangle.maxX - area.x, columns),
            range(rectangle.y - area.y, rectangle.maxY - area.y, rows)
        )
    }
}
