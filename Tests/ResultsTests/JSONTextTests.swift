import Foundation
import Testing

@testable import Results

@Suite struct JSONTextTests {
    private enum Kind: String, Codable { case first, second }

    private struct Inner: Codable, Equatable {
        var name: String
        var values: [Double?]
        var missing: Int?
    }

    private enum Choice: Codable, Equatable { case none, some(Inner, weight: Double) }

    private struct Outer: Codable, Equatable {
        var zebra = 1.0
        var apple = true
        var kinds: [Kind] = [.second, .first]
        var inners: [Inner] = [Inner(name: "a \"b\"\\\n\u{1}é/", values: [1, nil, -2.5], missing: nil)]
        var empty: [Int] = []
        var none: [String: Int] = [:]
        var nested: [[Int]] = [[1, 2], []]
        var choices: [Choice] = [.none, .some(Inner(name: "x", values: [], missing: 3), weight: 0.1)]
        var seed: UInt64 = .max
        var small: [Int32] = [-1, 2]
        var texts = ["a, [b", "c] \"d"]
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.bytes(of: value), as: UTF8.self)
    }

    @Test func keysAreSortedAndListsOfPlainValuesAreLines() throws {
        #expect(
            try text(Outer()) == #"""
                {
                  "apple" : true,
                  "choices" : [
                    {
                      "none" : {

                      }
                    },
                    {
                      "some" : {
                        "_0" : {
                          "missing" : 3,
                          "name" : "x",
                          "values" : []
                        },
                        "weight" : 0.1
                      }
                    }
                  ],
                  "empty" : [],
                  "inners" : [
                    {
                      "name" : "a \"b\"\\\n\u0001é/",
                      "values" : [1, null, -2.5]
                    }
                  ],
                  "kinds" : ["second", "first"],
                  "nested" : [
                    [1, 2],
                    []
                  ],
                  "none" : {

                  },
                  "seed" : 18446744073709551615,
                  "small" : [-1, 2],
                  "texts" : ["a, [b", "c] \"d"],
                  "zebra" : 1
                }

                """#)
    }

    /// What a list holds before its first object or list stays on one line.
    @Test func listsOfPlainValuesAndOthersHaveLinesForEach() throws {
        #expect(
            try text([nil, nil, Inner(name: "x", values: [], missing: nil), nil]) == #"""
                [
                  null, null,
                  {
                    "name" : "x",
                    "values" : []
                  },
                  null
                ]

                """#)
    }

    /// Containers within containers, each done before the next begins; a value that writes nothing is an empty object.
    private struct ByHand: Encodable {
        enum Key: String, CodingKey { case outer, list, last }
        struct Nothing: Encodable { func encode(to encoder: any Encoder) {} }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            var outer = container.nestedContainer(keyedBy: Key.self, forKey: .outer)
            try outer.encode("o", forKey: .last)
            try outer.encode([1.5], forKey: .list)
            var list = container.nestedUnkeyedContainer(forKey: .list)
            try list.encode(true)
            var inner = list.nestedUnkeyedContainer()
            try inner.encode(2)
            var above = list.superEncoder().unkeyedContainer()
            try above.encodeNil()
            try list.encode(Nothing())
            #expect(list.count == 4)
            // The same object a second time.
            var again = encoder.container(keyedBy: Key.self)
            try again.encode("l", forKey: .last)
        }
    }

    @Test func containersNest() throws {
        #expect(
            try text(ByHand()) == #"""
                {
                  "last" : "l",
                  "list" : [
                    true,
                    [2],
                    [null],
                    {

                    }
                  ],
                  "outer" : {
                    "last" : "o",
                    "list" : [1.5]
                  }
                }

                """#)
    }

    @Test func whatIsWrittenIsRead() throws {
        #expect(try JSONDecoder().decode(Outer.self, from: Data(JSONText.bytes(of: Outer()))) == Outer())
    }

    /// Numbers are those of Foundation's encoder, and read back as the same numbers.
    @Test func numbersAreWrittenInFull() throws {
        var generator = SystemRandomNumberGenerator()
        let random = (0..<2000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
        let special: [Double] = [
            0, -0.0, 1, -1, 0.1, 1e15, 1e16, 123_456_789_012_345_680, 1e-7, .leastNonzeroMagnitude,
            .greatestFiniteMagnitude, 2.5e22,
        ]
        for number in special + random {
            let written = try text([number])
            let foundation = String(decoding: try JSONEncoder().encode([number]), as: UTF8.self)
            #expect(written == foundation + "\n")
            #expect(Double(written.dropFirst().dropLast(2))?.bitPattern == number.bitPattern)
        }
    }

    /// Lists grow in place: four times as many numbers take about four times as long, not sixteen.
    @Test func longListsTakeTimeInProportion() throws {
        func time(_ count: Int) throws -> Double {
            let numbers: [Double?] = (0..<count).map { Double($0) }
            var shortest = Double.infinity
            for _ in 0..<3 {
                let start = ContinuousClock.now
                let bytes = try JSONText.bytes(of: [numbers])
                shortest = min(shortest, (ContinuousClock.now - start) / .seconds(1))
                #expect(bytes.count > count)
            }
            return shortest
        }
        let (short, long) = (try time(10_000), try time(80_000))
        #expect(long < 24 * short, "\(short) s for 10,000, \(long) s for 80,000")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func whatIsNoNumberIsRefused(number: Double) {
        #expect(throws: EncodingError.self) { try JSONText.bytes(of: [number]) }
        #expect(throws: EncodingError.self) { try JSONText.bytes(of: ["key": number]) }
    }
}
