public import Drawing
public import Results
public import Styling

/// What can be read off a finished figure, for a page that answers under the pointer and the keyboard.
///
/// Places are taken from the scene by the names of its elements, so that a reading cannot stand beside what was drawn;
/// numbers are the results' own, written by the house style.
///
/// - Returns: One part for each panel; none for figures that print all their numbers.
public func readings(
    of figure: FigureResult, on scene: Scene, in results: StudyResults, style: HouseStyle
) -> [Reading] {
    let places = ScenePlaces(scene)
    let words = vocabulary(for: results.study.language)
    switch figure.content {
    case .kaplanMeier(let plan):
        return plan.panels.enumerated().compactMap { index, panel in
            CurveReadings(panel, survivalIn: results, style: style, words: words)?
                .reading(at: "panel-\(FigureLook.letter(index))", in: places)
        }
    case .incidence(let plot):
        return plot.panels.enumerated().compactMap { index, panel in
            CurveReadings(panel, incidenceIn: results, style: style, words: words)?
                .reading(at: "panel-\(FigureLook.letter(index))", in: places)
        }
    case .predictedSurvival(let plot):
        return [CurveReadings(plot, in: results, style: style, words: words)?.reading(at: "panel-A", in: places)]
            .compactMap(\.self)
    case .forest(let plot):
        return [forestReading(plot, named: figure.caption, at: places, in: results, style: style, words: words)]
            .compactMap(\.self)
    case .balance(let plot):
        return [balanceReading(plot, named: figure.caption, at: places, in: results, style: style, words: words)]
            .compactMap(\.self)
    case .flow, .overlap, .residuals, .adverseEvents, .swimmer, .waterfall: return []
    }
}

/// Where the named elements of a scene are.
struct ScenePlaces {
    let width: Double
    private var shapes: [String: Shape] = [:]
    private var labels: [String: [Label]] = [:]

    init(_ scene: Scene) {
        width = scene.width
        for (element, _) in scene.flattened {
            switch element {
            case .shape(let shape): if let name = shape.name { shapes[name] = shape }
            case .label(let label): if let name = label.name { labels[name, default: []].append(label) }
            case .group: break
            }
        }
    }

    /// The path of this name.
    func shape(_ name: String) -> Shape? { shapes[name] }

    /// The ends of an axis's line, which its path begins with.
    func axis(_ name: String) -> (start: Point, end: Point)? {
        guard let points = shapes["\(name)/line"]?.points, points.count >= 2 else { return nil }
        return (points[0], points[1])
    }

    /// The bands of rows that are told by the labels of their heads: for each row, where it begins, and the end of all.
    func rows(named name: (Int) -> String, count: Int) -> (starts: [Double], end: Double)? {
        var middles: [Double] = []
        for row in 0..<count {
            guard let lines = labels[name(row)], let first = lines.first, let last = lines.last else { return nil }
            let size = first.runs.first?.font.size ?? 0
            middles.append((first.position.y + last.position.y) / 2 - 0.36 * size)
        }
        guard let first = middles.first, let last = middles.last else { return nil }
        let pitch = middles.count > 1 ? (last - first) / Double(middles.count - 1) : 12
        let between = zip(middles, middles.dropFirst()).map { ($0 + $1) / 2 }
        return ([first - pitch / 2] + between, last + pitch / 2)
    }
}
