public import Foundation

extension StudyLanguage {
    /// The JSON Schema (draft 7) of a study file, made from the specification, for editors that complete, explain and
    /// underline.
    ///
    /// Editors read plain scalars as numbers, booleans or dates where they look like them; the study file takes every
    /// scalar as it is written. So where a text is expected the schema accepts those too. What depends on the data
    /// (names of columns, expressions, keys that exclude each other) is left to `greenwood check`.
    public static func jsonSchema() throws -> Data {
        var schema = schemaNode(of: .section(document))
        schema.schema = "http://json-schema.org/draft-07/schema#"
        schema.title = "Greenwood study file, version \(version)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(schema) + Data("\n".utf8)
    }

    private static let scalarTypes = ["string", "number", "boolean"]

    /// What a value may be.
    static func schemaNode(of type: ValueType) -> SchemaNode {
        switch type {
        case .text, .path, .name, .condition, .formula, .groupTest: SchemaNode(types: scalarTypes)
        case .identifier: SchemaNode(types: ["string", "number"], pattern: "^[A-Za-z0-9_-]{1,64}$")
        case .character: SchemaNode(types: ["string"])
        case .number(let range): node(of: range)
        case .wholeNumber(let range):
            SchemaNode(types: ["integer"], minimum: Double(range.lowerBound), maximum: Double(range.upperBound))
        case .truth: SchemaNode(types: ["boolean"])
        case .date: SchemaNode(types: ["string"], pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .choice(let choices): SchemaNode(choices: choices)
        case .choiceOrFile(let choices):
            SchemaNode(anyOf: [SchemaNode(choices: choices), SchemaNode(types: ["string"], pattern: "[.]ya?ml$")])
        case .orNone(let type): SchemaNode(anyOf: [schemaNode(of: type), SchemaNode(choices: ["none"])])
        case .list(let element, let rule, let orSingle): node(ofListOf: element, rule: rule, orSingle: orSingle)
        case .section(let section): node(of: section)
        case .variants(_, let sections): SchemaNode(anyOf: sections.map(node(of:)))
        case .entries(let keys, let values):
            SchemaNode(
                types: ["object"], additionalProperties: .values(schemaNode(of: values)),
                propertyNames: keys == .identifier ? SchemaNode(pattern: "^[A-Za-z0-9_-]{1,64}$") : nil)
        }
    }

    private static func node(of range: NumberRange) -> SchemaNode {
        SchemaNode(
            types: ["number"], minimum: range.includesLimits ? range.lower : nil,
            maximum: range.includesLimits ? range.upper : nil,
            exclusiveMinimum: range.includesLimits ? nil : range.lower,
            exclusiveMaximum: range.includesLimits ? nil : range.upper)
    }

    private static func node(ofListOf element: ValueType, rule: ListRule, orSingle: Bool) -> SchemaNode {
        let pair = rule == .two || rule == .twoAscending
        let list = SchemaNode(
            types: ["array"], items: [schemaNode(of: element)], minItems: pair ? 2 : 1, maxItems: pair ? 2 : nil,
            uniqueItems: rule == .distinct ? true : nil)
        return orSingle ? SchemaNode(anyOf: [schemaNode(of: element), list]) : list
    }

    private static func node(of section: Section) -> SchemaNode {
        let properties = section.keys.map { ($0.name, node(of: $0)) }
        let required = section.keys.filter { if case .required = $0.presence { true } else { false } }
        return SchemaNode(
            types: ["object"], summary: section.summary,
            properties: Dictionary(properties, uniquingKeysWith: { first, _ in first }),
            required: required.map(\.name), additionalProperties: .refused)
    }

    /// A key's value with what an editor shows of it: its meaning and what holds where it is absent.
    private static func node(of key: Key) -> SchemaNode {
        var node = schemaNode(of: key.type)
        node.summary =
            switch key.presence {
            case .required, .alternative: key.summary
            case .defaults(let text): "\(key.summary) Default: \(text)."
            case .otherwise(let words): "\(key.summary) Where absent: \(words)."
            }
        return node
    }
}
