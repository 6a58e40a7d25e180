public import Mathematics
public import Results
public import Styling

/// The files of a bundle that hold its numbers and neither its text nor its figures, which need not wait for these: the
/// results, their rows, and the R script that computes them again.
public struct NumberFiles: Sendable {
    private let files: Begun<Result<[BundleFile], any Error>>

    /// Begins to make them on another core. `script` is the R script where the results do not hold it yet.
    public init(of results: StudyResults, style: HouseStyle, script: Begun<String?>? = nil) {
        files = Begun {
            Result {
                var results = results
                if let script { results.replication = script.value }
                let rows = ResultsData.rows(of: results, style: style)
                return [
                    BundleFile(path: "results.json", bytes: try results.encodedJSON()),
                    BundleFile(path: "ard.csv", bytes: rows.csv),
                    BundleFile(path: "ard.json", bytes: try rows.encodedJSON()),
                ] + [results.replication.map { BundleFile(path: "appendix.R", text: $0) }].compactMap(\.self)
            }
        }
    }

    /// The files, as soon as they are there.
    func made() throws -> [BundleFile] { try files.value.get() }
}
