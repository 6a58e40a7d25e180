internal import Foundation

extension StudyResults {
    /// Reads results that an earlier program wrote, in which keys of today are missing.
    ///
    /// A missing key gets the plainest value that its type accepts: an empty list, false, an empty text, 0, or an empty
    /// object. What the key would have held is then as if there were none of it, so that such results can be compared,
    /// not printed.
    ///
    /// - Returns: The results and the keys that were missing, as paths such as `tables[].content.showsDifference`.
    public static func decodingEarlier(json bytes: [UInt8]) throws(ResultsReadingError) -> (
        results: StudyResults, missing: [String]
    ) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)), object is [String: Any] else {
            throw .unreadable("it is no JSON object")
        }
        var repair = MissingKeys(object: object)
        while true {
            do {
                let data = try JSONSerialization.data(withJSONObject: repair.object)
                return (try JSONDecoder().decode(StudyResults.self, from: data), repair.names)
            } catch let error as DecodingError {
                guard repair.mend(error) else { throw .unreadable(describe(error)) }
            } catch {
                throw .unreadable("\(error)")
            }
        }
    }
}

/// Keys that are missing in a JSON object, filled in one after the other.
private struct MissingKeys {
    private(set) var object: Any
    /// The keys that were filled in, each with the place of its value among the candidates.
    private var filled: [(path: [Step], candidate: Int)] = []

    private static let most = 100
    private static var candidates: [Any] { [[Any](), false, "", 0, [String: Any]()] }

    private enum Step: Equatable {
        case key(String)
        /// Every element of a list.
        case elements
    }

    init(object: Any) { self.object = object }

    var names: [String] {
        filled.map { entry in
            entry.path.reduce("") { name, step in
                switch step {
                case .key(let key): name.isEmpty ? key : "\(name).\(key)"
                case .elements: "\(name)[]"
                }
            }
        }
    }

    /// Fills a key in, or tries another value for one that was filled in; false where neither helps.
    mutating func mend(_ error: DecodingError) -> Bool {
        switch error {
        case .keyNotFound(let key, let context):
            let path = Self.path(context.codingPath) + [.key(key.stringValue)]
            guard filled.count < Self.most, !filled.contains(where: { $0.path == path }) else {
                return tryNext(along: path)
            }
            filled.append((path, 0))
            object = Self.setting(object, path[...], to: Self.candidates[0]) { $0 == nil }
            return true
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return tryNext(along: Self.path(context.codingPath))
        @unknown default: return false
        }
    }

    private mutating func tryNext(along path: [Step]) -> Bool {
        guard let index = filled.lastIndex(where: { path.starts(with: $0.path) }) else { return false }
        let (place, candidate) = filled[index]
        guard candidate + 1 < Self.candidates.count else { return false }
        filled[index].candidate += 1
        object = Self.setting(object, place[...], to: Self.candidates[candidate + 1]) { current in
            current.map { Self.isSame($0, Self.candidates[candidate]) } ?? false
        }
        return true
    }

    private static func path(_ keys: [any CodingKey]) -> [Step] {
        keys.map { $0.intValue == nil ? .key($0.stringValue) : .elements }
    }

    private static func setting(
        _ object: Any, _ path: ArraySlice<Step>, to value: Any, where isMeant: (Any?) -> Bool
    ) -> Any {
        guard let first = path.first else { return object }
        switch first {
        case .elements:
            guard let list = object as? [Any] else { return object }
            return list.map { setting($0, path.dropFirst(), to: value, where: isMeant) }
        case .key(let key):
            guard var members = object as? [String: Any] else { return object }
            if path.count == 1 {
                if isMeant(members[key]) { members[key] = value }
            } else if let inner = members[key] {
                members[key] = setting(inner, path.dropFirst(), to: value, where: isMeant)
            }
            return members
        }
    }

    private static func isSame(_ left: Any, _ right: Any) -> Bool {
        switch (left, right) {
        case (let left as [Any], let right as [Any]): left.isEmpty && right.isEmpty
        case (let left as [String: Any], let right as [String: Any]): left.isEmpty && right.isEmpty
        default: "\(type(of: left)) \(left)" == "\(type(of: right)) \(right)"
        }
    }
}
