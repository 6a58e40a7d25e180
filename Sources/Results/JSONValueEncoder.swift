/// Gives the parts of an open value to a ``JSONWriter``.
struct JSONValueEncoder: Encoder {
    let writer: JSONWriter
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writer.beginObject(at: depth)
        return KeyedEncodingContainer(JSONObjectContainer<Key>(writer: writer, depth: depth))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.beginList(at: depth)
        return JSONListContainer(writer: writer, depth: depth)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

private struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: JSONWriter
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    private func begin(_ key: Key) { writer.beginMember(key.stringValue, of: depth) }

    /// For what follows a key.
    private func encoder(for key: String) -> JSONValueEncoder {
        writer.beginMember(key, of: depth)
        return JSONValueEncoder(writer: writer, depth: writer.begin())
    }

    func encodeNil(forKey key: Key) {
        begin(key)
        writer.appendNull()
    }
    func encode(_ value: Bool, forKey key: Key) {
        begin(key)
        writer.append(value)
    }
    func encode(_ value: String, forKey key: Key) {
        begin(key)
        writer.append(value)
    }
    func encode(_ value: Double, forKey key: Key) throws {
        begin(key)
        try writer.append(value)
    }
    func encode(_ value: Int, forKey key: Key) {
        begin(key)
        writer.append(value)
    }
    func encode(_ value: some Encodable, forKey key: Key) throws {
        begin(key)
        try writer.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder(for: key.stringValue).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(for: key.stringValue).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder(for: "super") }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key.stringValue) }
}

private struct JSONListContainer: UnkeyedEncodingContainer {
    let writer: JSONWriter
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { writer.count(at: depth) }

    /// For an element that holds others.
    private var encoder: JSONValueEncoder {
        writer.end(downTo: depth + 1)
        return JSONValueEncoder(writer: writer, depth: writer.begin())
    }

    func encodeNil() {
        writer.beginElement(of: depth)
        writer.appendNull()
    }
    func encode(_ value: Bool) {
        writer.beginElement(of: depth)
        writer.append(value)
    }
    func encode(_ value: String) {
        writer.beginElement(of: depth)
        writer.append(value)
    }
    func encode(_ value: Double) throws {
        writer.beginElement(of: depth)
        try writer.append(value)
    }
    func encode(_ value: Int) {
        writer.beginElement(of: depth)
        writer.append(value)
    }
    func encode(_ value: some Encodable) throws {
        writer.end(downTo: depth + 1)
        try writer.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        encoder.container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
    func encodeNil() {
        writer.beginPlain(at: depth)
        writer.appendNull()
    }
    func encode(_ value: Bool) {
        writer.beginPlain(at: depth)
        writer.append(value)
    }
    func encode(_ value: String) {
        writer.beginPlain(at: depth)
        writer.append(value)
    }
    func encode(_ value: Double) throws {
        writer.beginPlain(at: depth)
        try writer.append(value)
    }
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
    private func encodeInteger(_ value: some BinaryInteger) {
        writer.beginPlain(at: depth)
        writer.append(value)
    }

    func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}
