import Analysis
import CohortBuilding
import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Databases

/// A registry of made-up patients, and a study of it that counts are enough for.
enum Registry {
    /// The columns of the patients, made up from a seed in the database itself.
    static func fill(_ table: String, patients: Int, seed: Double = 0.25) -> String {
        """
        SELECT setseed(\(seed));
        INSERT INTO \(table)
        SELECT id, CASE WHEN u[1] < 0.5 THEN 'north' ELSE 'south' END, CASE WHEN u[2] < 0.02 THEN NULL WHEN u[2] < 0.5 THEN 'A' ELSE 'B' END,
            CASE WHEN u[3] < 0.01 THEN -9 ELSE 15 + (u[3] * 70)::int END,
            CASE WHEN u[4] < 0.05 THEN NULL ELSE (ARRAY['I', 'II', 'III'])[1 + (u[4] * 2.99)::int] END,
            u[5] < 0.4, (u[6] * 3)::int, round((u[7] * 12)::numeric, 1),
            start, CASE WHEN u[9] < 0.7 THEN start + days END, start + days + CASE WHEN u[9] < 0.7 THEN 0 ELSE 30 END,
            CASE WHEN u[10] < 0.2 THEN start + 20 ELSE start END, (days * 0.6)::int, (u[9] < 0.8)::int
        FROM (
            SELECT id, u, DATE '2018-01-01' + (u[8] * 500)::int AS start,
                1 + (-ln(1 - u[11] * 0.99) * CASE WHEN u[2] < 0.5 THEN 300 ELSE 420 END * (1.3 - u[3]))::int AS days
            FROM (
                SELECT id, ARRAY(SELECT random() FROM generate_series(1, 11 + id * 0)) AS u
                FROM generate_series(1, \(patients)) id
            ) AS numbers
        ) AS days
        """
    }

    static let columns = """
        id int, region text, arm text, age int, stage text, smoker boolean, ecog int, size_cm numeric,
        start_date date, death_date date, last_date date, therapy_start_date date, pfs_days int, pfs_status int
        """

    /// The study, with the rows at an address.
    static func study(_ source: String, table: String = "registry.people", pushDown: String) -> String {
        """
        greenwood: 1
        study: { title: A registry, cutoff: 2020-01-31 }
        data:
          patients:
            source: \(source)
            table: \(table)
            key: id
            missing: ["-9"]
            push_down: \(pushDown)
        arms: { column: arm }
        variables:
          age: { label: Age, unit: years }
          age_group: { from: age, cut: [60, 70] }
          stage: { levels: [I, II, III], label: Stage }
          early: { from: stage, groups: { Early: [I, II], Late: III } }
          fit: { cases: { Fit: ecog <= 1 and size_cm < 8, Frail: ecog > 1 or size_cm >= 8 } }
          never_used: { column: region }
        endpoints:
          os:
            from: start_date
            event: death_date
            censor: last_date
            unit: months
            at: [12, 24]
            restricted_mean: 18
            strata: [smoker]
            tests: [gehan-breslow, trend]
          pfs: { time: pfs_days, status: pfs_status, codes: { 0: censored, 1: event }, unit: months, time_unit: days, at: [6] }
        exclusions:
          - { where: age < 18, because: Younger than 18 years }
        populations:
          elderly: { label: Elderly, where: age >= 65 and stage is not missing }
          unused: { label: Small, where: size_cm <= 2.5 }
        tables:
          - { id: baseline, kind: baseline, caption: Characteristics., rows: [age_group, stage, smoker, fit] }
          - { id: early, kind: response, caption: Stages., variable: early, rates: { Early: [Early] } }
          - { id: rates, kind: survival, caption: Survival., endpoints: [os, pfs], population: elderly }
          - { id: effects, kind: effect, caption: Effects., endpoints: [pfs], populations: [all, elderly], adjust_for: [stage] }
          - id: models
            kind: cox
            caption: Models.
            endpoints: [os]
            rows: [age_group, stage, smoker, arm, fit]
            multivariable: { all: true }
        figures:
          - { id: curves, kind: kaplan-meier, caption: Curves., panels: [{ endpoint: os }, { endpoint: pfs, by: stage, population: elderly }] }
          - { id: subgroups, kind: forest, caption: Subgroups., endpoint: os, subgroups: [age_group, stage, smoker] }
          - { id: patients, kind: flow, caption: Patients., populations: [elderly] }
        """
    }

    /// The study as it is read.
    static func read(_ text: String) throws -> Study {
        let sink = DiagnosticSink()
        let study = readStudy(text, file: "study.yaml", reporting: sink)
        #expect(rendered(sink, quoting: ["study.yaml": text]) == "")
        return try #require(study)
    }

    /// The results from the rows.
    static func resultsOfRows(_ study: Study) throws -> StudyResults {
        let reader = DatabaseReader()
        let sink = DiagnosticSink()
        let cohort = buildCohort(
            for: study,
            reading: { _ in try reader.read(try #require(study.dataFiles[0].database)).csv }, reporting: sink)
        let results = analyze(
            try #require(cohort, "\(rendered(sink))"), as: study, provenance: provenance, reporting: sink)
        #expect(!sink.hasErrors, "\(rendered(sink))")
        return results
    }

    /// The results from counts.
    static func resultsOfCounts(_ study: Study) throws -> StudyResults {
        let reader = DatabaseReader()
        let plan = try #require(try reader.countingPlan(of: study))
        #expect(plan.refusals == [])
        let sink = DiagnosticSink()
        let counted = try #require(
            try reader.count(study, by: plan, reporting: sink, reportsFaults: true), "\(rendered(sink))")
        let results = analyze(
            counted.whole, parts: counted.parts, as: study, provenance: provenance, reporting: sink)
        #expect(!sink.hasErrors, "\(rendered(sink))")
        return results
    }

    static let provenance = Provenance(program: "greenwood", inputs: [])
}

/// Where two values' numbers differ in any bit, or anything else differs.
func differences<Value: Encodable>(_ left: Value, _ right: Value) throws -> [String] {
    let trees = try [left, right].map { try JSONSerialization.jsonObject(with: JSONEncoder().encode($0)) }
    var found: [String] = []
    compare(trees[0], trees[1], at: "", &found)
    return found
}

private func compare(_ left: Any, _ right: Any, at path: String, _ found: inout [String]) {
    switch (left, right) {
    case (let left as [String: Any], let right as [String: Any]):
        for key in Set(left.keys).union(right.keys).sorted() {
            compare(left[key] ?? "absent", right[key] ?? "absent", at: "\(path).\(key)", &found)
        }
    case (let left as [Any], let right as [Any]) where left.count == right.count:
        for index in left.indices { compare(left[index], right[index], at: "\(path)[\(index)]", &found) }
    case (let left as NSNumber, let right as NSNumber):
        if left.doubleValue != right.doubleValue { found.append("\(path) \(left) \(right)") }
    default:
        if "\(left)" != "\(right)" { found.append("\(path) \(left) \(right)") }
    }
}
