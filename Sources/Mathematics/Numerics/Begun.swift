internal import Dispatch
internal import Synchronization

/// A value that is being made on another core since it was asked for, and is waited for only where it is needed.
public final class Begun<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let made = Mutex<Value?>(nil)

    /// Begins to make the value.
    public init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: group) { [self] in
            let value = make()
            made.withLock { $0 = value }
        }
    }

    /// The value, as soon as it is there.
    public var value: Value {
        group.wait()
        guard let value = made.withLock({ $0 }) else { fatalError("it was made") }
        return value
    }
}
