internal import Mathematics

/// The search for partners among the rows of one stratum.
///
/// Rows are laid out by ascending score, equal scores by row. From a unit's place the free partners to the left and to the
/// right are found by links that skip those taken, shortened at every use, so that a whole search costs little more than
/// the sort.
struct NeighbourSearch {
    private let plan: MatchingPlan
    private let width: Double
    /// Rows by ascending score.
    private let rows: [Int]
    private let scores: [Double]
    /// The places of the units that look, in the order in which they look.
    private let units: [Int]
    /// For each place the nearest free partner at or before it, one more than its place; 0 for none.
    private var left: [Int32]
    /// For each place the nearest free partner at or after it; the number of places for none.
    private var right: [Int32]
    /// The pairs by row, each unit's nearest partner first.
    private(set) var pairs: [MatchedPair] = []

    init(rows: [Int], score: [Double], isTreated: [Bool], plan: MatchingPlan, width: Double) {
        let order = AscendingOrder(score, at: rows.map(Int32.init)).order.map(Int.init)
        self.init(
            ascending: order, scores: order.map { score[$0] }, isTreated: order.map { isTreated[$0] }, plan: plan,
            width: width)
    }

    /// Takes rows that stand in the order of their scores, equal scores by row.
    init(ascending rows: [Int], scores: [Double], isTreated: [Bool], plan: MatchingPlan, width: Double) {
        let wantsTreated = plan.estimand == .treated
        let isUnit = isTreated.map { $0 == wantsTreated }
        self.plan = plan
        self.width = width
        self.rows = rows
        self.scores = scores
        units = Self.lookingOrder(rows: rows, scores: scores, isUnit: isUnit, order: plan.order)
        left = [0] + isUnit.indices.map { Int32(isUnit[$0] ? $0 : $0 + 1) }
        right = isUnit.indices.map { Int32(isUnit[$0] ? $0 + 1 : $0) } + [Int32(rows.count)]
    }

    private static func lookingOrder(
        rows: [Int], scores: [Double], isUnit: [Bool], order: MatchingPlan.Order
    ) -> [Int] {
        let places = isUnit.indices.filter { isUnit[$0] }
        switch order {
        case .smallest: return places
        case .data: return places.sorted { rows[$0] < rows[$1] }
        case .largest:
            // Descending scores, but equal scores still in the order of rows.
            var result: [Int] = []
            result.reserveCapacity(places.count)
            var end = places.count
            while end > 0 {
                var start = end - 1
                while start > 0, scores[places[start - 1]] == scores[places[end - 1]] { start -= 1 }
                result.append(contentsOf: places[start..<end])
                end = start
            }
            return result
        }
    }

    mutating func run() {
        guard plan.ratio > 0 else { return }
        if plan.withReplacement {
            for unit in units {
                if plan.ratio == 1, plan.ties == .earlierRow {
                    if let place = nearestEarlierRow(unit) { pairs.append(MatchedPair(rows[unit], rows[place])) }
                } else {
                    takeNearest(unit, count: plan.ratio)
                }
            }
            return
        }
        var looking = units
        for _ in 0..<plan.ratio {
            looking = looking.filter { unit in
                guard let place = nearest(unit, ties: plan.ties) else { return false }
                remove(place)
                pairs.append(MatchedPair(rows[unit], rows[place]))
                return true
            }
        }
    }

    /// The free partner that a unit takes.
    private mutating func nearest(_ unit: Int, ties: MatchingPlan.TieRule) -> Int? {
        if ties == .earlierRow { return nearestEarlierRow(unit) }
        let before = freeAtOrBefore(unit)
        let after = freeAtOrAfter(unit)
        let distanceBefore = before.map { scores[unit] - scores[$0] } ?? .infinity
        let distanceAfter = after.map { scores[$0] - scores[unit] } ?? .infinity
        let (place, distance) = distanceAfter < distanceBefore ? (after, distanceAfter) : (before, distanceBefore)
        return distance <= width ? place : nil
    }

    /// The free partner at the smallest distance whose row is the earliest.
    private mutating func nearestEarlierRow(_ unit: Int) -> Int? {
        guard let nearest = nearest(unit, ties: .lowerScore) else { return nil }
        let distance = abs(scores[nearest] - scores[unit])
        var best = nearest
        for side in [scores[unit] - distance, scores[unit] + distance] {
            let slack = Self.slack(side)
            // Equal scores stand together in the order of rows: the first free one of each run is the earliest.
            var place = freeAtOrAfter(firstPlace(of: side - slack))
            while let first = place, scores[first] <= side + slack {
                if rows[first] < rows[best], abs(scores[first] - scores[unit]) <= width { best = first }
                place = freeAtOrAfter(firstPlace(of: scores[first].nextUp))
            }
        }
        return best
    }

    /// Scores that differ by less than this are one score: distances that are equal by algebra differ by rounding.
    private static func slack(_ score: Double) -> Double { 1e-12 * max(1, abs(score)) }

    /// The first place with this score.
    private func firstPlace(of score: Double) -> Int {
        var (low, high) = (0, scores.count)
        while low < high {
            let middle = (low + high) / 2
            if scores[middle] < score { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Takes several of the nearest partners, which stay free for others.
    private mutating func takeNearest(_ unit: Int, count: Int) {
        var before = freeAtOrBefore(unit)
        var after = freeAtOrAfter(unit)
        var taken: [(place: Int, distance: Double)] = []
        while true {
            let distanceBefore = before.map { scores[unit] - scores[$0] } ?? .infinity
            let distanceAfter = after.map { scores[$0] - scores[unit] } ?? .infinity
            let distance = min(distanceBefore, distanceAfter)
            // By the rule of the earlier row, all at the last distance compete for the last places.
            let last = taken.count >= count ? taken[count - 1].distance : .infinity
            let isEnough =
                taken.count >= count && (plan.ties == .lowerScore || distance > last + Self.slack(scores[unit]))
            guard !isEnough, distance <= width, distance < .infinity else { break }
            // Where partners stay free, MatchIt looks outward place by place: the closer place wins, then the one below.
            let isCloserPlace = (after ?? .max / 2) - unit < unit - (before ?? .min / 2)
            if let place = after, distanceAfter < distanceBefore || (distanceAfter == distanceBefore && isCloserPlace) {
                taken.append((place, distanceAfter))
                after = freeAtOrAfter(place + 1)
            } else if let place = before {
                taken.append((place, distanceBefore))
                before = place > 0 ? freeAtOrBefore(place - 1) : nil
            }
        }
        if plan.ties == .earlierRow {
            // Those taken stand by ascending distance; equal ones are put in the order of rows.
            var start = 0
            while start < taken.count {
                var end = start + 1
                let limit = taken[start].distance + Self.slack(scores[unit])
                while end < taken.count, taken[end].distance <= limit { end += 1 }
                taken[start..<end].sort { rows[$0.place] < rows[$1.place] }
                start = end
            }
        }
        for partner in taken.prefix(count) { pairs.append(MatchedPair(rows[unit], rows[partner.place])) }
    }

    private mutating func remove(_ place: Int) {
        left[place + 1] = Int32(place)
        right[place] = Int32(place + 1)
    }

    private mutating func freeAtOrBefore(_ place: Int) -> Int? {
        var root = place + 1
        while left[root] != Int32(root) {
            let next = Int(left[root])
            left[root] = left[next]
            root = next
        }
        return root == 0 ? nil : root - 1
    }

    private mutating func freeAtOrAfter(_ place: Int) -> Int? {
        var root = place
        while right[root] != Int32(root) {
            let next = Int(right[root])
            right[root] = right[next]
            root = next
        }
        return root == rows.count ? nil : root
    }
}
