import Drawing
import Results
import Styling
import Testing

@testable import Figures

@Suite struct ReadingsTests {
    private func parts(_ study: SurvivalStudy, style: HouseStyle = .plain) throws -> (DrawnFigure, [Reading]) {
        let figure = try DrawnFigure(study, style: style)
        let results = study.results
        return (figure, readings(of: results.figures[0], on: figure.scene, in: results, style: style))
    }

    /// One part for each panel, from axis to axis, its stops in order and inside it.
    @Test func aPartIsItsPanelsPlot() throws {
        let (figure, parts) = try parts(.liverCancer)
        #expect(parts.count == 2)
        for (part, letter) in zip(parts, figure.letters) {
            let axis = try #require(figure.shape("panel-\(letter)/x-axis/line")?.points)
            #expect(part.area.x == axis[0].x && part.area.maxX == axis[1].x && !part.isVertical)
            #expect(part.stops.map(\.start) == part.stops.map(\.start).sorted())
            #expect(part.stops.first?.start == part.area.x)
            #expect(part.stops.allSatisfy { $0.start <= part.area.maxX + 1e-9 && $0.lines.count == part.colors.count })
            #expect(zip(part.stops, part.stops.dropFirst()).allSatisfy { $1.start - $0.start > 0 })
        }
    }

    /// Every mark lies on the curve as it was drawn, and says what the curve is there.
    @Test func marksLieOnTheCurves() throws {
        let (figure, parts) = try parts(.liverCancer)
        let study = figure.study
        let results = study.results
        for (index, part) in parts.enumerated() {
            let groups = results.survival[index].groups
            let end = try #require(study.panels[index].breaks.last)
            let scales = try #require(figure.scales(figure.letters[index], end: end))
            for stop in part.stops {
                let time = end * (stop.start - part.area.x) / part.area.width
                for (series, mark) in stop.marks.enumerated() {
                    guard let mark else { continue }
                    let curve = groups[series].curve
                    let last = curve.time.lastIndex { $0 * curve.unit.days / TimeUnit.months.days <= time + 1e-6 }
                    let value = last.map { curve.survival[$0] } ?? 1
                    #expect(abs(mark.y - scales.y.position(of: value)) < 0.3, "\(stop.title) \(mark)")
                    #expect(stop.lines[series].contains("\(HouseStyle.plain.percent(value))%"), "\(stop)")
                }
            }
        }
    }

    /// At the breaks of the axis, the numbers at risk are those under the axis.
    @Test func numbersAtRiskAreThoseOfTheTable() throws {
        let study = SurvivalStudy.liverCancer
        let (_, parts) = try parts(study)
        guard case .kaplanMeier(let plan) = study.results.figures[0].content else { return }
        for (panel, part) in zip(plan.panels, parts) {
            for (index, time) in panel.breaks.enumerated() {
                let place = part.area.x + part.area.width * time / (panel.breaks.last ?? 1)
                let stop = try #require(part.stops.first { abs($0.start - place) < 1e-6 })
                for (row, line) in zip(panel.riskRows, stop.lines) where !line.hasSuffix("no longer observed") {
                    #expect(line.hasSuffix("; \(Int(row.atRisk[index])) at risk"), "\(line)")
                }
            }
        }
    }

    @Test func aForestPlotAnswersRowByRow() throws {
        let plot = ForestPlot.progression
        let results = results(with: .forest(plot), caption: "Hazard ratios by subgroup.")
        let scene = try plot.drawn()
        let part = try #require(readings(of: results.figures[0], on: scene, in: results, style: .plain).first)
        let entries = ForestContent.entries(plot, everyone: "All patients")
        #expect(part.isVertical && part.stops.count == entries.count && part.colors.isEmpty)
        for (index, label) in scene.labels.filter({ $0.name?.hasPrefix("row/") ?? false }).enumerated() {
            let row = Int(label.name?.dropFirst(4) ?? "") ?? -1
            let stop = part.stops[row]
            let end = row + 1 < part.stops.count ? part.stops[row + 1].start : part.area.maxY
            #expect(stop.start < label.position.y && label.position.y < end, "row \(index)")
        }
        #expect(part.stops[0].lines[0].hasPrefix("HR "))
    }
}
