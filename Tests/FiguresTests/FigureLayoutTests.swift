import Drawing
import Results
import Styling
import Testing

/// What holds for every figure: nothing outside the page, nothing over something else, everything in line.
@Suite struct FigureLayoutTests {
    static let names = [
        ["All patients"], ["IO+T", "RT+IO+T"], SurvivalStudy.longNames,
        ["免疫治疗联合靶向治疗", "放疗联合免疫治疗及靶向治疗"], (1...8).map { "Stage \($0)" },
        ["Pneumonoultramicroscopicsilicovolcanoconiosis", "B"],
    ]

    static let studies: [(name: String, study: SurvivalStudy)] = {
        var studies = [("liver", SurvivalStudy.liverCancer), ("extremes", .extremes)]
        for (index, kind) in KaplanMeierPlan.RiskTableKind.allCases.enumerated() {
            for (place, names) in Self.names.enumerated() {
                var study = SurvivalStudy.random(
                    seed: UInt64(10 * index + place), groups: names, patients: [3, 40, 400][(index + place) % 3])
                study.riskTable = kind
                studies.append(("\(kind) \(names.count) groups \(names[0])", study))
            }
        }
        for count in [3, 4, 7] {
            var study = SurvivalStudy.liverCancer
            study.panels = (0..<count).map { SurvivalStudy.liverCancer.panels[$0 % 2] }
            study.panels[0].title = "Patients with portal vein invasion and extrahepatic metastasis at baseline"
            studies.append(("\(count) panels", study))
        }
        var crowded = SurvivalStudy.random(seed: 9, groups: ["A", "B"], patients: 10_000)
        crowded.panels[0].breaks = (0...36).map(Double.init)
        crowded.riskTable = .atRiskEvents
        studies.append(("monthly breaks", crowded))
        var bare = SurvivalStudy([SurvivalObservations("Nobody")])
        bare.panels[0].breaks = []
        studies.append(("nobody, no breaks", bare))
        return studies
    }()

    static let styles: [HouseStyle] = [.plain, .frontiers, .nature]

    @Test(arguments: studies.indices, styles.map(\.name))
    func everythingHasItsPlace(index: Int, styleName: String) throws {
        let (name, study) = Self.studies[index]
        let figure = try DrawnFigure(study, style: HouseStyle.named(styleName))
        expectInsideThePage(figure.scene, name)
        expectNoTextOverText(figure.scene, name)
        expectKeysClear(figure, name)
        try expectColumnsUnderTicks(figure, name)
        expectFallingCurves(figure, name)
        #expect(figure.scene.labels.allSatisfy { !$0.text.isEmpty }, "\(name)")
    }

    /// Seeded random data of one to eight groups, from quick to slow deaths.
    @Test(arguments: 1...8, 1...6 as ClosedRange<UInt64>)
    func keysNeverCoverCurves(groups: Int, seed: UInt64) throws {
        let slow = Double(seed * seed) * 8
        let study = SurvivalStudy.random(
            seed: seed * 100 + UInt64(groups), groups: (1...groups).map { "Group \($0)" }, patients: 50,
            medianMonths: [slow / 3, slow])
        let figure = try DrawnFigure(study)
        expectKeysClear(figure, "\(groups) groups, seed \(seed)")
        expectNoTextOverText(figure.scene, "\(groups) groups, seed \(seed)")
    }

    /// No key, and no other text, stands on a curve, a mark, a median line or a band.
    private func expectKeysClear(_ figure: DrawnFigure, _ name: String) {
        let boxes = figure.scene.labels.map { ($0.text, $0.bounds(measuring: figure.text)) }
        for letter in figure.letters {
            for shape in ["curve", "censoring", "median-line"].flatMap({ figure.shapes("panel-\(letter)/\($0)/") }) {
                let reach = (shape.stroke?.width ?? 0) / 2
                let strokes = shape.strokes.map { $0.grown(by: reach) }
                for (text, box) in boxes where strokes.contains(where: { $0.overlaps(box) }) {
                    Issue.record("\(name): '\(text)' is over \(shape.name ?? "")")
                }
            }
            for band in figure.shapes("panel-\(letter)/band/") {
                let points = band.points
                let edges = zip(points, points.dropFirst() + points.prefix(1)).map { Rectangle(enclosing: [$0, $1]) }
                for (text, box) in boxes where covers(edges, box) {
                    Issue.record("\(name): '\(text)' is over \(band.name ?? "")")
                }
            }
        }
    }

    /// Whether a rectangle meets the inside of an outline: an edge of the outline goes through it, or it is within.
    private func covers(_ edges: [Rectangle], _ box: Rectangle) -> Bool {
        if edges.contains(where: { $0.grown(by: 1e-9).overlaps(box) }) { return true }
        let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
        return edges.count { $0.width == 0 && $0.x < x && $0.y <= y && y < $0.maxY } % 2 == 1
    }

    private func expectColumnsUnderTicks(_ figure: DrawnFigure, _ name: String) throws {
        for (letter, panel) in zip(figure.letters, figure.study.panels) {
            let (x, _) = try #require(figure.scales(letter, end: panel.breaks.last ?? 1))
            let ticks = figure.shape("panel-\(letter)/x-axis/line")?.points.dropFirst(2).map(\.x) ?? []
            let wanted = panel.breaks.flatMap { [x.position(of: $0), x.position(of: $0)] }
            #expect(zip(ticks, wanted).allSatisfy { abs($0 - $1) < 0.01 } && ticks.count == wanted.count, "\(name)")
            let cells = figure.labels("panel-\(letter)/at-risk/").compactMap { label -> (Int, Label)? in
                label.name?.split(separator: "/").last.flatMap { Int($0) }.map { ($0, label) }
            }.filter { $0.1.anchor == .middle }
            for (column, label) in cells {
                #expect(abs(label.position.x - x.position(of: panel.breaks[column])) < 0.01, "\(name): \(label.text)")
            }
            // Every labelled tick has a number in every row, and no other tick has one.
            let labels = figure.labels("panel-\(letter)/x-axis/label/").count
            let rows = Set(cells.map(\.1.position.y)).count
            #expect(cells.count == labels * rows, "\(name)")
        }
    }

    private func expectFallingCurves(_ figure: DrawnFigure, _ name: String) {
        for curve in figure.letters.flatMap({ figure.shapes("panel-\($0)/curve/") }) {
            for (from, to) in zip(curve.points, curve.points.dropFirst()) {
                #expect(to.y >= from.y && to.x >= from.x, "\(name): \(curve.name ?? "") rises")
                #expect(to.y == from.y || to.x == from.x, "\(name): \(curve.name ?? "") slopes")
            }
        }
    }
}
