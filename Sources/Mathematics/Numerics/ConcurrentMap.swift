internal import Dispatch
internal import Synchronization

/// The results of an action for 0, 1, 2 …, in that order, made on as many cores as there are.
///
/// What the actions are must not depend on the cores: then neither do the results. It is compiled anew for every kind of
/// result, because small studies call it a hundred thousand times with a single action.
@inlinable
public func concurrentMap<Value>(_ count: Int, _ action: (Int) -> Value) -> [Value] {
    guard count > 1 else { return count == 1 ? [action(0)] : [] }
    return [Value](unsafeUninitializedCapacity: count) { results, initializedCount in
        nonisolated(unsafe) let target = results
        perform(count) { target.initializeElement(at: $0, to: action($0)) }
        initializedCount = count
    }
}

/// Runs an action for 0, 1, 2 … on as many cores as there are.
@usableFromInline
func perform(_ count: Int, _ action: (Int) -> Void) {
    nonisolated(unsafe) let action = action
    DispatchQueue.concurrentPerform(iterations: count) { action($0) }
}

/// The results of an action for 0, 1, 2 …, in that order, made on as many cores as there are: the first core begins at the
/// front, the second at the back, every other one like these, and they work until they meet.
///
/// For work of two kinds, where pieces of one kind wait for each other, as they do for a library that locks what they share:
/// one kind stands at the front, the other at the back.
public func concurrentMap<Value>(fromBothEnds count: Int, _ action: (Int) -> Value) -> [Value] {
    let waiting = Mutex(0..<count)
    return [Value](unsafeUninitializedCapacity: count) { results, initializedCount in
        nonisolated(unsafe) let target = results
        // Whichever core comes first works until nothing waits; for those that come later nothing is left.
        perform(count) { core in
            while let index = waiting.withLock({ core.isMultiple(of: 2) ? $0.popFirst() : $0.popLast() }) {
                target.initializeElement(at: index, to: action(index))
            }
        }
        initializedCount = count
    }
}

/// Two results, made at the same time where there are two cores.
public func concurrently<First, Second>(_ first: () -> First, _ second: () -> Second) -> (First, Second) {
    let (one, other, _) = concurrently(first, second, [] as [() -> Void])
    return (one, other)
}

/// Two results and any number of others, made at the same time on as many cores as there are, and begun in this order.
public func concurrently<First, Second, Other>(
    _ first: () -> First, _ second: () -> Second, _ others: [() -> Other]
) -> (First, Second, [Other]) {
    nonisolated(unsafe) let first = first
    nonisolated(unsafe) let second = second
    nonisolated(unsafe) let others = others
    nonisolated(unsafe) var results: (First?, Second?) = (nil, nil)
    let rest = [Other](unsafeUninitializedCapacity: others.count) { rest, initializedCount in
        nonisolated(unsafe) let target = rest
        perform(2 + others.count) { index in
            switch index {
            case 0: results.0 = first()
            case 1: results.1 = second()
            default: target.initializeElement(at: index - 2, to: others[index - 2]())
            }
        }
        initializedCount = others.count
    }
    guard let one = results.0, let other = results.1 else { fatalError("both were made") }
    return (one, other, rest)
}

/// Two results, made at the same time by actions that use all cores themselves.
///
/// Work that is divided among the cores inside of ``concurrently(_:_:)`` stays on its own core; here it is divided.
public func simultaneously<First, Second>(_ first: () -> First, _ second: () -> Second) -> (First, Second) {
    withoutActuallyEscaping(first) { first in
        nonisolated(unsafe) let first = first
        nonisolated(unsafe) var result: First?
        let group = DispatchGroup()
        DispatchQueue.global().async(group: group) { result = first() }
        let other = second()
        group.wait()
        guard let one = result else { fatalError("it was made") }
        return (one, other)
    }
}

/// Runs an action for stretches of 0 ..< count that are worth a core each, on as many cores as there are.
///
/// The stretches depend on the count only. What the action does to one number must not depend on the stretch it is in.
public func concurrently(inBlocksOf count: Int, _ action: (Range<Int>) -> Void) {
    let length = 1 << 16
    _ = concurrentMap((count + length - 1) / length) { block in
        action((block * length)..<min((block + 1) * length, count))
    }
}
