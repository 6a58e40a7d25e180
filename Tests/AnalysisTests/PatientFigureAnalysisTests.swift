import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct PatientFigureAnalysisTests {
    private static let patients = """
        id,arm,start,progression,death,last,change,response
        1,A,2024-01-01,2024-03-01,2024-05-01,2024-05-01,-55,PR
        2,A,2024-01-01,,,2024-07-01,-30,PR
        3,A,2024-01-01,2024-02-01,,2024-06-01,20,PD
        4,B,2024-01-01,,2024-04-01,2024-04-01,5.5,SD
        5,B,2024-01-01,,,2024-03-01,,
        6,B,2024-01-01,2024-02-15,2024-02-15,2024-02-15,41,PD

        """

    private static let yaml = """
        arms: { column: arm, order: [A, B] }
        variables:
          response: { label: Best response, levels: [PR, SD, PD] }
          change: { label: Best change, unit: "%" }
        endpoints:
          pfs: { label: Progression, from: start, event: [progression, death], censor: last, unit: days }
          os: { label: Death, from: start, event: death, censor: last, unit: months }

        """

    private func study(_ patients: String = patients) throws -> WrittenStudy {
        try WrittenStudy(
            Self.yaml
                + "figures:\n  - { id: s, kind: swimmer, endpoint: os, events: pfs, response: response }\n"
                + "  - { id: w, kind: waterfall, variable: change, response: response }\n",
            patients: patients)
    }

    private func swimmer(_ study: WrittenStudy) throws -> SwimmerPlot {
        guard case .swimmer(let plan) = study.context.study.figures[0].kind else { throw Surprise() }
        return try #require(SwimmerAnalysis(study.context).figure(for: plan, reporting: study.sink))
    }

    private func waterfall(_ study: WrittenStudy) throws -> WaterfallPlot {
        guard case .waterfall(let plan) = study.context.study.figures[1].kind else { throw Surprise() }
        return try #require(WaterfallAnalysis(study.context).figure(for: plan, reporting: study.sink))
    }

    private struct Surprise: Error {}

    /// Days of 2024 from 1 January: 60 to 1 March, 121 to 1 May, 182 to 1 July, 31 to 1 February, 152 to 1 June.
    @Test func `bars are times from zero, the longest first, with what happened on the way`() throws {
        let plot = try swimmer(study())
        #expect(
            (plot.endLabel, plot.unit, plot.marks.map(\.label)) == ("OS", .months, ["PFS"]))
        let a = plot.groups[0]
        #expect(a.bars.map { ($0.time * 30.4375).rounded() } == [182, 152, 121])
        #expect(a.bars.map(\.endsWithEvent) == [false, false, true])
        // Marked in the bars' months, though the endpoint of progression is in days.
        #expect(a.bars.map { $0.marks[0].map { ($0 * 30.4375).rounded() } } == [nil, 31, 60])
        #expect(a.bars.map(\.response) == [0, 2, 0])
        #expect((a.events, a.missing) == (1, 0))
    }

    /// A name in capitals is no abbreviation: the key says what the event is.
    @Test func `an endpoint without an abbreviation is named by its label`() throws {
        let yaml =
            Self.yaml.replacing("pfs: {", with: "progression: {")
            + "figures:\n  - { id: s, kind: swimmer, endpoint: os, events: progression }\n"
        let plot = try swimmer(try WrittenStudy(yaml, patients: Self.patients))
        #expect(plot.marks.map(\.label) == ["Progression"] && plot.endLabel == "OS")
    }

    /// The death of patients 4 and 6 ends progression-free survival too, and is no progression before the end.
    @Test func `the event that ends a bar is not marked twice`() throws {
        let plot = try swimmer(study())
        #expect(plot.groups[1].bars.allSatisfy { $0.marks == [nil] })
        #expect(plot.marks[0].n == 2)
    }

    @Test func `the order of the rows changes nothing, and no key crosses`() throws {
        let (plain, reversed) = (try study(), try study(reversedRows(Self.patients)))
        #expect(try swimmer(plain) == swimmer(reversed))
        #expect(try waterfall(plain) == waterfall(reversed))
    }

    @Test func `changes go down from the greatest, and thresholds belong to their sides`() throws {
        let plot = try waterfall(study())
        #expect(plot.groups.map { $0.bars.map(\.change) } == [[20, -30, -55], [41, 5.5]])
        #expect(plot.groups.map(\.decreased) == [2, 0] && plot.groups.map(\.increased) == [1, 1])
        #expect(plot.groups.map(\.missing) == [0, 1])
        #expect(plot.thresholds == [-30, 20] && plot.responses.map(\.id) == ["PR", "SD", "PD"])
        #expect(plot.groups[1].bars.map(\.response) == [2, 1])
    }

    @Test func `what is no number has no waterfall`() throws {
        let study = try WrittenStudy(Self.yaml, patients: Self.patients)
        let plan = WaterfallFigurePlan(
            variable: named("response"), response: nil, thresholds: [], by: nil, population: nil)
        #expect(WaterfallAnalysis(study.context).figure(for: plan, reporting: study.sink) == nil)
        #expect(rendered(study.sink).contains("change 'response' must be a number [wrong-type]"))
    }

    @Test func `a response without levels is a message`() throws {
        let study = try WrittenStudy(Self.yaml, patients: Self.patients)
        let plan = SwimmerFigurePlan(
            endpoint: named("os"), events: [], response: named("change"), by: nil, population: nil)
        #expect(SwimmerAnalysis(study.context).figure(for: plan, reporting: study.sink) == nil)
        #expect(rendered(study.sink).contains("response 'change' must be categorical [wrong-type]"))
    }
}

@Suite struct AdverseEventPlotTests {
    private static let patients = "id,arm\n1,A\n2,A\n3,A\n4,B\n5,B\n6,B\n"
    private static let events = """
        id,term,grade
        1,Rash,1
        2,Rash,3
        4,Rash,2
        4,Fever,5
        5,Fever,3
        3,Cough,1
        6,Anaemia,1

        """

    private func plot(
        terms: [String] = [], order: AdverseEventFigurePlan.Order = .frequency, minimum: Double = 0,
        yaml: String = "arms: { column: arm, order: [A, B] }\n", events: String = events
    ) throws -> (plot: AdverseEventPlot?, sink: DiagnosticSink) {
        let study = try WrittenStudy(yaml, patients: Self.patients, files: [("events", events, true)])
        let plan = AdverseEventFigurePlan(
            events: AdverseEventPlan(
                source: named("events"), term: named("term"), grade: named("grade"),
                severities: [
                    .init(label: "Any grade", lowest: 1, highest: nil),
                    .init(label: "Grade ≥3", lowest: 3, highest: nil),
                ], all: nil, terms: terms.map(named), minimumPercent: minimum, by: nil, population: nil,
                showsTotal: false, showsPValue: false), order: order)
        return (AdverseEventAnalysis(study.context).plot(for: plan, reporting: study.sink), study.sink)
    }

    @Test func `the most frequent term comes first, equal ones by the alphabet`() throws {
        let table = try #require(try plot().plot).table
        #expect(table.rows.map(\.id) == ["Rash", "Fever", "Anaemia", "Cough"])
        #expect(
            table.rows[0].counts == [[2, 1], [1, 0]] && table.rows[1].counts == [[0, 2], [0, 2]])
        #expect(try plot(events: reversedRows(Self.events)).plot?.table == table)
    }

    @Test func `listed terms are sorted too, unless their own order is asked for`() throws {
        let terms = ["Cough", "Rash"]
        #expect(try plot(terms: terms).plot?.table.rows.map(\.id) == ["Rash", "Cough"])
        #expect(try plot(terms: terms, order: .listed).plot?.table.rows.map(\.id) == terms)
    }

    @Test func `one group has no mirror`() throws {
        let (plot, sink) = try plot(yaml: "")
        #expect(plot == nil)
        #expect(
            rendered(sink).contains(
                "a figure of adverse events needs two groups, and there is one [not-two-arms]"))
    }

    @Test func `nothing frequent enough is a warning`() throws {
        let (plot, sink) = try plot(minimum: 99)
        #expect(plot == nil && !sink.hasErrors)
        #expect(
            rendered(sink).contains(
                "no adverse events of 'events' can be drawn: no term occurs often enough [nothing-to-draw]")
        )
    }
}
