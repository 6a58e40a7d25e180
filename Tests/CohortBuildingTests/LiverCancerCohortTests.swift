import CohortBuilding
import Results
import StudyFiles
import Testing

/// The repository's own study against the same quantities computed by R from the same files.
@Suite struct LiverCancerCohortTests {
    private static func cohort() throws -> Cohort { try liverCancerStudy().cohort() }

    /// Days and events of an endpoint in one arm.
    private static func totals(_ endpoint: String, arm: Int, in cohort: Cohort) throws -> (days: Double, events: Int) {
        let values = try #require(cohort.endpoints[endpoint])
        let arms = try #require(cohort.arms)
        let members = (0..<cohort.count).filter { arms.codes[$0] == arm }
        return (
            members.reduce(0) { $0 + (values.time[$1] ?? .nan) }, members.count { values.status[$0] == .event }
        )
    }

    @Test func timesAndEventsAreThoseOfR() throws {
        let cohort = try Self.cohort()
        #expect(cohort.count == 71)
        #expect(try Self.totals("pfs", arm: 0, in: cohort) == (7914, 40))
        #expect(try Self.totals("pfs", arm: 1, in: cohort) == (11167, 23))
        #expect(try Self.totals("os", arm: 0, in: cohort) == (14428, 31))
        #expect(try Self.totals("os", arm: 1, in: cohort) == (15195, 20))
        #expect(cohort.endpoints["os"]?.time.numbers.prefix(6) == [510, 80, 311, 489, 543, 186])
        #expect(cohort.endpoints["pfs"]?.time.numbers.prefix(6) == [146, 43, 82, 374, 140, 81])
        #expect(cohort.summary.firstStart == "2020-02-19")
        #expect(cohort.summary.lastStart == "2024-10-15")
    }

    @Test(arguments: [
        ("age_group", [35, 36]), ("sex", [12, 59]), ("ecog_group", [14, 57]), ("bclc", [13, 58]),
        ("prior_locoregional", [41, 20, 10]),
    ])
    func levelsAreCounted(variable: String, counts: [Int]) throws {
        guard case .categorical(let values)? = try Self.cohort().variables[variable] else {
            Issue.record("'\(variable)' is not categorical")
            return
        }
        #expect(values.levels.indices.map { level in values.codes.count { $0 == level } } == counts)
    }

    @Test func radiotherapyIsKnownForTheArmThatHadIt() throws {
        let cohort = try Self.cohort()
        guard case .multiResponse(let sites, let responses)? = cohort.variables["rt_sites"] else {
            Issue.record("'rt_sites' is not multi-response")
            return
        }
        #expect(sites.map(\.id) == ["Bone", "Liver lesions", "Lung", "Lymph nodes", "PVTT/HVTT"])
        let answers = responses.flatMap { $0 ?? [] }
        #expect(sites.indices.map { site in answers.count { $0 == site } } == [2, 18, 1, 3, 11])
        guard case .continuous(let doses, 1)? = cohort.variables["bed10"] else {
            Issue.record("'bed10' is not continuous with one decimal")
            return
        }
        let known = doses.compactMap { $0 }
        #expect(known.count == 29)
        #expect(abs(known.reduce(0, +) - 1834.2) < 1e-9)
        #expect(abs((known.min() ?? 0) - 43.2) < 1e-12)
        #expect(known.max() == 96)
        #expect(
            cohort.summary.missing == [
                .init(variable: "rt_sites", label: "rt_sites", n: 42), .init(variable: "bed10", label: "bed10", n: 42),
            ])
        #expect(cohort.summary.populations.map(\.id) == ["all", "rt", "early"])
        #expect(cohort.summary.populations[1].n == 29)
    }

    @Test func linkedFilesAreWhole() throws {
        let cohort = try Self.cohort()
        #expect(cohort.rowCounts == ["patients": 71, "adverse_events": 350, "screening": 118])
        #expect(cohort.linked["adverse_events"]?.patients.count == 350)
        #expect(cohort.linked["adverse_events"]?.patients.count { $0 == 0 } == 5)
        #expect(cohort.linked["screening"]?.patients.allSatisfy { $0 == nil } == true)
    }

    // MARK: The order of rows

    @Test(arguments: 1...20)
    func theOrderOfRowsNeverMatters(seed: Int) throws {
        var fixture = try liverCancerStudy()
        let ordered = try fixture.cohort()
        var generator = SeededGenerator(seed: UInt64(seed))
        for path in fixture.files.keys.sorted() {
            let bytes = fixture.files[path] ?? []
            let shuffled = shuffledRows(bytes, using: &generator)
            #expect(shuffled != bytes)
            fixture.files[path] = shuffled
        }
        #expect(try fixture.cohort() == ordered)
    }

    @Test(arguments: 1...5)
    func norDoesItWithoutAKey(seed: Int) throws {
        var fixture = try liverCancerStudy()
        fixture.study.dataFiles.removeSubrange(1...)
        fixture.study.dataFiles[0].key = nil
        let ordered = try fixture.cohort()
        var generator = SeededGenerator(seed: UInt64(seed))
        fixture.files["patients.csv"] = shuffledRows(fixture.files["patients.csv"] ?? [], using: &generator)
        #expect(try fixture.cohort() == ordered)
    }
}

/// The text with its rows in another order; the header stays, and no cell of these files holds a line break.
func shuffledRows(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let rows = lines.dropFirst().shuffled(using: &generator)
    return Array((lines.prefix(1) + rows).joined(separator: [UInt8(ascii: "\n")]))
}

/// Random numbers that are the same in every run: splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
