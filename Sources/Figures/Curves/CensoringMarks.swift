import Drawing

/// Which of a group's censorings are marked: never so many that their marks run into each other.
///
/// A mark that would stand nearer than ``nearest`` to the one before it is left out. Where that would be more than three
/// quarters of them, marks no longer tell where censorings are dense, and ``areTooMany``: then the figure has none and
/// says so.
struct CensoringMarks {
    /// Between two marks across the page, in points: three strokes and a little.
    static let nearest = 2.0
    /// Where the marks stand.
    private(set) var places: [Point] = []
    private var count = 0
    private let height: Double

    /// - Parameter reach: How far a mark reaches above and below the curve.
    init(reach: Double) {
        // Marks above each other are as far apart as marks side by side.
        height = 2 * reach + Self.nearest
    }

    /// Marks a censoring, unless it stands where others are that cannot be told from it.
    mutating func add(_ place: Point) {
        count += 1
        guard let last = places.last else { return places = [place] }
        if (place.x - last.x).magnitude >= Self.nearest || (place.y - last.y).magnitude >= height {
            places.append(place)
        }
    }

    /// Whether more than three quarters of the censorings have no mark of their own.
    var areTooMany: Bool { count > 4 * places.count }
}
