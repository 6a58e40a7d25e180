import Diagnostics
import Results
import StudyFiles
import Testing

@testable import Analysis

/// Interactions, clusters, weights and an offset of a study's Cox models, against R.
@Suite struct CoxOptionTests {
    private static let yaml = """
        arms: { column: arm, order: [A, B], reference: A }
        variables:
          sex: { levels: [F, M] }
          centre: { levels: [x, y, z] }
          age: { type: continuous }
          w: { type: continuous }
          o: { type: continuous }
        endpoints:
          os: { time: time, unit: months, status: status, codes: { 0: censored, 1: event } }

        """
    private static let patients = """
        id,arm,time,status,sex,age,centre,w,o
        01,A,1,1,F,50,x,1,0.1
        02,B,2,1,M,61,x,0.5,-0.2
        03,A,3,1,M,70,y,2,0
        04,B,4,0,F,40,y,1,0.3
        05,A,4,1,F,66,z,1.5,0
        06,B,6,1,F,58,z,1,-0.1
        07,A,7,0,M,49,x,0.5,0.2
        08,B,8,1,M,73,y,1,0
        09,A,9,1,F,55,z,2,0.1
        10,B,9,0,M,47,x,1,-0.3

        """

    private func table(
        _ change: (inout CoxPlan) -> Void, rows: [String] = ["arm", "sex"]
    ) throws -> (table: CoxTable?, sink: DiagnosticSink) {
        let study = try WrittenStudy(Self.yaml, patients: Self.patients)
        var plan = CoxPlan(
            endpoints: [named("os")], rows: rows.map(named), showsUnivariable: true, multivariable: .all,
            univariablePValue: .likelihoodRatio, multivariablePValue: .wald, strata: [], population: nil,
            usesFirth: false)
        change(&plan)
        return (CoxAnalysis(study.context).table(for: plan, reporting: study.sink), study.sink)
    }

    private func fit(_ change: (inout CoxPlan) -> Void) throws -> CoxModelFit {
        try #require(try table(change).table?.endpoints.first?.multivariable)
    }

    /// `coxph(Surv(time, status) ~ arm * sex, d)`
    @Test func interactions() throws {
        let table = try #require(try table { $0.interactions = [[named("arm"), named("sex")]] }.table)
        let fit = try #require(table.endpoints.first?.multivariable)
        #expect(fit.coefficients.map(\.column.name) == ["armB", "sexM", "armB:sexM"])
        expectClose(fit.coefficients.map(\.coefficient), [-0.52755101346, -0.39809609086, 0.240108185571])
        expectClose(fit.coefficients.map(\.standardError), [1.21026124932, 1.21337465001, 1.8418394126])
        #expect(table.interactions == [["arm", "sex"]])
        #expect(table.endpoints[0].univariable.allSatisfy { $0.coefficients.count == 1 })
    }

    /// `coxph(Surv(time, status) ~ arm + sex + cluster(centre), d)`
    @Test func clusters() throws {
        let fit = try fit { $0.cluster = named("centre") }
        #expect(fit.variance == .clustered)
        expectClose(fit.coefficients.map(\.standardError), [0.553362227317, 0.81728068995])
    }

    /// `coxph(Surv(time, status) ~ arm + sex + offset(o), d, weights = w, robust = TRUE)`
    @Test func `weights and an offset`() throws {
        let (found, _) = try table {
            $0.weights = named("w")
            $0.offset = named("o")
        }
        let fit = try #require(found?.endpoints.first?.multivariable)
        #expect(fit.variance == .robust)
        expectClose(fit.coefficients.map(\.coefficient), [-0.700169749188, 0.414929194312])
        expectClose(fit.coefficients.map(\.standardError), [0.734785251297, 0.746113020245])
        // Only Wald's test knows of the robust variance.
        #expect(found?.univariablePValue == .wald)
        #expect(found?.weights == "W")
        #expect(found?.offset == "O")
    }

    /// `coxph(Surv(time, status) ~ arm + sex, d, robust = TRUE)`
    @Test func `a robust variance`() throws {
        let fit = try fit { $0.isRobust = true }
        #expect(fit.variance == .robust)
        expectClose(fit.coefficients.map(\.standardError), [0.67444486439, 0.707270312703])
    }

    @Test func `weights are numbers not below zero`() throws {
        let (none, sink) = try table { $0.weights = named("sex") }
        #expect(none == nil)
        #expect(sink.diagnostics.map(\.summary) == ["weights variable 'sex' must be a number"])
        let (negative, second) = try table { $0.weights = named("o") }
        #expect(negative == nil)
        #expect(second.diagnostics.map(\.summary) == ["weight 'o' is -0.2 for a patient"])
    }

    private func expectClose(_ found: [Double?], _ expected: [Double]) {
        #expect(found.count == expected.count)
        for (own, theirs) in zip(found, expected) {
            #expect(abs((own ?? .nan) - theirs) <= 1e-8 * max(1, abs(theirs)), "\(own ?? .nan) is not \(theirs)")
        }
    }

    /// As in R, whose `coxph` stops.
    @Test func `a weight of zero is refused`() throws {
        let study = try WrittenStudy(
            Self.yaml, patients: Self.patients.replacing("04,B,4,0,F,40,y,1,", with: "04,B,4,0,F,40,y,0,"))
        let plan = CoxPlan(
            endpoints: [named("os")], rows: [named("arm")], showsUnivariable: true, multivariable: .all,
            univariablePValue: .wald, multivariablePValue: .wald, strata: [], weights: named("w"), population: nil,
            usesFirth: false)
        #expect(CoxAnalysis(study.context).table(for: plan, reporting: study.sink) == nil)
        #expect(study.sink.diagnostics.map(\.summary) == ["weight 'w' is 0.0 for a patient"])
        #expect(
            study.sink.diagnostics.first?.help == [
                "weights must be above 0, or missing; leave patients who count for nothing out by an exclusion"
            ])
    }

    /// As in R: exact ties know neither weights nor a robust variance.
    @Test func `exact ties and a robust variance are refused`() throws {
        let study = try WrittenStudy("conventions: { ties: exact }\n" + Self.yaml, patients: Self.patients)
        var plan = CoxPlan(
            endpoints: [named("os")], rows: [named("arm")], showsUnivariable: true, multivariable: .all,
            univariablePValue: .wald, multivariablePValue: .wald, strata: [], population: nil, usesFirth: false)
        #expect(CoxAnalysis(study.context).table(for: plan, reporting: study.sink) != nil)
        (plan.weights, plan.cluster, plan.isRobust) = (named("w"), named("centre"), true)
        #expect(CoxAnalysis(study.context).table(for: plan, reporting: study.sink) == nil)
        #expect(
            study.sink.diagnostics.map(\.summary)
                == ["weights", "cluster", "robust"].map {
                    "'\($0)' can't be with 'ties: exact', which knows no robust variance"
                })
    }

    /// Arms called 1, 2 and 3 stay arms, also where a baseline table has them in a row.
    @Test func `arms with numbers as names`() throws {
        let coded = Self.patients.replacing(",A,", with: ",1,").replacing(",B,", with: ",2,")
        let yaml = Self.yaml.replacing("order: [A, B], reference: A", with: "labels: { 1: One, 2: Two }")
        let study = try WrittenStudy(
            yaml + "tables:\n  - { id: b, kind: baseline, by: sex, rows: [arm, age] }\n", patients: coded)
        let plan = CoxPlan(
            endpoints: [named("os")], rows: [named("arm")], showsUnivariable: true, multivariable: .none,
            univariablePValue: .wald, multivariablePValue: .wald, strata: [], population: nil, usesFirth: false)
        let table = try #require(CoxAnalysis(study.context).table(for: plan, reporting: study.sink))
        #expect(table.endpoints[0].univariable[0].coefficients.map(\.column.name) == ["arm2"])
    }
}
