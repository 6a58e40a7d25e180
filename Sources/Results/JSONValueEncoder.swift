/// Gives a value's parts to a ``JSONNode``.
struct JSONValueEncoder: Encoder {
    let node: JSONNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONObjectContainer<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeList()
        return JSONListContainer(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONValueContainer(node: node, codingPath: codingPath)
    }
}

private struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    let codingPath: [any CodingKey]

    private func put(_ key: Key, _ text: (inout [UInt8]) throws -> Void) rethrows {
        try node.node(for: key.stringValue).become(text)
    }

    private func encoder(for key: any CodingKey) -> JSONValueEncoder {
        JSONValueEncoder(node: node.node(for: key.stringValue), codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) { put(key) { $0 += Array("null".utf8) } }
    func encode(_ value: Bool, forKey key: Key) { put(key) { $0 += Array((value ? "true" : "false").utf8) } }
    func encode(_ value: String, forKey key: Key) { put(key) { appendJSON(value, to: &$0) } }
    func encode(_ value: Double, forKey key: Key) throws {
        try put(key) { try appendJSON(value, to: &$0, codingPath: codingPath + [key]) }
    }
    func encode(_ value: Int, forKey key: Key) { put(key) { appendJSON(value, to: &$0) } }

    func encode(_ value: some Encodable, forKey key: Key) throws { try value.encode(to: encoder(for: key)) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder(for: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(for: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONValueEncoder(node: node.node(for: "super"), codingPath: codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }
}

private struct JSONListContainer: UnkeyedEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    /// For a value that holds others.
    private var encoder: JSONValueEncoder {
        let held = JSONNode()
        node.append(held)
        return JSONValueEncoder(node: held, codingPath: codingPath)
    }

    func encodeNil() { node.append { $0 += Array("null".utf8) } }
    func encode(_ value: Bool) { node.append { $0 += Array((value ? "true" : "false").utf8) } }
    func encode(_ value: String) { node.append { appendJSON(value, to: &$0) } }
    func encode(_ value: Double) throws {
        try node.append { try appendJSON(value, to: &$0, codingPath: codingPath) }
    }
    func encode(_ value: Int) { node.append { appendJSON(value, to: &$0) } }

    func encode(_ value: some Encodable) throws {
        let element = JSONNode()
        try value.encode(to: JSONValueEncoder(node: element, codingPath: codingPath))
        node.append(element)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder.container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder }
}

private struct JSONValueContainer: SingleValueEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]

    func encodeNil() { node.become { $0 += Array("null".utf8) } }
    func encode(_ value: Bool) { node.become { $0 += Array((value ? "true" : "false").utf8) } }
    func encode(_ value: String) { node.become { appendJSON(value, to: &$0) } }
    func encode(_ value: Double) throws { try node.become { try appendJSON(value, to: &$0, codingPath: codingPath) } }
    func encode(_ value: Float) throws { try encode(Double(value)) }
    func encode(_ value: Int) { encodeInteger(value) }
    func encode(_ value: Int8) { encodeInteger(value) }
    func encode(_ value: Int16) { encodeInteger(value) }
    func encode(_ value: Int32) { encodeInteger(value) }
    func encode(_ value: Int64) { encodeInteger(value) }
    func encode(_ value: UInt) { encodeInteger(value) }
    func encode(_ value: UInt8) { encodeInteger(value) }
    func encode(_ value: UInt16) { encodeInteger(value) }
    func encode(_ value: UInt32) { encodeInteger(value) }
    func encode(_ value: UInt64) { encodeInteger(value) }
    private func encodeInteger(_ value: some BinaryInteger) { node.become { appendJSON(value, to: &$0) } }

    func encode(_ value: some Encodable) throws {
        try value.encode(to: JSONValueEncoder(node: node, codingPath: codingPath))
    }
}
