/// A node of a JSON Schema: the few keywords that the study language needs.
struct SchemaNode: Encodable, Equatable {
    /// What the keys of a mapping that are not listed may hold.
    enum AdditionalProperties: Encodable, Equatable {
        case refused
        indirect case values(SchemaNode)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .refused:
                var container = encoder.singleValueContainer()
                try container.encode(false)
            case .values(let node): try node.encode(to: encoder)
            }
        }
    }

    var schema: String?
    var title: String?
    var types: [String]?
    var summary: String?
    var choices: [String]?
    var pattern: String?
    var minimum: Double?
    var maximum: Double?
    var exclusiveMinimum: Double?
    var exclusiveMaximum: Double?
    /// One node, in a list because a structure can't hold itself.
    var items: [SchemaNode]?
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems: Bool?
    var anyOf: [SchemaNode]?
    var properties: [String: SchemaNode]?
    var required: [String]?
    var additionalProperties: AdditionalProperties?
    var propertyNames: [SchemaNode]?

    init(
        types: [String]? = nil, summary: String? = nil, choices: [String]? = nil, pattern: String? = nil,
        minimum: Double? = nil, maximum: Double? = nil, exclusiveMinimum: Double? = nil,
        exclusiveMaximum: Double? = nil, items: [SchemaNode]? = nil, minItems: Int? = nil, maxItems: Int? = nil,
        uniqueItems: Bool? = nil, anyOf: [SchemaNode]? = nil, properties: [String: SchemaNode]? = nil,
        required: [String]? = nil, additionalProperties: AdditionalProperties? = nil, propertyNames: SchemaNode? = nil
    ) {
        self.types = types
        self.summary = summary
        self.choices = choices
        self.pattern = pattern
        self.minimum = minimum
        self.maximum = maximum
        self.exclusiveMinimum = exclusiveMinimum
        self.exclusiveMaximum = exclusiveMaximum
        self.items = items
        self.minItems = minItems
        self.maxItems = maxItems
        self.uniqueItems = uniqueItems
        self.anyOf = anyOf
        self.properties = properties
        self.required = required
        self.additionalProperties = additionalProperties
        self.propertyNames = propertyNames.map { [$0] }
    }

    private enum Keyword: String, CodingKey {
        case schema = "$schema"
        case title, type, description, pattern, minimum, maximum, exclusiveMinimum, exclusiveMaximum, items, minItems
        case maxItems, uniqueItems, anyOf, properties, required, additionalProperties, propertyNames
        case choices = "enum"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keyword.self)
        try container.encodeIfPresent(schema, forKey: .schema)
        try container.encodeIfPresent(title, forKey: .title)
        if let types, types.count == 1 {
            try container.encode(types[0], forKey: .type)
        } else {
            try container.encodeIfPresent(types, forKey: .type)
        }
        try container.encodeIfPresent(summary, forKey: .description)
        try container.encodeIfPresent(choices, forKey: .choices)
        try container.encodeIfPresent(pattern, forKey: .pattern)
        try container.encodeIfPresent(minimum, forKey: .minimum)
        try container.encodeIfPresent(maximum, forKey: .maximum)
        try container.encodeIfPresent(exclusiveMinimum, forKey: .exclusiveMinimum)
        try container.encodeIfPresent(exclusiveMaximum, forKey: .exclusiveMaximum)
        try container.encodeIfPresent(items?.first, forKey: .items)
        try container.encodeIfPresent(minItems, forKey: .minItems)
        try container.encodeIfPresent(maxItems, forKey: .maxItems)
        try container.encodeIfPresent(uniqueItems, forKey: .uniqueItems)
        try container.encodeIfPresent(anyOf, forKey: .anyOf)
        try container.encodeIfPresent(properties, forKey: .properties)
        if let required, !required.isEmpty { try container.encode(required, forKey: .required) }
        try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
        try container.encodeIfPresent(propertyNames?.first, forKey: .propertyNames)
    }
}
