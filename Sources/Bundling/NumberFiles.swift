public import Mathematics
public import Results
public import Styling

/// The files of a bundle that hold its numbers and neither its text nor its figures, and can be made beside these: the results,
/// their rows, and the R script that computes them again.
public struct NumberFiles: Sendable {
    let files: [BundleFile]

    /// Joins files that were made.
    ///
    /// - Throws: Why one of them could not be.
    public init(_ made: [Result<NumberFiles, any Error>]) throws {
        files = try made.flatMap { try $0.get().files }
    }

    private init(_ files: [BundleFile]) { self.files = files }

    /// How they are made, each apart. `script` is the R script where the results do not hold it yet.
    public static func makings(
        of results: StudyResults, style: HouseStyle, script: Begun<String?>?
    ) -> [() -> Result<NumberFiles, any Error>] {
        [
            {
                Result {
                    var results = results
                    if let script { results.replication = script.value }
                    let script = results.replication.map { BundleFile(path: "appendix.R", text: $0) }
                    return NumberFiles(
                        [BundleFile(path: "results.json", bytes: try results.encodedJSON())]
                            + [script].compactMap(\.self))
                }
            },
            {
                Result {
                    let rows = ResultsData.rows(of: results, style: style)
                    return NumberFiles([
                        BundleFile(path: "ard.csv", bytes: rows.csv),
                        BundleFile(path: "ard.json", bytes: try rows.encodedJSON()),
                    ])
                }
            },
        ]
    }
}
