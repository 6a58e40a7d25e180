import Foundation
import TestSupport
import Testing

/// The published schema of `results.json`.
@Suite struct ResultsSchemaTests {
    private static let path = "schemas/results.schema.json"

    private func published() throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/\(Self.path)"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// Where a type changed: GREENWOOD_RECORD=1 swift test --filter ResultsSchemaTests
    @Test func thePublishedSchemaIsThatOfTheTypes() throws {
        let data = try JSONSerialization.data(
            withJSONObject: try SchemaOfTypes().schema(),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        expectCommitted(String(decoding: data, as: UTF8.self) + "\n", at: Self.path)
    }

    @Test(arguments: ["output/hcc", "output/colon"])
    func theShowcasesFollowTheSchema(bundle: String) throws {
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/\(bundle)/results.json"))
        let results = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let schema = try published()
        #expect(SchemaValidator(schema).faults(of: results, by: schema) == [])
    }

    /// The validator finds what is wrong.
    @Test func aWrongResultDoesNotFollowTheSchema() throws {
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/output/hcc/results.json"))
        var results = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let schema = try published()
        results["arms"] = [["id": 1, "label": "A", "n": 1.5]]
        results["conventions"] = nil
        let faults = SchemaValidator(schema).faults(of: results, by: schema)
        for fault in [
            "/arms/0/id: not string", "/arms/0/n: not integer", "/arms/0: no 'isReference'", ": no 'conventions'",
        ] {
            #expect(faults.contains(fault), "\(fault)")
        }
    }
}
