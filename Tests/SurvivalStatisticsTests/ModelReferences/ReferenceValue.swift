import Foundation

/// A value of a reference file, read by name without ceremony; what is missing is `null`.
struct ReferenceValue: @unchecked Sendable {
    private let content: Any?

    init(_ content: Any?) {
        self.content = content is NSNull ? nil : content
    }

    var isNull: Bool { content == nil }

    subscript(_ name: String) -> ReferenceValue {
        ReferenceValue((content as? [String: Any])?[name])
    }

    subscript(_ index: Int) -> ReferenceValue {
        let list = list
        return index < list.count ? list[index] : ReferenceValue(nil)
    }

    var names: [String] { (content as? [String: Any])?.keys.sorted() ?? [] }
    var list: [ReferenceValue] { (content as? [Any])?.map(ReferenceValue.init) ?? [] }
    var text: String? { content as? String }
    var isTrue: Bool { (content as? Bool) ?? false }
    var integer: Int? { number.map { Int($0) } }

    /// A number; `"Inf"`, `"-Inf"` and `"NaN"` are written as strings.
    var number: Double? {
        switch content as? String {
        case "Inf": return .infinity
        case "-Inf": return -.infinity
        case "NaN": return .nan
        default: return (content as? NSNumber)?.doubleValue
        }
    }

    /// A list of numbers or null, a lone number counting as a list of one.
    var numbers: [Double?] {
        if let number, !(content is [Any]) { return [number] }
        return list.map(\.number)
    }

    /// A list of texts, a lone text counting as a list of one, numbers as they would be written in a table.
    var texts: [String] {
        if let text { return [text] }
        if let number, !(content is [Any]) { return [ModelTable.written(number)] }
        return list.compactMap { $0.text ?? $0.number.map(ModelTable.written) }
    }
}
