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
    public func encodedJSON() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return withListsOnOneLine(Array(try encoder.encode(self))) + [UInt8(ascii: "\n")]
    }

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

/// The same JSON with each list that holds no object and no list on one line: a curve is a line instead of a page.
func withListsOnOneLine(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var index = 0
    var isText = false
    while index < json.count {
        let byte = json[index]
        if !isText, byte == UInt8(ascii: "["), let list = list(in: json, from: index) {
            result += list.line
            index = list.end
            continue
        }
        if isText, byte == UInt8(ascii: "\\"), index + 1 < json.count {
            result += [byte, json[index + 1]]
            index += 2
            continue
        }
        if byte == UInt8(ascii: "\"") { isText.toggle() }
        result.append(byte)
        index += 1
    }
    return result
}

/// A list of plain values that begins at a place: on one line, and the place after it. Nil where it holds more.
private func list(in json: [UInt8], from start: Int) -> (line: [UInt8], end: Int)? {
    var line = [UInt8(ascii: "[")]
    var isText = false
    var index = start + 1
    while index < json.count {
        let byte = json[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\\") where isText:
            line += [byte, json[index]]
            index += 1
        case UInt8(ascii: "\""):
            isText.toggle()
            line.append(byte)
        case _ where isText: line.append(byte)
        case UInt8(ascii: "["), UInt8(ascii: "{"): return nil
        case UInt8(ascii: ","): line += [byte, UInt8(ascii: " ")]
        case UInt8(ascii: "\n"), UInt8(ascii: " "): continue
        case UInt8(ascii: "]"): return (line + [byte], index)
        default: line.append(byte)
        }
    }
    return nil
}
