public import Diagnostics

/// A value from a file together with its place there.
public struct Located<Value> {
    /// The value.
    public var value: Value
    /// Where it stands.
    public var location: SourceLocation

    /// Joins a value and its place.
    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }

    /// The same place with another value.
    public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: location)
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
