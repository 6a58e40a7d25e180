import Drawing
import Foundation
import Results
import Testing

/// The curve that is read back from the written SVG equals the estimate.
@Suite struct CurveReadBackTests {
    @Test(arguments: Gallery.figures.filter { !$0.panels.isEmpty })
    func theDrawnCurveIsTheEstimate(figure: Gallery.Figure) throws {
        let svg = SVGWriter.svg(of: figure.scene, idPrefix: "figure")
        for (letter, panel) in figure.panels {
            let frame = try #require(try axes(of: "panel-\(letter)", in: svg, figure: figure, panel: panel))
            for curve in estimates(panel, in: figure.results) where !curve.time.isEmpty {
                let points = try #require(
                    path(endingWith: "panel-\(letter)-curve-\(idPart(curve.group))", in: svg), "\(curve.group)")
                var previous: Point?
                for point in points {
                    if let previous {
                        #expect(point.x >= previous.x - 1e-9, "the curve runs back")
                        #expect(point.x == previous.x || point.y == previous.y, "the curve slopes")
                    }
                    previous = point
                }
                for (time, value) in zip(curve.time, curve.value) where time <= frame.end {
                    let drawn = frame.value(at: frame.x(time), on: points)
                    let near = [-0.06, 0, 0.06].map { frame.value(at: frame.x(time) + $0, on: points) }
                    // A twentieth of a point is what the drawing may leave out.
                    #expect(
                        near.contains { ($0 - value).magnitude < 0.06 * frame.perPoint + 1e-9 }
                            || ((near.min() ?? 0) - 1e-9...(near.max() ?? 0) + 1e-9).contains(value),
                        "\(curve.group) at \(time): \(drawn) for \(value)")
                }
            }
        }
    }

    private struct Axes {
        var end: Double
        var left: Double
        var right: Double
        var bottom: (place: Double, value: Double)
        var top: (place: Double, value: Double)

        var perPoint: Double { ((top.value - bottom.value) / (top.place - bottom.place)).magnitude }
        func x(_ time: Double) -> Double { left + time / end * (right - left) }

        /// The value of the last point that is not right of a place.
        func value(at x: Double, on points: [Point]) -> Double {
            let y = (points.last { $0.x <= x + 1e-6 } ?? points[0]).y
            return bottom.value + (y - bottom.place) / (top.place - bottom.place) * (top.value - bottom.value)
        }
    }

    /// The scales as a reader finds them: from the printed labels of the axis of values and from the line of time.
    private func axes(
        of panel: String, in svg: String, figure: Gallery.Figure, panel content: KaplanMeierPanel
    ) throws -> Axes? {
        guard let line = path(endingWith: "\(panel)-x-axis-line", in: svg), let end = content.breaks.last else {
            return nil
        }
        // Labels are centred on their ticks by 0.36 of the size.
        let labels = figure.scene.labels.filter { $0.name?.hasPrefix("\(panel)/y-axis/label/") ?? false }
            .filter { $0.name?.hasSuffix("/zero") == false }
        func tick(_ label: Label) -> (place: Double, value: Double)? {
            let number = label.text.replacingOccurrences(of: "−", with: "-")
            let divisor = content.curve == .cumulativeHazard ? 1.0 : 100
            return Double(number).map { (label.position.y - 0.36 * label.runs[0].font.size, $0 / divisor) }
        }
        let ticks = labels.compactMap(tick).sorted { $0.value < $1.value }
        guard let low = ticks.first, let high = ticks.last, high.value > low.value else { return nil }
        return Axes(end: end, left: line[0].x, right: line[1].x, bottom: low, top: high)
    }

    private func estimates(
        _ panel: KaplanMeierPanel, in results: StudyResults
    ) -> [(group: String, time: [Double], value: [Double])] {
        func factor(_ unit: TimeUnit, _ endpoint: String) -> Double {
            unit.days / (results.endpoints.first { $0.id == endpoint }?.unit.days ?? 1)
        }
        if let incidence = results.incidences.first(where: { $0.id == panel.comparison }),
            !results.survival.contains(where: {
                $0.id == panel.comparison && panel.riskRows.allSatisfy { $0.competing == nil }
            })
        {
            return incidence.groups.map { group in
                let scale = factor(group.curveUnit, incidence.endpoint)
                return (group.id, group.curve.time.map { $0 * scale }, group.curve.incidence)
            }
        }
        guard let comparison = results.survival.first(where: { $0.id == panel.comparison }) else { return [] }
        let scale = factor(comparison.groups.first?.curve.unit ?? .days, comparison.endpoint)
        switch panel.curve {
        case .survival:
            return comparison.groups.map { ($0.id, $0.curve.time.map { $0 * scale }, $0.curve.survival) }
        case .failure:
            return comparison.groups.map { ($0.id, $0.curve.time.map { $0 * scale }, $0.curve.survival.map { 1 - $0 }) }
        case .cumulativeHazard:
            return zip(comparison.groups, panel.hazards).map { ($0.id, $1.time.map { $0 * scale }, $1.hazard) }
        case .difference:
            return panel.differences.map { ($0.group, $0.time.map { $0 * scale }, $0.difference) }
        }
    }

    private func idPart(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
    }

    /// The corners of the path of an id, read from the text of the SVG.
    private func path(endingWith id: String, in svg: String) -> [Point]? {
        guard let line = svg.split(separator: "\n").first(where: { $0.contains("id=\"figure-\(id)\"") }),
            let start = line.range(of: " d=\""), let end = line[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        var (points, numbers): ([Point], [Double]) = ([], [])
        for part in line[start.upperBound..<end].split(whereSeparator: { "MLHVZ ,".contains($0) }) {
            guard let number = Double(part) else { return nil }
            numbers.append(number)
        }
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            points.append(Point(x: numbers[index], y: numbers[index + 1]))
        }
        return points
    }
}
