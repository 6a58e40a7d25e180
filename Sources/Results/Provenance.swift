/// Which program and files the results came from.
public struct Provenance: Codable, Equatable, Sendable {
    /// A file that the analysis read.
    public struct Input: Codable, Equatable, Sendable {
        /// What the file is to the study: `study`, or the name of the data set.
        public var role: String
        /// Its path relative to the study file.
        public var path: String
        /// The SHA-256 of its bytes in lower-case hexadecimal.
        public var sha256: String
        /// Rows of data in it, the header not counted; nil for the study file.
        public var rows: Int?

        /// Creates an input.
        public init(role: String, path: String, sha256: String, rows: Int?) {
            self.role = role
            self.path = path
            self.sha256 = sha256
            self.rows = rows
        }
    }

    /// The program's name and version, such as `greenwood 0.1.0`.
    public var program: String
    /// The files that the analysis read: the study file first, then the data sets in the study's order.
    public var inputs: [Input]

    /// Creates a provenance.
    public init(program: String, inputs: [Input]) {
        self.program = program
        self.inputs = inputs
    }
}
