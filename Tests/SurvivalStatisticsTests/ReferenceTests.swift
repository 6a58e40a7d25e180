import Foundation
import TestSupport
import Testing

/// Agreement with R on every reference case of the repository.
@Suite struct ReferenceTests {
    static let files: [String] = {
        let root = URL(filePath: "\(repositoryRoot)/Tests/References")
        let topics = [
            "kaplan-meier", "log-rank", "restricted-mean", "contingency", "ranks", "means", "description",
        ]
        return topics.flatMap { topic in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: topic).path)) ?? []
            return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(topic)/\($0)" }
        }
    }()

    @Test func referencesAreThere() {
        #expect(Self.files.count >= 33)
    }

    @Test(arguments: files)
    func agreesWithR(file: String) throws {
        let reference = try ReferenceFile(path: "\(repositoryRoot)/Tests/References/\(file)")
        #expect(!reference.cases.isEmpty)
        for item in reference.cases {
            guard case .compared(let agreement) = Validator.run(item, on: reference.data) else { continue }
            #expect(agreement.count > 0, "\(item.id) compares nothing")
            if !agreement.misses.isEmpty {
                let list = agreement.misses.prefix(4).map { "\($0)" }.joined(separator: "; ")
                Issue.record("\(item.id), \(item.call): \(agreement.misses.count) misses: \(list)")
            }
        }
    }
}
