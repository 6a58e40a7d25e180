/// The groups that cut points make of a continuous variable: a value equal to a cut point belongs to the group above.
struct CutPoints {
    /// Ascending.
    let points: [Double]

    init(_ points: [Double]) {
        self.points = points.sorted()
    }

    /// The group of a value as an index, 0 below the first cut point.
    func group(of value: Double) -> Int {
        points.count { $0 <= value }
    }

    /// The groups' names where the study gives none: `<40`, `40–<60`, `≥60`.
    var labels: [String] {
        guard let first = points.first, let last = points.last else { return ["all"] }
        let between = zip(points, points.dropFirst()).map { "\($0.plain)–<\($1.plain)" }
        return ["<\(first.plain)"] + between + ["≥\(last.plain)"]
    }
}
