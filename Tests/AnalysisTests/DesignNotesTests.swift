import Results
import Testing

@testable import Analysis

/// Remarks on a design, each from a study that has it and from one that has not.
@Suite struct DesignNotesTests {
    private static let patients = """
        id,arm,age,seen,rt_start_date,progressed,died,last
        1,A,50,2020-01-01,2020-01-20,2020-06-01,,2020-12-01
        2,A,60,2020-01-05,2020-01-05,,2020-09-01,2020-09-01
        3,B,70,2020-02-01,,2020-04-01,2020-08-01,2020-08-01
        4,B,65,2020-02-07,2020-03-01,,,2020-12-01

        """

    private func notes(_ yaml: String, tables: [TableResult] = []) throws -> [DesignNote] {
        let written = try WrittenStudy("arms: { column: arm }\n" + yaml, patients: Self.patients)
        let context = written.context
        return designNotes(of: context.study, cohort: context.cohort, tables: tables, label: context.label(of:))
    }

    private static let survival = """
        endpoints:
          os: { label: Overall survival, from: seen, event: died, censor: last, unit: months }

        """

    /// A second measurement is known only after time zero; a model of two events for one covariate has few.
    @Test func predictionsAreRemarkedOn() throws {
        let yaml = """
            variables:
              first: { from: age, cut: [55] }
              second: { from: age, cut: [62] }

            """
        let figure = """
            tables: [{ id: p, kind: paired, pairs: [{ before: first, after: second }] }]
            figures: [{ id: f, kind: predicted-survival, endpoint: os, covariates: [second] }]

            """
        let found = try notes(yaml + Self.survival + figure)
        #expect(found.contains { $0.kind == .groupsAfterTimeZero && $0.subject == "f" })
        let other = figure.replacing("covariates: [second]", with: "covariates: [age]")
        #expect(try !notes(yaml + Self.survival + other).contains { $0.kind == .groupsAfterTimeZero })

        let written = try WrittenStudy(
            "arms: { column: arm }\n" + yaml + Self.survival + figure, patients: Self.patients)
        let few = try #require(written.analyzed().design?.first { $0.kind == .fewEventsPerVariable })
        #expect(few.subject == "f")
        #expect(few.value == 2)
        #expect(location(of: few, in: written.context.study) != nil)
    }

    @Test func theStudyHasNoCutoff() throws {
        #expect(try notes(Self.survival).contains { $0.kind == .missingCutoff })
        let dated = Self.survival.replacing("unit: months", with: "unit: months, cutoff: 2021-01-01")
        #expect(try !notes(dated).contains { $0.kind == .missingCutoff })
    }

    @Test func treatmentBeginsAfterTimeZero() throws {
        let note = try #require(try notes(Self.survival).first { $0.kind == .treatmentAfterTimeZero })
        #expect(
            note
                == DesignNote(
                    .treatmentAfterTimeZero, about: "os", label: "Overall survival", items: ["rt_start_date", "seen"],
                    value: 2))
        let later = Self.survival.replacing("from: seen", with: "from: rt_start_date")
        #expect(try !notes(later).contains { $0.kind == .treatmentAfterTimeZero })
    }

    @Test func deathDoesNotEndProgressionFreeSurvival() throws {
        func endpoint(_ label: String, _ events: String) -> String {
            "endpoints:\n  e: { label: \(label), from: seen, event: \(events), censor: last, unit: months }\n"
        }
        #expect(
            try notes(endpoint("Progression-free survival", "progressed")).contains {
                $0.kind == .deathNotAnEvent && $0.subject == "e"
            })
        #expect(
            try !notes(endpoint("Progression-free survival", "[progressed, died]")).contains {
                $0.kind == .deathNotAnEvent
            })
        #expect(try !notes(endpoint("Time to progression", "progressed")).contains { $0.kind == .deathNotAnEvent })
    }

    @Test func endpointsBeginOnDifferentDays() throws {
        let both =
            Self.survival + "  pfs: { label: Relapse, from: rt_start_date, event: died, censor: last, unit: months }\n"
        #expect(try notes(both).first { $0.kind == .differentTimeZero }?.items == ["seen", "rt_start_date"])
        #expect(try !notes(Self.survival).contains { $0.kind == .differentTimeZero })
    }

    @Test func numbersAreCutIntoGroups() throws {
        let cut = "variables:\n  old: { from: age, cut: [60], label: Old }\n" + Self.survival
        #expect(
            try notes(cut).contains(DesignNote(.dichotomised, about: "old", label: "Old", items: ["age"], value: 60)))
    }

    @Test func survivalIsComparedBetweenResponders() throws {
        let yaml = """
            variables:
              answer: { formula: age, label: Response }
              responder: { from: arm, groups: { Yes: [A], No: [B] }, label: Responder }
            tables:
              - { id: response, kind: response, caption: Response., variable: arm, rates: { R: [A] } }
            figures:
              - { id: km, kind: kaplan-meier, caption: Curves., by: responder, panels: [{ endpoint: os }] }

            """ + Self.survival
        #expect(
            try notes(yaml).contains {
                $0.kind == .groupsAfterTimeZero && $0.subject == "km" && $0.items == ["Responder"]
            })
    }
}
