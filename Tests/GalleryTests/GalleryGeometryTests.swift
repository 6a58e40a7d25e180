import Drawing
import Foundation
import Results
import Styling
import TestSupport
import Testing

/// What holds for every figure of the gallery, without a look at it.
@Suite struct GalleryGeometryTests {
    @Test(arguments: Gallery.studies)
    func everyStudyIsDrawn(study: String) throws {
        #expect(try !Gallery.figures(of: study).isEmpty)
    }

    @Test(arguments: Gallery.figures)
    func nothingIsOutsideThePage(figure: Gallery.Figure) {
        let texts = figure.scene.labels.map { ($0.text, $0.bounds(measuring: Gallery.text)) }
        let shapes = figure.visibleShapes.map { ($0.shape.name ?? "", $0.box) }
        for (what, box) in texts + shapes {
            #expect(
                box.x > -0.01 && box.y > -0.01 && box.maxX < figure.scene.width + 0.01
                    && box.maxY < figure.scene.height + 0.01, "\(what)")
        }
    }

    @Test(arguments: Gallery.figures)
    func noTextIsOverText(figure: Gallery.Figure) {
        let boxes = figure.scene.labels.map { ($0.text, $0.bounds(measuring: Gallery.text).grown(by: -0.01)) }
        for (index, (text, box)) in boxes.enumerated() {
            for (other, otherBox) in boxes[(index + 1)...] where box.overlaps(otherBox) {
                Issue.record("'\(text)' is over '\(other)'")
            }
        }
    }

    @Test(arguments: Gallery.figures)
    func noTextIsSmallerThanTheJournalAllows(figure: Gallery.Figure) {
        for run in figure.scene.labels.flatMap(\.runs) {
            #expect(run.font.size >= HouseStyle.plain.figures.smallestTextSize, "\(run.text)")
        }
        #expect(figure.scene.labels.allSatisfy { !$0.text.isEmpty })
    }

    /// No text stands on a curve, a mark of a censoring or the edge of a band.
    @Test(arguments: Gallery.figures)
    func noTextIsOverACurve(figure: Gallery.Figure) {
        let boxes = figure.scene.labels.map { ($0.text, $0.bounds(measuring: Gallery.text)) }
        for (shape, _) in figure.visibleShapes {
            guard let name = shape.name, ["/curve/", "/censoring/", "/band/"].contains(where: name.contains) else {
                continue
            }
            for stroke in shape.strokes(within: figure.clip(of: name)) {
                for (text, box) in boxes where stroke.overlaps(box) { Issue.record("'\(text)' is over \(name)") }
            }
        }
    }

    /// Columns of numbers stand under the ticks of the axis, to a hundredth of a point.
    @Test(arguments: Gallery.figures)
    func numbersStandUnderTheirTicks(figure: Gallery.Figure) throws {
        for (letter, panel) in figure.panels {
            let axis = try #require(figure.shape("panel-\(letter)/x-axis/line")?.points)
            let end = try #require(panel.breaks.last)
            for label in figure.scene.labels where label.name?.hasPrefix("panel-\(letter)/at-risk/") ?? false {
                guard label.anchor == .middle, let column = label.name?.split(separator: "/").last.flatMap({ Int($0) })
                else { continue }
                let tick = axis[0].x + panel.breaks[column] / end * (axis[1].x - axis[0].x)
                #expect((label.position.x - tick).magnitude < 0.01, "\(label.text)")
            }
        }
    }

    /// The rows under the axis add up to all patients at every break, competing events among them.
    @Test(arguments: Gallery.figures)
    func rowsAddUp(figure: Gallery.Figure) {
        guard figure.riskTable == .kmunicate else { return }
        for (_, panel) in figure.panels {
            for row in panel.riskRows {
                let sums = row.atRisk.indices.map { index in
                    row.atRisk[index] + row.events[index] + row.censored[index] + (row.competing?[index] ?? 0)
                }
                #expect(Set(sums.map { ($0 * 1e6).rounded() }).count == 1, "\(row.group)")
            }
        }
    }

    @Test(arguments: Gallery.figures)
    func goldens(figure: Gallery.Figure) throws {
        expectGolden(try figure.scene.encodedJSON(), "Gallery/\(figure.name).json")
    }

    @Test func aLongPlotGoesOnInAnotherFigureWithTheSameAxis() throws {
        let pages = Gallery.figures.filter { $0.result.id.hasPrefix("sixty-rows") }
        #expect(pages.count > 1)
        let plots = pages.compactMap { if case .forest(let plot) = $0.result.content { plot } else { nil } }
        #expect(Set(plots.map(\.axis)).count == 1 && Set(plots.map(\.mostEvents)).count == 1)
        let axes = pages.compactMap { $0.shape("plot-3/x-axis/line") ?? $0.shape("plot-4/x-axis/line") }
        #expect(axes.allSatisfy { $0.segments.count == axes[0].segments.count })
        #expect(plots.map(\.variables.count).reduce(0, +) == 21)
    }
}
