import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("", "", 0), ("arm", "arm", 0), ("os_mnths", "os_months", 1), ("amr", "arm", 1), ("kitten", "sitting", 3),
    ])
    func editDistance(first: String, second: String, distance: Int) {
        #expect(NearestName.editDistance(Array(first), Array(second)) == distance)
        #expect(NearestName.editDistance(Array(second), Array(first)) == distance)
    }

    @Test func oneNearNameIsAQuestion() {
        #expect(NearestName.help(for: "os_mnths", among: ["os_months", "pfs_months"]) == "did you mean 'os_months'?")
    }

    @Test func severalNearNamesAreListed() {
        #expect(NearestName.help(for: "age3", among: ["age1", "age2", "sex"]) == "similar names: 'age1', 'age2'")
    }

    @Test func farNamesListTheValidOnes() {
        #expect(
            NearestName.help(for: "weight", among: ["age", "sex"], kind: "columns") == "valid columns: 'age', 'sex'")
        let many = (1...11).map { "column\($0)x" }
        #expect(NearestName.help(for: "q", among: many)?.hasSuffix("and 3 more") == true)
        #expect(NearestName.help(for: "q", among: Array(many.dropLast()))?.hasSuffix("'column10x'") == true)
        #expect(NearestName.help(for: "q", among: []) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func aNameOfAnyLengthIsLookedUpAtOnce() {
        let names = (1...5000).map { "table.baseline.variable\($0).total.full" }
        #expect(NearestName.names(near: String(repeating: "x", count: 200_000), among: names).isEmpty)
    }

    @Test func shortNamesAllowOneEditOnly() {
        // 'os' must not be near 'pfs': the allowed distance is max(1, length / 4), not a constant.
        #expect(NearestName.names(near: "os", among: ["pfs", "dss"]).isEmpty)
    }
}
