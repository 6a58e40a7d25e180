internal import CXML

/// Is told what is in an XML part of a workbook.
protocol XMLPart: AnyObject {
    /// An element begins; its name is without prefix.
    func start(_ name: String, _ attributes: XMLAttributes)
    func end(_ name: String)
    func text(_ text: String)
}

/// The attributes of an element, for as long as it is being told of.
struct XMLAttributes {
    fileprivate let list: UnsafePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute by its name, with its prefix if it has one.
    subscript(_ name: String) -> String? {
        var index = 0
        while let list, let key = list[index], let value = list[index + 1] {
            if String(cString: key) == name { return String(cString: value) }
            index += 2
        }
        return nil
    }

    /// The value of the first attribute with a prefix whose name ends so, whatever the prefix.
    func value(endingIn name: String) -> String? {
        var index = 0
        while let list, let key = list[index], let value = list[index + 1] {
            if String(cString: key).hasSuffix(":\(name)") { return String(cString: value) }
            index += 2
        }
        return nil
    }
}

/// Reads an XML part; nil, or the line from which on it is no XML.
func readXML(_ bytes: [UInt8], tellingOf part: some XMLPart) -> Int? {
    guard bytes.count < Int(Int32.max) else { return 1 }
    let reader = XMLPartReader(part)
    let fault = bytes.withUnsafeBytes { buffer in
        var events = greenwood_markup_events(
            context: Unmanaged.passUnretained(reader).toOpaque(),
            start: { context, name, list, _ in XMLPartReader.at(context).start(name, list) },
            end: { XMLPartReader.at($0).end() },
            text: { context, text, _ in XMLPartReader.at(context).text(text) })
        return greenwood_stream_xml(
            buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), &events)
    }
    return fault == 0 ? nil : fault
}

private final class XMLPartReader {
    private let part: any XMLPart
    private var open: [String] = []

    init(_ part: any XMLPart) { self.part = part }

    static func at(_ context: UnsafeMutableRawPointer?) -> XMLPartReader {
        guard let context else { preconditionFailure("libxml2 hands on the context that it was given") }
        return Unmanaged<XMLPartReader>.fromOpaque(context).takeUnretainedValue()
    }

    func start(_ name: UnsafePointer<CChar>?, _ list: UnsafePointer<UnsafePointer<CChar>?>?) {
        let whole = name.map { String(cString: $0) } ?? ""
        let local = whole.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(whole[whole.utf8.index(after: $0)...]) }
        open.append(local ?? whole)
        part.start(local ?? whole, XMLAttributes(list: list))
    }

    func end() { if let name = open.popLast() { part.end(name) } }

    func text(_ text: UnsafePointer<CChar>?) { if let text { part.text(String(cString: text)) } }
}
