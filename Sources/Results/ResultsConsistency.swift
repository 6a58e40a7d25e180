import Foundation

/// Looks for lists of a results file that go with each other and have different lengths, such as the times of a curve and
/// what it says at each: a file that was edited or cut short may have them, and no part of the program has to expect them.
enum ResultsConsistency {
    /// Where the first is, and what is wrong with it; nil where there is none.
    static func contradiction(in json: Data) -> String? {
        guard let value = try? JSONSerialization.jsonObject(with: json) else { return nil }
        return contradiction(in: value, at: "")
    }

    private static func contradiction(in value: Any, at path: String) -> String? {
        if let list = value as? [Any] {
            // Numbers have nothing inside them.
            guard list.first is [String: Any] || list.first is [Any] else { return nil }
            return list.enumerated().lazy.compactMap { contradiction(in: $1, at: "\(path).[\($0)]") }.first
        }
        guard let object = value as? [String: Any] else { return nil }
        if let found = contradiction(of: object) { return "'\(path.dropFirst())': \(found)" }
        return object.keys.sorted().lazy.compactMap { contradiction(in: object[$0] ?? "", at: "\(path).\($0)") }.first
    }

    /// Of one object: its lists of numbers go with its times; those of a smoothed line with the line's own. Notes, which may
    /// be an empty list, are of the whole.
    private static func contradiction(of object: [String: Any]) -> String? {
        let line: Set = ["smooth", "lower", "upper"]
        for (times, isOfLine) in [("time", false), ("smoothTime", true)] {
            guard let count = (object[times] as? [Any])?.count else { continue }
            for key in object.keys.sorted() where ![times, "smoothTime", "notes"].contains(key) {
                guard object["smoothTime"] == nil || line.contains(key) == isOfLine,
                    let list = object[key] as? [Any], !(list.first is [String: Any]), list.count != count
                else { continue }
                return "'\(key)' has \(list.count) values for \(count) times"
            }
        }
        return nil
    }
}
