import Drawing
import Testing

@testable import Figures

/// Marks of censorings never run into each other.
@Suite struct CensoringMarksTests {
    private func marks(_ places: [(Double, Double)]) -> CensoringMarks {
        var marks = CensoringMarks(reach: 2)
        for (x, y) in places { marks.add(Point(x: x, y: y)) }
        return marks
    }

    @Test func aMarkKeepsItsDistanceFromTheOneBefore() {
        #expect(marks([(0, 0), (1.9, 0), (2, 0), (3, 0), (4, 0)]).places.map(\.x) == [0, 2, 4])
        // On a steep curve marks stand one below the other.
        #expect(marks([(0, 0), (0.5, 5.9), (0.5, 6), (0.9, 12)]).places.map(\.y) == [0, 6, 12])
        #expect(marks([]).places.isEmpty && !marks([]).areTooMany)
    }

    @Test func thereAreTooManyWhereMoreThanThreeQuartersHaveNoMark() {
        let four = [(0.0, 0.0), (0.5, 0), (1, 0), (1.5, 0)]
        #expect(!marks(four).areTooMany)
        #expect(marks(four + [(1.9, 0)]).areTooMany)
    }

    @Test func aFigureWithTooManyMarksNoneAndSaysSo() throws {
        let note = "Censored times are not marked: they are too many to be told apart."
        let sparse = try DrawnFigure(.random(seed: 3, groups: ["A", "B"], patients: 60))
        #expect(!sparse.shapes("panel-A/censoring").isEmpty)
        #expect(!sparse.labels("note").map(\.text).joined(separator: " ").contains(note))
        let dense = try DrawnFigure(.random(seed: 3, groups: ["A", "B"], patients: 3000))
        #expect(dense.shapes("panel-A/censoring").isEmpty)
        #expect(dense.labels("note").map(\.text).joined(separator: " ").contains(note))
        var unmarked = SurvivalStudy.random(seed: 3, groups: ["A", "B"], patients: 3000)
        unmarked.showsCensoring = false
        #expect(try !DrawnFigure(unmarked).labels("note").map(\.text).joined(separator: " ").contains(note))
    }

    /// Whatever is drawn, two strokes of a group have white between them.
    @Test(arguments: [20, 100, 400], [UInt64(1), 2])
    func strokesStandApart(patients: Int, seed: UInt64) throws {
        let figure = try DrawnFigure(.random(seed: seed, groups: ["A", "B"], patients: patients))
        for shape in figure.shapes("panel-A/censoring") {
            let strokes = shape.strokes
            for (one, next) in zip(strokes, strokes.dropFirst()) {
                #expect(next.x - one.x >= 2 - 1e-9 || (next.y - one.y).magnitude >= 6 - 1e-9)
            }
        }
    }

    /// Nothing is drawn that cannot be seen: however many patients, the file stays small.
    @Test func aHundredThousandPatientsTakeFewPoints() throws {
        let figure = try DrawnFigure(.random(seed: 11, groups: ["A", "B"], patients: 50_000))
        #expect(figure.shapes("panel-A/censoring").isEmpty)
        for shape in figure.shapes("panel-A/curve") { #expect(shape.points.count < 3000) }
        #expect(SVGWriter.svg(of: figure.scene, idPrefix: "figure").utf8.count < 300_000)
    }
}
