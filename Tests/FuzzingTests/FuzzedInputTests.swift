import Foundation
import ReaderEntrances
import TestSupport
import Testing

/// Every input that fuzzing keeps is read in the ordinary tests: those that crashed or hung a reader once, and a few that
/// reach far into each.
@Suite struct FuzzedInputTests {
    @Test(arguments: ReaderEntrance.allCases) func `kept inputs are read`(entrance: ReaderEntrance) throws {
        let folder = "\(repositoryRoot)/Fuzzing/Corpus/\(entrance.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(!names.isEmpty)
        for name in names { entrance.read(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))) }
    }

    /// Beginnings of sound files: what a copy that was cut short gives.
    @Test(arguments: ReaderEntrance.allCases) func `cut inputs are read`(entrance: ReaderEntrance) throws {
        let folder = "\(repositoryRoot)/Fuzzing/Corpus/\(entrance.rawValue)"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
            for parts in 1..<8 { entrance.read(Array(bytes.prefix(bytes.count * parts / 8))) }
        }
    }
}
