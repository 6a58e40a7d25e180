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
        #expect(Self.files.count == 35)
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

    /// No case falls silent: these are the ones that cannot be compared, each for a reason.
    @Test func everyCaseIsComparedButThese() throws {
        var (count, left) = (0, [String]())
        for file in Self.files {
            let reference = try ReferenceFile(path: "\(repositoryRoot)/Tests/References/\(file)")
            for item in reference.cases {
                count += 1
                if case .notApplicable(let reason) = Validator.run(item, on: reference.data) {
                    left.append("\(item.id): \(reason)")
                }
            }
        }
        #expect(count == 492)
        let empty = "R returns NaN for an empty row or column, which are left out here"
        let workspace = "R's own workspace ends here"
        #expect(
            left == [
                "contingency_paper.none.chisq: \(empty)", "contingency_paper.none.chisq.yates: \(empty)",
                "contingency_paper.resp4x2.chisq: \(empty)", "contingency_ucb.admit_dept.fisher: \(workspace)",
                "contingency_ucb.gender_dept.fisher: \(workspace)",
            ])
    }
}
