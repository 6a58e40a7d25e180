import Diagnostics
import Results
import Styling
import Templating
import TestSupport
import Testing

@testable import Prose

/// The built-in results section, for studies of several shapes.
@Suite struct ResultsTemplateTests {
    @Test func twoArmsAreComparedInFull() {
        let text = resultsSection(of: Sample.twoArms)
        #expect(
            text?.markdown == """
                ## Statistical methods

                Progression-free survival (PFS) was the time from treatment start to progression or death. \
                Overall survival (OS) was the time to death. The data were cut off on 30 April 2025.

                Categorical variables are given as counts and percentages. Groups were compared by Pearson's χ² test \
                without continuity correction, or Fisher's exact test where an expected count was below 5; continuous \
                variables by the Mann–Whitney test, or the Kruskal–Wallis test for more than two groups.

                Survival was estimated by the Kaplan–Meier method, with intervals (95% CI) on the log-log scale; a \
                median is the middle of a flat stretch at one half that a later step leaves, otherwise its start; \
                survival is not estimated beyond the last observation of a group. Follow-up is described by the \
                reverse Kaplan–Meier method. Groups were compared by the log-rank test, and hazard ratios come from \
                Cox models with ties treated by Efron's approximation.

                Tests are two-sided, and no p-value is corrected for multiple testing. The analysis was done by \
                greenwood 0.1.0.

                ## Results

                *The data of this study are synthetic. They describe no real patients and carry no clinical evidence.*

                ### Patients

                Of 74 patients in the data, 71 were analysed. Left out: no follow-up (n = 2) and other cancer (n = 1). \
                The groups were IO+T (n = 42) and RT+IO+T (n = 29). Follow-up began between 3 February 2020 and \
                20 January 2025. Values were missing for AFP (n = 4).

                Table 1 shows the characteristics of the patients. The groups differed significantly in 2 of the 4 \
                that were compared:

                - Age (years), p = 0.030: median (interquartile range) 61.0 (50.0–66.0) in the IO+T group and \
                52.5 (50.0–66.0) in the RT+IO+T group
                - BCLC stage, p = 0.007: B in 12 (28.6%) of the IO+T group and 1 (3.4%) of the RT+IO+T group; \
                C in 30 (71.4%) of the IO+T group and 28 (96.6%) of the RT+IO+T group

                They did not differ significantly in the others (Age group, p = 0.886; Gender, p = 0.0501). \
                Without a test: Child–Pugh class.

                {{table baseline}}

                ### Progression-free survival

                Of 71 patients, 60 (84.5%) had an event. The median follow-up by the reverse Kaplan–Meier method was \
                24.3 months (95% CI 20.1–30.3). The median PFS was 4.6 months (95% CI 2.8–8.7) in the IO+T group \
                (38 of 42 patients had an event) and 12.6 months (95% CI 6.0 to not reached) in the RT+IO+T group \
                (22 of 29 patients had an event). Progression-free survival differed significantly between the groups \
                (log-rank test, p = 0.012); the median was longer in the RT+IO+T group. At 6 months, PFS was 40.5% \
                (95% CI 25.7–54.7%) in the IO+T group and 72.4% (95% CI 52.3–85.1%) in the RT+IO+T group. \
                At 12 months, PFS was 19.0% (95% CI 9.0–32.0%) in the IO+T group and not estimable in the RT+IO+T \
                group. Figure 1A shows the curves.

                ### Overall survival

                Of 71 patients, 55 (77.5%) had an event. The median follow-up by the reverse Kaplan–Meier method was \
                24.3 months (95% CI 20.1–30.3). The median OS was 10.9 months (95% CI 6.1–17.4) in the IO+T group \
                (35 of 42 patients had an event) and not reached (95% CI 12.0 to not reached) in the RT+IO+T group \
                (20 of 29 patients had an event). Overall survival did not differ significantly between the groups \
                (log-rank test, p = 0.0504). At 6 months, OS was 76.2% (95% CI 60.0–86.0%) in the IO+T group and \
                89.7% (95% CI 70.0–97.0%) in the RT+IO+T group. Figure 1B shows the curves.

                {{figure survival}}

                """)
    }

    @Test func oneGroupIsNotCompared() {
        #expect(
            resultsSection(of: Sample.oneGroup)?.markdown == """
                ## Statistical methods

                Time to relapse (TTR) was the time to relapse.

                Survival was estimated by the Kaplan–Meier method, with intervals (95% CI) on the log-log scale; a \
                median is the middle of a flat stretch at one half that a later step leaves, otherwise its start; \
                survival is not estimated beyond the last observation of a group. Follow-up is described by the \
                reverse Kaplan–Meier method.

                Tests are two-sided, and no p-value is corrected for multiple testing. The analysis was done by \
                greenwood 0.1.0.

                ## Results

                ### Patients

                All 20 patients in the data were analysed.

                ### Time to relapse

                Of 20 patients, 0 (0.0%) had an event. The median follow-up by the reverse Kaplan–Meier method was \
                24.3 months (95% CI 20.1–30.3). The median time to the event was not reached (95% CI not reached). \
                At 1 year, survival without the event was 100.0% (95% CI 100.0–100.0%). All patients form one group, so that there is no \
                comparison.

                """)
    }

    @Test func aStudyWithoutEndpointsHasItsPatients() {
        #expect(
            resultsSection(of: Sample.empty)?.markdown == """
                ## Statistical methods

                Tests are two-sided, and no p-value is corrected for multiple testing. The analysis was done by \
                greenwood 0.1.0.

                ## Results

                ### Patients

                All 20 patients in the data were analysed.

                """)
    }

    // MARK: Words of comparison

    @Test(
        arguments: [
            (0.0499, [4.6, 12.6], " differed significantly", "; the median was longer in the B group."),
            (0.0499, [12.6, 4.6], " differed significantly", "; the median was longer in the A group."),
            (0.0499, [4.6, 4.6], " differed significantly", "(log-rank test, p = 0.0499)."),
            (0.0499, [4.6, nil], " differed significantly", "(log-rank test, p = 0.0499)."),
            (0.0499, [4.6, 9, 7], " differed significantly", "; the median was longest in the B group."),
            (0.05, [4.6, 12.6], " did not differ significantly", "(log-rank test, p = 0.050)."),
            (0.7, [4.6, 12.6], " did not differ significantly", "(log-rank test, p = 0.700)."),
            (nil, [4.6, 12.6], "The groups could not be compared by a log-rank test.", "by a log-rank test."),
        ] as [(Double?, [Double?], String, String)])
    func differencesAreClaimedByTheTestOnly(p: Double?, medians: [Double?], claim: String, end: String) throws {
        var results = Sample.empty
        let groups = zip(["A", "B", "C"], medians).map { Sample.group($0, 9, 5, ($1, nil, nil), rates: []) }
        results.survival = [Sample.comparison("os", groups, p: p)]
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(text.contains(claim))
        #expect(text.contains(end + "\n"))
        let claims = [" differed significantly", " did not differ", "could not be compared"]
        #expect(claims.filter { text.contains($0) }.count == 1)
        if !end.contains("median was long") { #expect(!text.contains("long")) }
    }

    @Test func aGroupWithoutPatientsHasNoMedian() throws {
        var results = Sample.empty
        let groups = [
            Sample.group("A", 0, 0, (nil, nil, nil), rates: []), Sample.group("B", 9, 5, (3, 1, 7), rates: []),
        ]
        results.survival = [Sample.comparison("os", groups, p: nil)]
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(text.contains("was not estimable in the A group (0 of 0 patients had an event) and 3.0 months"))
    }

    // MARK: Where numbers come from

    /// Every digit of the section is printed by a result; the templates themselves hold none.
    @Test(arguments: [Sample.twoArms, Sample.oneGroup, Sample.empty])
    func everyNumberIsANamedResult(results: StudyResults) throws {
        let text = try #require(resultsSection(of: results))
        let names = Set(Phrasebook(results, style: .plain).entries.map(\.name))
        var digits = ""
        for piece in text.filled.pieces {
            switch piece.content {
            case .literal(let words): #expect(words.filter(\.isNumber).isEmpty, "typed number at \(piece.location)")
            case .value(let value, let name, _):
                #expect(names.contains(name), "\(name)")
                digits += value.filter(\.isNumber)
            case .placement: break
            }
        }
        #expect(text.markdown.filter(\.isNumber) == digits)
        if !results.tables.isEmpty { #expect(digits.count > 200) }
    }

    @Test func theSameTextComesFromResultsThatWereWrittenAndReadBack() throws {
        let results = Sample.twoArms
        let readBack = try StudyResults(decodingJSON: try results.encodedJSON())
        #expect(resultsSection(of: readBack) == resultsSection(of: results))
    }

    // MARK: Hostile names

    @Test func whatTheStudySaysIsPrintedAsItIs() throws {
        var results = Sample.twoArms
        results.arms[0].label = "{{study.title}} *A* <b>\nx_y"
        results.cohort.exclusions[0].reason = "# not a heading"
        let text = try #require(resultsSection(of: results))
        #expect(text.markdown.contains(#"The groups were {{study.title}} \*A\* \<b> x\_y (n = 42)"#))
        let runs = text.paragraphs.compactMap {
            if case .paragraph(let text) = $0 { TextRun.runs(of: text) } else { nil }
        }
        #expect(runs.contains { $0.count == 1 && $0[0].text.contains("{{study.title}} *A* <b> x_y (n = 42)") })
    }
}

/// The results section that the program brings along, filled; nil, with an issue, where there is a message.
func resultsSection(
    of results: StudyResults, style: HouseStyle = .plain, sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> ManuscriptText? {
    let sink = DiagnosticSink()
    let template = Template(
        named: "results.md", from: BuiltInTemplates(language: results.study.language), reporting: sink)
    let text = writeText(template, with: Phrasebook(results, style: style), reporting: sink)
    expectMessages(sink, equal: "", sourceLocation: sourceLocation)
    return text
}
