import Drawing
import Results
import Styling
import TestSupport
import Testing

@Suite struct PatientFigureTests {
    @Test(arguments: PatientStudies.hard.indices, HouseStyle.all.map(\.name))
    func layout(index: Int, styleName: String) throws {
        let (name, content) = PatientStudies.hard[index]
        let style = try HouseStyle.named(styleName)
        let scene = try PatientStudies.scene(content, style: style)
        expectInsideThePage(scene, name)
        expectNoTextOverText(scene, name)
        expectNoTextOver(["/bar", "/mark", "/response", "/end"], in: scene, name)
        let sizes = scene.labels.flatMap(\.runs).map(\.font.size)
        #expect((sizes.min() ?? 6) >= style.figures.smallestTextSize, "\(name)")
        let widths = [style.figures.columnWidth, style.figures.fullWidth].map { $0 * 72 / 25.4 }
        #expect(widths.contains { abs($0 - scene.width) < 0.01 }, "\(name)")
        #expect(scene.shapes.compactMap(\.stroke?.width).allSatisfy { $0 >= 0.25 }, "\(name)")
    }

    // MARK: Adverse events

    /// The ends of bars, read back through the axes, are the percentages that stand beside them.
    @Test func barsOfEventsAreAsLongAsTheirPercentages() throws {
        let plot = PatientStudies.events(terms: ["Anorexia", "Nausea", "Fever", "Rash"])
        let scene = try PatientStudies.scene(.adverseEvents(plot))
        for (column, group) in plot.table.columns.enumerated() {
            let ticks = scene.texts("events/x-axis/\(group.id)/label").compactMap { Double($0) }
            let scale = try #require(
                scene.scale("events/x-axis/\(group.id)", from: 0, to: (ticks.max() ?? 0) / 100))
            for (severity, kind) in ["outer", "inner"].enumerated() {
                let bars = scene.shapes("events/bar/\(group.id)/\(kind)")
                let expected = plot.table.rows.map { Double($0.counts[severity][column]) / 42 }.filter {
                    $0 > 0
                }
                #expect(bars.count == expected.count)
                for (bar, share) in zip(bars, expected) {
                    let ends = [bar.box.x, bar.box.maxX].map { abs($0 - scale.position(of: share)) }
                    #expect((ends.min() ?? 1) < 0.01)
                }
            }
        }
        // Both sides measure alike.
        let lengths = plot.table.columns.map {
            scene.shape("events/x-axis/\($0.id)/line")?.box.width ?? 0
        }
        #expect(abs(lengths[0] - lengths[1]) < 0.01)
    }

    @Test func eventsAreDescribedInWords() throws {
        let plot = AdverseEventPlot(
            table: AdverseEventTable(
                columns: [.init(id: "A", label: "A", n: 8), .init(id: "B", label: "B", n: 4)],
                severities: [
                    .init(label: "Any grade", lowest: 1, highest: nil),
                    .init(label: "Grade ≥3", lowest: 3, highest: nil),
                ],
                rows: [
                    .init(
                        id: "Rash", label: "Rash", isAll: false, counts: [[4, 1], [1, 0]], tests: [nil, nil])
                ],
                termsLeftOut: 0, incompleteRecords: 0, showsPValue: false, source: "e", population: "all",
                grouping: "arm"))
        let scene = try PatientStudies.scene(.adverseEvents(plot))
        #expect(
            scene.alternativeText == """
                Mirrored bars of 1 adverse event, A at the left and B at the right. Percentages of patients with any \
                grade, in brackets with grade ≥3. Rash: A 50.0% (12.5%), B 25.0% (0.0%). The data are synthetic.
                """)
    }

    // MARK: Swimmer plots

    @Test func barsOfPatientsAreAsLongAsTheirTimes() throws {
        let plot = PatientStudies.swimmer(patients: [12, 9])
        let scene = try PatientStudies.scene(.swimmer(plot))
        let scale = try #require(scene.scale("swimmer/x-axis", from: 0, to: plot.breaks.last ?? 1))
        for group in plot.groups {
            var above = 0.0
            for (row, bar) in group.bars.enumerated() {
                let name = "swimmer/\(group.id)/\(row)"
                let box = try #require(scene.shape("\(name)/bar")).box
                #expect(
                    abs(box.x - scale.start) < 0.01 && abs(box.maxX - scale.position(of: bar.time)) < 0.01)
                #expect(box.y >= above)
                above = box.maxY
                let mark = scene.shape("\(name)/mark/0")
                #expect((mark == nil) == (bar.marks[0] == nil))
                if let mark, let time = bar.marks[0] {
                    #expect(abs(mark.centre.x - scale.position(of: time)) < 0.01)
                    #expect(abs(mark.centre.y - box.middle.y) < 0.5)
                }
                #expect((scene.shape("\(name)/end") != nil) == bar.endsWithEvent)
                #expect((scene.shape("\(name)/ongoing") != nil) == !bar.endsWithEvent)
            }
        }
    }

    @Test func coursesAreDescribedInWords() throws {
        let plot = SwimmerPlot(
            endpoint: "os", endLabel: "OS", unit: .months, breaks: [0, 6, 12],
            marks: [.init(endpoint: "pd", label: "Progression", n: 1)], responseLabel: nil, responses: [],
            groups: [
                .init(
                    id: "A", label: "A",
                    bars: [.init(time: 9.5, endsWithEvent: true, marks: [4], response: nil)], events: 1, missing: 0),
                .init(id: "B", label: "B", bars: [], events: 0, missing: 2),
            ], population: "all")
        let scene = try PatientStudies.scene(.swimmer(plot))
        #expect(
            scene.alternativeText == """
                Swimmer plot: 1 patient, each a bar of time in months, the longest first. A, 1 patient, the longest 9.5 \
                months, 1 ended by an event of OS; B, nobody shown; progression marked in 1 patient. The data are synthetic.
                """)
        #expect(scene.texts("swimmer/key/label") == ["Progression", "OS event"])
    }

    /// Greys of neighbours differ by a fifth at least, and each second has a square: print needs no colour to tell them apart.
    @Test func responsesAreToldApartWithoutColour() throws {
        let plot = PatientStudies.swimmer(patients: [12, 9])
        let scene = try PatientStudies.scene(.swimmer(plot))
        let bars = plot.groups[0].bars
        var greys: [Int: Double] = [:]
        for (row, bar) in bars.enumerated() {
            let name = "swimmer/group-0/\(row)/response"
            let grey = try #require(scene.shape(name)?.fill?.red)
            if let response = bar.response { greys[response] = grey }
            let hasSquare = scene.shape("\(name)/square") != nil
            #expect(hasSquare == (bar.response.map { !$0.isMultiple(of: 2) } ?? false))
        }
        let steps = greys.sorted { $0.key < $1.key }.map(\.value)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $1 - $0 >= 0.2 })
    }

    @Test func manyPatientsFitThePage() throws {
        for style in HouseStyle.all {
            let scene = try PatientStudies.scene(
                .swimmer(PatientStudies.swimmer(patients: [180, 120, 60])), style: style)
            #expect(
                scene.height <= (style.figures.maximumHeight ?? 230) * 72 / 25.4 + 0.01, "\(style.name)")
        }
    }

    // MARK: Waterfall plots

    @Test func barsOfChangesReachTheirChanges() throws {
        let plot = PatientStudies.waterfall(patients: [14, 11])
        let scene = try PatientStudies.scene(.waterfall(plot))
        let ticks = scene.texts("waterfall/y-axis/label").compactMap {
            Double($0.replacing("\u{2212}", with: "-"))
        }
        let scale = try #require(
            scene.scale("waterfall/y-axis", from: ticks.min() ?? 0, to: ticks.max() ?? 0, isUpright: true)
        )
        let zero = scale.position(of: 0)
        for group in plot.groups {
            for (place, bar) in group.bars.enumerated() {
                let box = try #require(scene.shape("waterfall/\(group.id)/\(place)/bar")).box
                let end = scale.position(of: bar.change)
                #expect(abs(box.y - min(zero, end)) < 0.6 && abs(box.maxY - max(zero, end)) < 0.6)
            }
        }
        for (index, value) in plot.thresholds.enumerated() {
            let line = try #require(scene.shape("waterfall/threshold/\(index)"))
            #expect(abs(line.box.y - scale.position(of: value)) < 0.01)
        }
    }

    @Test func responsesDifferInFormAndColour() throws {
        let plot = PatientStudies.waterfall(patients: [14, 11])
        let scene = try PatientStudies.scene(.waterfall(plot))
        var forms: [Int: Set<String>] = [:]
        var colors: [Int: Set<String>] = [:]
        for group in plot.groups {
            for (place, bar) in group.bars.enumerated() {
                let mark = try #require(scene.shape("waterfall/\(group.id)/\(place)/mark"))
                // Where the corners stand in the box around them, whatever its size.
                let corners = mark.points.map { point in
                    [(point.x - mark.box.x) / mark.box.width, (point.y - mark.box.y) / mark.box.height]
                        .map { ($0 * 100).rounded() }
                }
                forms[bar.response ?? -1, default: []].insert("\(corners)")
                let fill = try #require(scene.shape("waterfall/\(group.id)/\(place)/bar")?.fill)
                colors[bar.response ?? -1, default: []].insert(fill.hex)
            }
        }
        #expect(colors.values.allSatisfy { $0.count == 1 } && Set(colors.values).count == colors.count)
        #expect(forms.values.allSatisfy { $0.count == 1 } && Set(forms.values).count == forms.count)
        #expect(forms.count == 3)
    }

    @Test func goldens() throws {
        for name in ["events", "swimmer", "waterfall"] {
            let content = try #require(PatientStudies.hard.first { $0.name == name }).content
            expectGolden(try PatientStudies.scene(content).encodedJSON(), "Scenes/patients-\(name).json")
        }
    }
}
