import Foundation

/// Why a results file could not be read.
public enum ResultsReadingError: Error, Equatable {
    /// It was written by a later version of the program.
    case newerSchema(found: Int, supported: Int)
    /// It is not a results file, or it is damaged; the text says where.
    case unreadable(String)
}

extension StudyResults {
    /// The results as JSON: keys sorted, numbers at full precision, a list of numbers on one line, the same bytes for the
    /// same value.
    public func encodedJSON() throws -> [UInt8] { try JSONText.bytes(of: self) }

    /// Reads results from JSON, refusing those of a newer grammar.
    public init(decodingJSON bytes: [UInt8]) throws(ResultsReadingError) {
        struct Version: Decodable { var schemaVersion: Int }
        let decoder = JSONDecoder()
        let data = Data(bytes)
        do {
            let version = try decoder.decode(Version.self, from: data).schemaVersion
            guard version <= Self.currentSchemaVersion else {
                throw ResultsReadingError.newerSchema(found: version, supported: Self.currentSchemaVersion)
            }
            self = try decoder.decode(StudyResults.self, from: data)
            if let contradiction = ResultsConsistency.contradiction(in: data) {
                throw ResultsReadingError.unreadable(contradiction)
            }
        } catch let error as ResultsReadingError {
            throw error
        } catch let error as DecodingError {
            throw .unreadable(Self.describe(error))
        } catch {
            throw .unreadable("\(error)")
        }
    }

    static func describe(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing in '\(path(context))'"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "'\(path(context))': \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }
}
