/// The keys of patients as texts; whole numbers are kept as such until one is asked for.
public struct KeyValues: Equatable, Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private enum Storage: Sendable {
        case texts([String])
        case numbers([Int])
    }

    private let storage: Storage

    /// Takes keys as they stand in the data.
    public init(_ texts: [String]) { storage = .texts(texts) }

    /// Takes keys as they stand in the data.
    public init(arrayLiteral texts: String...) { self.init(texts) }

    /// Takes keys that are whole numbers, written without sign or zeros before them.
    init(numbers: [Int]) { storage = .numbers(numbers) }

    /// The first patient.
    public var startIndex: Int { 0 }

    /// The place after the last patient.
    public var endIndex: Int {
        switch storage {
        case .texts(let texts): texts.count
        case .numbers(let numbers): numbers.count
        }
    }

    /// A patient's key.
    public subscript(patient: Int) -> String {
        switch storage {
        case .texts(let texts): texts[patient]
        case .numbers(let numbers): String(numbers[patient])
        }
    }

    /// Whether the same patients come in the same order.
    public static func == (left: KeyValues, right: KeyValues) -> Bool { left.elementsEqual(right) }
}
