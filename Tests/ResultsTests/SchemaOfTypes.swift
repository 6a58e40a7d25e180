import Foundation
import TestSupport

/// The JSON schema of results, read off the declarations in `Sources/Results`: what the types write is what it says.
struct SchemaOfTypes {
    /// A type as it is declared.
    private struct Declaration {
        var name: String
        var isEnumeration: Bool
        var isText: Bool
        var summary: String
        /// Stored properties with their types, or cases with their raw values or payloads.
        var members: [(name: String, type: String, summary: String)] = []
    }

    private var declarations: [String: Declaration] = [:]
    /// The raw values of the `Kind` by which a content enumeration tells its cases.
    private var kinds: [String: [String: String]] = [:]

    init() throws {
        let folder = "\(repositoryRoot)/Sources/Results"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".swift")
        {
            read(try String(contentsOf: URL(filePath: "\(folder)/\(file)"), encoding: .utf8))
        }
    }

    // MARK: Reading

    private mutating func read(_ source: String) {
        var scopes: [String?] = []
        var summary = ""
        for line in source.split(separator: "\n") {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("///") {
                if summary.isEmpty { summary = text.dropFirst(3).trimmingCharacters(in: .whitespaces) }
                continue
            }
            let scope = scopes.compactMap { $0 }.joined(separator: ".")
            let depth = text.count { $0 == "{" } - text.count { $0 == "}" }
            if let match = text.firstMatch(of: /^(?:public |private )(struct|enum) (\w+)(?:: ([^{]*))?\{/) {
                let name = (scope.isEmpty ? "" : scope + ".") + match.2
                let isText = match.3?.hasPrefix("String") ?? false
                declarations[name] = Declaration(
                    name: name, isEnumeration: match.1 == "enum", isText: isText, summary: summary)
                scopes += [String(match.2)] + Array(repeating: nil, count: max(0, depth - 1))
                summary = ""
                if depth == 0 { scopes.removeLast() }
                continue
            }
            if let match = text.firstMatch(of: /^(?:public )?extension ([\w.]+)/) {
                scopes += [String(match.1)] + Array(repeating: nil, count: max(0, depth - 1))
            } else {
                // Only what stands directly in a type is a member, and a property with braces is computed.
                if scopes.last != nil, let last = scopes.last, last != nil { member(text, of: scope, summary) }
                if depth > 0 { scopes += Array(repeating: nil, count: depth) }
                if depth < 0 { scopes.removeLast(min(-depth, scopes.count)) }
            }
            summary = ""
        }
    }

    private mutating func member(_ text: String, of scope: String, _ summary: String) {
        guard let declaration = declarations[scope] else { return }
        if declaration.isEnumeration, text.hasPrefix("case ") {
            for part in text.dropFirst(5).split(separator: ", ") {
                let pieces = part.split(separator: " = ")
                let name = String(pieces[0].prefix { $0 != "(" }).filter { $0 != "`" }
                let payload = pieces[0].firstMatch(of: /\((.*)\)/).map { String($0.1) } ?? ""
                let raw = pieces.count > 1 ? pieces[1].filter { $0 != "\"" } : name
                declarations[scope]?.members.append((name, declaration.isText ? raw : payload, summary))
            }
        } else if !declaration.isEnumeration,
            let match = text.firstMatch(of: /^public (?:private\(set\) )?var (\w+): ([^{=]+?)(?: = .*)?$/),
            !text.hasSuffix("{")
        {
            declarations[scope]?.members.append((String(match.1), String(match.2), summary))
        }
    }

    // MARK: Writing

    /// The schema, of JSON Schema 2020-12.
    func schema() -> [String: Any] {
        var definitions: [String: Any] = [:]
        var open = ["StudyResults"]
        while let name = open.popLast() {
            guard definitions[name] == nil, let declaration = declarations[name] else { continue }
            let (schema, needed) = self.schema(of: declaration)
            definitions[name] = schema
            open += needed
        }
        let root = definitions.removeValue(forKey: "StudyResults") as? [String: Any] ?? [:]
        return root.merging([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Results of a study, as Greenwood writes them",
            "$defs": definitions,
        ]) { old, _ in old }
    }

    private func schema(of declaration: Declaration) -> (schema: [String: Any], needed: [String]) {
        if declaration.name == "TimePoint" {
            return (
                [
                    "description": declaration.summary,
                    "anyOf": [["type": "number"], ["const": "not-reached"], ["const": "withheld"]],
                ], []
            )
        }
        if declaration.isText {
            return (
                ["description": declaration.summary, "type": "string", "enum": declaration.members.map(\.type)], []
            )
        }
        var needed: [String] = []
        func typed(_ text: String) -> [String: Any] {
            let (schema, names) = type(text, in: declaration.name)
            needed += names
            return schema
        }
        if declaration.isEnumeration {
            let kinds = declarations[declaration.name + ".Kind"]?.members ?? []
            let cases = declaration.members.map { member -> [String: Any] in
                if let kind = kinds.first(where: { $0.name == member.name }) {
                    return [
                        "allOf": [typed(member.type)], "properties": ["kind": ["const": kind.type]],
                        "required": ["kind"],
                    ]
                }
                let payload: [String: Any] =
                    member.type.isEmpty
                    ? ["type": "object", "additionalProperties": false]
                    : ["type": "object", "properties": ["_0": typed(member.type)], "required": ["_0"]]
                return ["type": "object", "properties": [member.name: payload], "required": [member.name]]
            }
            return (["description": declaration.summary, "anyOf": cases], needed)
        }
        var properties: [String: Any] = [:]
        for member in declaration.members {
            var schema = typed(member.type.hasSuffix("?") ? String(member.type.dropLast()) : member.type)
            if !member.summary.isEmpty { schema["description"] = member.summary }
            properties[member.name] = schema
        }
        return (
            [
                "description": declaration.summary, "type": "object", "properties": properties,
                "required": declaration.members.filter { !$0.type.hasSuffix("?") }.map(\.name).sorted(),
            ], needed
        )
    }

    private func type(_ text: String, in scope: String) -> (schema: [String: Any], needed: [String]) {
        switch text {
        case "Double": return (["type": "number"], [])
        case "Int", "UInt64": return (["type": "integer"], [])
        case "String": return (["type": "string"], [])
        case "Bool": return (["type": "boolean"], [])
        default: break
        }
        if text.hasSuffix("?") {
            let (schema, needed) = type(String(text.dropLast()), in: scope)
            return (["anyOf": [schema, ["type": "null"]]], needed)
        }
        if text.hasPrefix("[") {
            let (schema, needed) = type(String(text.dropFirst().dropLast()), in: scope)
            return (["type": "array", "items": schema], needed)
        }
        var scopes = scope.split(separator: ".").map(String.init)
        while true {
            let name = (scopes + [text]).joined(separator: ".")
            if declarations[name] != nil { return (["$ref": "#/$defs/\(name)"], [name]) }
            guard scopes.popLast() != nil else { return ([:], []) }
        }
    }
}
