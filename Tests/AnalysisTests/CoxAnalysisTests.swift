import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct CoxAnalysisTests {
    static let yaml = """
        arms: { column: arm, order: [A, B], reference: A }
        variables:
          age: { label: Age, unit: years }
          sex: { levels: [F, M] }
          sites: { separator: ";" }
        endpoints:
          os: { time: time, unit: months, status: status, codes: { 0: censored, 1: event } }

        """

    /// Times 1 (A, event), 2 (B, event), 3 (A, event), 4 (B, censored).
    private static let four = """
        id,arm,time,status,sex,age,sites
        1,A,1,1,F,50,x
        2,B,2,1,M,,x;y
        3,A,3,1,M,70,y
        4,B,4,0,F,40,x

        """

    private func plan(
        rows: [String] = ["arm", "sex"], univariable: Bool = true, multivariable: CoxPlan.Entry = .all,
        by p: CoxTable.PValueMethod = .likelihoodRatio, strata: [String] = [], firth: Bool = true
    ) -> CoxPlan {
        CoxPlan(
            endpoints: [named("os")], rows: rows.map(named), showsUnivariable: univariable,
            multivariable: multivariable, univariablePValue: p, multivariablePValue: .wald, strata: strata.map(named),
            population: nil, usesFirth: firth)
    }

    private func table(_ plan: CoxPlan, patients: String = four) throws -> (table: CoxTable?, sink: DiagnosticSink) {
        let study = try WrittenStudy(Self.yaml, patients: patients)
        return (CoxAnalysis(study.context).table(for: plan, reporting: study.sink), study.sink)
    }

    private func models(_ plan: CoxPlan, patients: String = four) throws -> CoxTable.EndpointModels {
        try #require(try table(plan, patients: patients).table?.endpoints.first)
    }

    /// With θ the hazard ratio of B, the likelihood is 1/(2 + 2θ) · θ/(1 + 2θ) · 1/(1 + θ), whose maximum solves
    /// 4θ² + θ − 1 = 0.
    @Test func `the hazard ratio by hand`() throws {
        let fit = try models(plan(rows: ["arm"])).univariable[0]
        #expect(fit.n == 4)
        #expect(fit.events == 3)
        #expect(abs((fit.coefficients[0].hazardRatio.value ?? 0) - (17.0.squareRoot() - 1) / 8) < 1e-10)
        #expect(fit.coefficients[0].column.parts[0].reference == "A")
        #expect(fit.variance == .model)
    }

    /// Firth's fit profiles every coefficient: with more than 50 it would not end in time, and the ordinary model stays.
    @Test func `a model of many coefficients does without Firth's penalty`() throws {
        func coefficient(levels: Int) throws -> CoxCoefficient {
            let rows = (0..<3 * levels).map { row in
                "\(row),\(row % 2 == 0 ? "A,\(row + 1)" : "B,\(row + 1)"),\(row % levels == 1 ? 0 : 1),\(row % 2 == 0 ? "F" : "M"),50,\(row % levels + 10),x\n"
            }
            let patients = "id,arm,time,status,sex,age,place,sites\n" + rows.joined()
            let yaml = Self.yaml.replacing("age: {", with: "place: { type: categorical }\n  age: {")
            let study = try WrittenStudy(yaml, patients: patients)
            let table = CoxAnalysis(study.context).table(
                for: plan(rows: ["place"], multivariable: .none), reporting: study.sink)
            return try #require(table?.endpoints.first?.univariable.first?.coefficients.first)
        }
        let few = try coefficient(levels: 4)
        #expect(few.monotone != nil && few.hazardRatio.value != nil)
        let many = try coefficient(levels: 52)
        #expect(many.monotone != nil && many.hazardRatio.value == nil)
    }

    @Test func `rows say levels and their patients`() throws {
        let table = try #require(try table(plan(rows: ["arm", "age"])).table)
        #expect(table.rows.map(\.label) == ["Treatment group", "Age"])
        #expect(table.rows.map(\.unit) == [nil, "years"])
        #expect(table.rows[0].levels == [.init(id: "A", label: "A", n: 2), .init(id: "B", label: "B", n: 2)])
        #expect(table.rows[0].reference == "A")
        #expect(table.rows[1].levels.isEmpty)
        #expect(table.rows[1].reference == nil)
    }

    /// Patient 2 has no age: two of the three events are left where the model holds it.
    @Test func `each model rests on the patients who have its variables`() throws {
        let models = try models(plan(rows: ["arm", "age"]))
        #expect(models.univariable.map(\.n) == [4, 3])
        #expect(models.univariable.map(\.events) == [3, 2])
        #expect(models.multivariable?.n == 3)
        #expect(models.multivariable?.notes.contains(ResultNote(.missingLeftOut, count: 1)) == true)
    }

    @Test func `covariates enter below the limit only`() throws {
        let all = try models(plan(multivariable: .none))
        #expect(all.multivariable == nil)
        #expect(all.entered.isEmpty)
        let p = all.univariable.compactMap { $0.terms[0].likelihoodRatio?.pValue }
        #expect(p.count == 2)
        let smaller = p[0] < p[1] ? 0 : 1
        let names = ["arm", "sex"]
        // The limit itself is not below the limit, whatever it would be rounded to.
        #expect(try models(plan(multivariable: .pBelow(SmallStudy.located(p[smaller])))).entered == [])
        #expect(
            try models(plan(multivariable: .pBelow(SmallStudy.located(p[smaller].nextUp)))).entered
                == [names[smaller]])
        let both = try models(plan(univariable: false, multivariable: .pBelow(SmallStudy.located(1.1))))
        #expect(both.entered == names)
        #expect(both.univariable.isEmpty)
    }

    @Test func `the chosen test decides who enters`() throws {
        let fit = try models(plan(rows: ["arm"])).univariable[0]
        let wald = try #require(fit.terms[0].wald.pValue)
        let score = try #require(fit.terms[0].score?.pValue)
        for (method, p) in [(CoxTable.PValueMethod.wald, wald), (.score, score)] {
            let at = plan(rows: ["arm"], multivariable: .pBelow(SmallStudy.located(p)), by: method)
            let above = plan(rows: ["arm"], multivariable: .pBelow(SmallStudy.located(p.nextUp)), by: method)
            #expect(try models(at).entered == [])
            #expect(try models(above).entered == ["arm"])
        }
    }

    @Test func `listed covariates enter in the order of the rows`() throws {
        let models = try models(plan(multivariable: .listed([named("sex"), named("arm")])))
        #expect(models.entered == ["arm", "sex"])
        #expect(models.multivariable?.coefficients.map(\.column.name) == ["armB", "sexM"])
        #expect(models.proportionalHazards?.transform == "km")
        #expect(models.multivariable?.eventsPerVariable == 1.5)
    }

    /// In each stratum of sex the partial likelihoods are: F: 1/(1 + θ) at time 1; M: θ/(1 + θ) at 2, 1 at 3. Their product is
    /// largest at θ = 1.
    /// R's `coxph` stops with "No (non-missing) observations" here; the other rows keep their own models.
    @Test func `a covariate that nobody has a value of leaves the other rows as they are`() throws {
        let empty =
            Self.four.split(separator: "\n").enumerated().map { index, line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                return (cells.prefix(4) + (index == 0 ? ["sex"] : [""]) + cells.suffix(2)).joined(separator: ",")
            }.joined(separator: "\n") + "\n"
        let study = try WrittenStudy(
            Self.yaml.replacing("sex: { levels: [F, M] }", with: "sex: { type: categorical }"),
            patients: empty)
        let found = CoxAnalysis(study.context).table(
            for: plan(rows: ["sex", "arm"], multivariable: .none), reporting: study.sink)
        let table = try #require(found)
        #expect(table.rows.map(\.levels.count) == [0, 2])
        #expect(table.rows[0].reference == nil)
        #expect(table.endpoints[0].univariable.map(\.n) == [0, 4])
    }

    @Test func `strata have baseline hazards of their own`() throws {
        let fit = try models(plan(rows: ["arm"], strata: ["sex"])).univariable[0]
        #expect(abs((fit.coefficients[0].hazardRatio.value ?? 0) - 1) < 1e-10)
    }

    private static let monotone = """
        id,arm,time,status,sex,age,sites
        1,A,1,1,F,50,x
        2,A,2,1,M,60,x
        3,A,3,1,F,70,y
        4,B,2,0,M,40,x
        5,B,4,0,F,45,x

        """

    @Test func `Firth's estimate stands in for one that does not exist`() throws {
        let fit = try models(plan(rows: ["arm"]), patients: Self.monotone).univariable[0]
        let coefficient = fit.coefficients[0]
        #expect((coefficient.hazardRatio.value ?? 2) < 1)
        #expect(
            coefficient.monotone
                == MonotoneLikelihood(
                    column: coefficient.column, reason: .noEventsInLevel, isIncreasing: false, level: "B"))
        #expect(coefficient.hazardRatio.notes == [ResultNote(.monotoneLikelihood, subject: "armB")])
        #expect(fit.notes.contains(ResultNote(.monotoneLikelihood, subject: "armB")))
        #expect(fit.terms[0].likelihoodRatio?.pValue != nil)
        #expect(fit.terms[0].score?.pValue != nil)
    }

    @Test func `without Firth's estimate there is none, and a reason`() throws {
        let models = try models(plan(rows: ["arm"], firth: false), patients: Self.monotone)
        let coefficient = models.univariable[0].coefficients[0]
        #expect(coefficient.hazardRatio.value == nil)
        #expect(coefficient.monotone?.reason == .noEventsInLevel)
        #expect(models.proportionalHazards == nil)
    }

    @Test func `weights make the variance robust`() throws {
        let study = try WrittenStudy(Self.yaml, patients: Self.four)
        var context = study.context
        context.populations["all"]?.weights = [1, 2, 1, 0.5]
        let fit = try #require(
            CoxAnalysis(context).table(for: plan(rows: ["arm"]), reporting: study.sink)?.endpoints[0].univariable[0])
        #expect(fit.variance == .robust)
        #expect(fit.coefficients[0].modelStandardError != nil)
        // The weighted likelihood's ratio is no test beside a robust variance.
        let table = CoxAnalysis(context).table(for: plan(rows: ["arm"]), reporting: study.sink)
        #expect(table?.univariablePValue == .wald)
    }

    @Test func `no events, one level, nobody`() throws {
        let none = Self.four.replacing(",1,F", with: ",0,F").replacing(",1,M", with: ",0,M")
        let fit = try models(plan(rows: ["arm"], multivariable: .pBelow(SmallStudy.located(1))), patients: none)
        #expect(fit.univariable[0].coefficients[0].coefficient == nil)
        #expect(fit.univariable[0].notes.contains(ResultNote(.noEvents)))
        #expect(fit.entered.isEmpty)
        let constant = Self.four.replacing(",F,", with: ",M,")
        #expect(
            try models(plan(rows: ["sex"]), patients: constant).univariable[0].notes
                .contains(ResultNote(.collinear, subject: "sexM")))
        let missing = Self.four.replacing(",F,", with: ",,").replacing(",M,", with: ",,")
        #expect(try models(plan(rows: ["sex"]), patients: missing).univariable[0].n == 0)
    }

    @Test func `the order of the rows changes nothing`() throws {
        #expect(try table(plan()).table == table(plan(), patients: reversedRows(Self.four)).table)
    }

    @Test func `rows and strata must fit a model`() throws {
        let (table, sink) = try table(
            plan(rows: ["arm", "sites"], multivariable: .listed([named("sex")]), strata: ["age"]))
        #expect(table == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: covariate 'sites' must have one value for each patient [wrong-type]
                   help: make a variable of one of its levels with 'groups'

                study.yaml:1:1: error: stratifying variable 'age' must be categorical [wrong-type]
                   help: cut it into groups: age_group: { from: age, cut: [...] }

                study.yaml:1:1: error: 'sex' is not among the table's 'rows' [unknown-name]
                   help: valid rows: 'arm', 'sites'
                """)
    }
}
