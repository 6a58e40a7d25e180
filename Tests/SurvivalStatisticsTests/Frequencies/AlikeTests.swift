import Foundation
import Mathematics
import Results
import Testing

@testable import SurvivalStatistics

/// Patients one by one, in any order, and patients counted have one design, and so the same numbers to the last bit.
@Suite struct AlikeTests {
    private func counted(_ design: CoxDesign) -> CoxDesign { design.countingAlike(ties: .efron, variance: .model) }

    /// The design as though a thousand patients were many.
    private func manyCounted(_ design: CoxDesign) -> CoxDesign {
        AlikeRecords(design, covariates: design.covariates.measuredCovariates, manyFrom: 1000).map(design.selecting)
            ?? design
    }

    /// Every bit of a value's numbers, as text.
    private func digits(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// The rows in another order.
    private func shuffled(_ rows: Kinds.Rows, seed: UInt64) -> Kinds.Rows {
        var generator = SplitMix64(seed: seed)
        var order = Array(rows.index.indices)
        for index in order.indices { order.swapAt(index, generator.next(below: order.count)) }
        return Kinds.Rows(
            index: order.map { rows.index[$0] }, frequency: rows.frequency.map { all in order.map { all[$0] } })
    }

    @Test(arguments: [TiesMethod.efron, .breslow], [1, 2, 3])
    func `every order and every count of the patients gives the same bits`(ties: TiesMethod, seed: UInt64) throws {
        // As they are: some alike; without counts: hardly any.
        for kinds in [Kinds(seed: seed), Kinds(seed: seed).withoutCounts()] {
            for (late, stratified) in [(false, false), (true, false), (false, true), (true, true)] {
                let variants = [
                    kinds.rows, kinds.patients, shuffled(kinds.rows, seed: seed + 1),
                    shuffled(kinds.patients, seed: seed + 2),
                ]
                let designs = try variants.map { try kinds.design(of: $0, late: late, stratified: stratified) }
                let models = designs.map { coxModel(counted($0), ties: ties, variance: .model) }
                let texts = try models.map {
                    try digits($0.result(level: 0.95))
                        + digits(proportionalHazardsTest(of: $0, transform: .kaplanMeier))
                }
                #expect(Set(texts).count == 1)
                #expect(models[0].design == models[3].design)
                // Their number is that of the records as they came, but for rounding.
                let plain = coxModel(designs[1], ties: ties, variance: .model)
                #expect(plain.n == models[0].n)
                #expect(plain.events == models[0].events)
                for (one, other) in zip(plain.coefficients, models[0].coefficients) {
                    #expect(abs(try #require(one) - (try #require(other))) < 1e-11)
                }
                #expect(abs(plain.logLikelihood - models[0].logLikelihood) < 1e-10)
            }
        }
    }

    @Test func `subgroups of patients alike give the same bits`() throws {
        let kinds = Kinds(seed: 4)
        let texts = try [kinds.rows, kinds.patients, shuffled(kinds.patients, seed: 5)].map { rows in
            var treatment: [Int32] = rows.index.map { Int32(kinds.columns[0][$0]) }
            // Of one kind nobody's treatment is known.
            for (place, kind) in rows.index.enumerated() where kind == 3 { treatment[place] = -1 }
            return try digits(
                try subgroupAnalysis(
                    try CoxDesign(
                        time: rows.index.map { kinds.time[$0] }, status: rows.index.map { kinds.status[$0] },
                        covariates: DesignMatrix(
                            [.continuous("x", rows.index.map { kinds.columns[2][$0] })], rows: rows.index.count),
                        frequency: rows.frequency),
                    treatment: .factor("treatment", codes: treatment, levels: ["no", "yes"], reference: 0),
                    by: kinds.factor(1, rows.index), ties: .efron, variance: .model, level: 0.95))
        }
        #expect(Set(texts).count == 1)
    }

    /// A subgroup of the only level there is has the patients who have it, not those who lack it.
    @Test func `one level and a missing one are two kinds`() throws {
        let analysis = try subgroupAnalysis(
            try CoxDesign(
                time: [1, 1, 2, 2, 3, 3], status: [.event, .event, .event, .event, .censored, .event],
                covariates: DesignMatrix([], rows: 6)),
            treatment: .factor("t", codes: [0, 0, 1, 1, 0, 1], levels: ["no", "yes"], reference: 0),
            by: .factor("b", codes: [-1, 0, 0, -1, 0, 0], levels: ["only"], reference: 0), ties: .efron,
            variance: .model, level: 0.95)
        #expect(analysis.subgroups.map(\.n) == [4])
        #expect(analysis.subgroups.map(\.events) == [3])
    }

    /// Three patients of one kind, one of another, and two who lack a value: three records, the last without a value.
    @Test func `kinds come in the order of their values, and those who lack one come last`() throws {
        let design = try CoxDesign(
            time: [5, 2, 5, .nan, 5, 2], status: [.event, .censored, .event, .event, .event, nil],
            covariates: DesignMatrix(
                [.factor("f", codes: [1, 0, 1, 1, 1, 0], levels: ["a", "b"], reference: 0)], rows: 6))
        let alike = counted(design)
        #expect(Array(alike.time.prefix(2)) == [2, 5])
        #expect(alike.frequency == [1, 3, 2])
        #expect(alike.covariates.columns[0].prefix(2) == [0, 1])
        let model = coxModel(alike, ties: .efron, variance: .model)
        #expect(model.n == 4)
        #expect(model.notes.contains(ResultNote(.missingLeftOut, count: 2)))
    }

    /// Interactions keep their terms, offsets and entries their patients.
    @Test func `the whole design goes with its records`() throws {
        let design = try CoxDesign(
            time: [3, 1, 3, 1], status: [.event, .event, .event, .event],
            covariates: DesignMatrix(
                [
                    .continuous("x", [2, 0, 2, 0]),
                    .factor("f", codes: [1, 0, 1, 0], levels: ["a", "b"], reference: 0),
                ], interactions: [["x", "f"]], rows: 4),
            entry: [0.5, 0, 0.5, 0], strata: [4, 2, 4, 2], offset: [0.25, -0.5, 0.25, -0.5])
        let alike = counted(design)
        #expect(alike.time == [1, 3])
        #expect(alike.entry == [0, 0.5])
        #expect(alike.strata == [2, 4])
        #expect(alike.offset == [-0.5, 0.25])
        #expect(alike.frequency == [2, 2])
        #expect(alike.covariates.columns == [[0, 2], [0, 1], [0, 2]])
        #expect(alike.covariates.terms == design.covariates.terms)
        #expect(alike.covariates.identities == design.covariates.identities)
    }

    /// What belongs to single patients is never counted.
    @Test func `weights, clusters, robust variances and exact ties keep their records`() throws {
        func design(weights: [Double]? = nil, clusters: [Int]? = nil) throws -> CoxDesign {
            try CoxDesign(
                time: [2, 1, 2, 1], status: [.event, .event, .event, .event],
                covariates: DesignMatrix([.continuous("x", [1, 0, 1, 0])], rows: 4), weights: weights,
                clusters: clusters)
        }
        let plain = try design()
        #expect(plain.countingAlike(ties: .breslow, variance: .model) != plain)
        #expect(plain.countingAlike(ties: .exact, variance: .model) == plain)
        #expect(plain.countingAlike(ties: .efron, variance: .robust) == plain)
        let weighted = try design(weights: [1, 1, 1, 1])
        #expect(counted(weighted) == weighted)
        let clustered = try design(clusters: [0, 0, 1, 1])
        #expect(counted(clustered) == clustered)
        let nobody = try CoxDesign(time: [.nan], status: [nil], covariates: DesignMatrix([], rows: 1))
        #expect(counted(nobody).time.count == 1)
        #expect(counted(nobody).frequency == nil)
    }

    /// Many patients are counted where few kinds are possible, and left alone where their values differ too much.
    @Test func `of many patients only few kinds are counted`() throws {
        var generator = SplitMix64(seed: 3)
        let count = 2000
        let time = (0..<count).map { _ in Double(generator.next(below: 40)) }
        let level = (0..<count).map { _ in Int32(generator.next(below: 3)) }
        let status = (0..<count).map { _ in generator.next(below: 2) == 0 ? Status.event : .censored }
        func design(_ covariates: [Covariate]) throws -> CoxDesign {
            try CoxDesign(time: time, status: status, covariates: DesignMatrix(covariates, rows: count))
        }
        let levels = Covariate.factor("f", codes: level, levels: ["a", "b", "c"], reference: 0)
        let few = manyCounted(try design([levels]))
        #expect((200...240).contains(few.time.count))
        #expect(few.frequency?.reduce(0, +) == Double(count))
        let many = try design(
            [levels] + [3.0, 7].map { part in .continuous("x\(part)", (0..<count).map { Double($0) / part }) })
        // Fewer patients are ordered all the same.
        #expect(manyCounted(many) == many)
        #expect(counted(many).time == time.sorted())
        let wide = try design(
            (0..<3).map { c in .continuous("x\(c)", (0..<count).map { Double(($0 * (c + 7)) % 4099) }) })
        #expect(manyCounted(wide) == wide)
    }

    /// Fourteen covariates of two values: more kinds are possible than are counted in their places, and they are sorted.
    @Test func `many patients with many covariates of few values have one order too`() throws {
        var generator = SplitMix64(seed: 6)
        let count = 2000
        let time = (0..<count).map { _ in Double(generator.next(below: 1500)) }
        let columns = (0..<14).map { _ in (0..<count).map { _ in Double(generator.next(below: 8) / 7) } }
        let status = [Status](repeating: .event, count: count)
        func design(_ order: [Int]) throws -> CoxDesign {
            try CoxDesign(
                time: order.map { time[$0] }, status: status,
                covariates: DesignMatrix(
                    columns.enumerated().map { index, column in .continuous("x\(index)", order.map { column[$0] }) },
                    rows: count))
        }
        let forward = manyCounted(try design(Array(0..<count)))
        let backward = manyCounted(try design((0..<count).reversed()))
        #expect(forward.time == time.sorted())
        #expect(forward == backward)
    }

    /// Twenty numbers of a hundred values each write more numbers than there are: they are numbered anew on the way.
    @Test func `keys of many digits stay in order`() {
        var generator = SplitMix64(seed: 8)
        let rows = (0..<300).map { Int32($0) }
        let columns = (0..<20).map { _ in rows.map { _ in Double(generator.next(below: 100)) / 8 } }
        var keys = RecordKeys(rows, limit: nil)
        for column in columns { keys.expectAdded(column) }
        let byKey = rows.sorted { keys.keys[Int($0)] < keys.keys[Int($1)] }
        let byValue = rows.sorted { left, right in
            columns.lazy.map { ($0[Int(left)], $0[Int(right)]) }.first { $0 != $1 }.map { $0 < $1 } ?? false
        }
        #expect(byKey == byValue)
        #expect(Set(keys.keys).count == 300)
        #expect(keys.keys.allSatisfy { (0..<keys.bound).contains($0) })
        // 100³ is below 2²⁴, 100⁴ is not.
        var limited = RecordKeys(rows, limit: 1 << 24)
        for column in columns.prefix(3) { limited.expectAdded(column) }
        let isAdded = limited.add(columns[3])
        #expect(!isAdded)
    }
}

extension RecordKeys {
    fileprivate mutating func expectAdded(_ column: [Double]) {
        let isAdded = add(column)
        #expect(isAdded)
    }
}

extension Kinds {
    /// The same kinds, one patient each.
    fileprivate func withoutCounts() -> Kinds {
        var kinds = self
        kinds.frequency = frequency.map { _ in 1 }
        return kinds
    }
}
