/// The elements at some places of an array, in the order of the places.
///
/// Goals in order: the result never depends on the cores; where the places jump about in a large array, as many of them are
/// waited for at the same time as there are cores.
public func gathered<Element>(_ elements: [Element], at places: [Int32]) -> [Element] {
    guard places.count > blockLength else { return places.map { elements[Int($0)] } }
    return filled(from: elements, places) { target, elements, places, index in
        (target + index).initialize(to: elements[Int(places[index])])
    }
}

/// The elements of an array each at its place: the inverse of ``gathered(_:at:)`` where the places are those of all elements.
public func scattered<Element>(_ elements: [Element], to places: [Int32]) -> [Element] {
    filled(from: elements, places) { target, elements, places, index in
        (target + Int(places[index])).initialize(to: elements[index])
    }
}

/// Where each of so many numbers stands in a list without repetitions; −1 where it does not.
public func places(of numbers: [Int32], among count: Int) -> [Int32] {
    var places = [Int32](repeating: -1, count: count)
    writePlaces(of: numbers, to: &places)
    return places
}

/// Writes where each number of a list without repetitions stands in it.
public func writePlaces(of numbers: [Int32], to places: inout [Int32]) {
    places.withUnsafeMutableBufferPointer { places in
        numbers.withUnsafeBufferPointer { numbers in
            nonisolated(unsafe) let (places, numbers) = (places, numbers)
            concurrently(inBlocksOf: numbers.count) { block in
                for place in block { places[Int(numbers[place])] = Int32(truncatingIfNeeded: place) }
            }
        }
    }
}

private let blockLength = 1 << 18

/// An array of as many elements as there are places, of which `fill` writes one for each place, block by block on as many
/// cores as there are.
@inline(__always)
private func filled<Element>(
    from elements: [Element], _ places: [Int32],
    _ fill: (UnsafeMutablePointer<Element>, UnsafeBufferPointer<Element>, UnsafeBufferPointer<Int32>, Int) -> Void
) -> [Element] {
    [Element](unsafeUninitializedCapacity: places.count) { target, count in
        count = places.count
        guard let base = target.baseAddress else { return }
        elements.withUnsafeBufferPointer { elements in
            places.withUnsafeBufferPointer { places in
                let blocks = (places.count + blockLength - 1) / blockLength
                _ = concurrentMap(blocks) { block in
                    for index in (block * blockLength)..<min((block + 1) * blockLength, places.count) {
                        fill(base, elements, places, index)
                    }
                }
            }
        }
    }
}
