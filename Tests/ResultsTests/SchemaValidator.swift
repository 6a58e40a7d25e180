import Foundation

/// Checks JSON against a schema, in the words of JSON Schema that ``SchemaOfTypes`` writes.
struct SchemaValidator {
    private let definitions: [String: Any]

    init(_ schema: [String: Any]) { definitions = schema["$defs"] as? [String: Any] ?? [:] }

    /// What is wrong, each fault with its place; empty where nothing is.
    func faults(of value: Any, by schema: [String: Any], at place: String = "") -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let target = definitions[name] as? [String: Any] else {
                return ["\(place): no definition of \(name)"]
            }
            return faults(of: value, by: target, at: place)
        }
        var faults: [String] = []
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let all = choices.map { self.faults(of: value, by: $0, at: place) }
            if !all.contains(where: \.isEmpty) {
                faults += ["\(place): fits none"] + (all.min { $0.count < $1.count } ?? [])
            }
        }
        for part in schema["allOf"] as? [[String: Any]] ?? [] { faults += self.faults(of: value, by: part, at: place) }
        if let constant = schema["const"] as? String, value as? String != constant {
            faults.append("\(place): not \(constant)")
        }
        if let type = schema["type"] as? String, !Self.isOf(type, value) { return faults + ["\(place): not \(type)"] }
        if let known = schema["enum"] as? [String], let text = value as? String, !known.contains(text) {
            faults.append("\(place): '\(text)' is unknown")
        }
        if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
            for (index, item) in list.enumerated() {
                faults += self.faults(of: item, by: items, at: "\(place)/\(index)")
            }
        }
        if let object = value as? [String: Any] {
            for key in schema["required"] as? [String] ?? [] where object[key] == nil {
                faults.append("\(place): no '\(key)'")
            }
            let properties = schema["properties"] as? [String: Any] ?? [:]
            for (key, item) in object {
                if let property = properties[key] as? [String: Any] {
                    faults += self.faults(of: item, by: property, at: "\(place)/\(key)")
                }
            }
        }
        return faults
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        let number = value as? NSNumber
        let isBoolean = number.map { ["c", "B"].contains(String(cString: $0.objCType)) } ?? false
        switch type {
        case "object": return value is [String: Any]
        case "array": return value is [Any]
        case "string": return value is String
        case "null": return value is NSNull
        case "boolean": return isBoolean
        case "integer": return !isBoolean && number.map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: return !isBoolean && number != nil
        }
    }
}
