import Results

/// Which patients a count is of: what holds for each of them, by dimension, such as `sex` or `event:os`.
struct CountKey: Hashable {
    private(set) var conditions: [String: String] = [:]

    /// The dimension whose level tells whether another's is known.
    static func known(_ dimension: String) -> String { "known:\(dimension)" }

    /// Those of them for whom something else holds too.
    func with(_ dimension: String, _ level: String) -> CountKey {
        var key = self
        key.conditions[dimension] = level
        return key
    }

    func without(_ dimension: String) -> CountKey {
        var key = self
        key.conditions[dimension] = nil
        return key
    }

    /// Those who have a level of a variable; so they have a value of it.
    func with(variable: String, level: String) -> CountKey {
        with(Self.known(variable), "known").with(variable, level)
    }

    /// Those of a population.
    func with(population: String) -> CountKey {
        population == AnalysedPopulation.everyoneName ? self : with("population:\(population)", "in")
    }

    /// Those with an endpoint.
    func with(endpoint: String) -> CountKey { with(Self.known("endpoint:\(endpoint)"), "known") }

    /// Those with an endpoint who had its event, or a competing one.
    func with(event: String, of endpoint: String) -> CountKey {
        with(endpoint: endpoint).with("event:\(endpoint)", event)
    }
}

/// Enters every count of the results, so that what is known of one patient group in several places is one count, and then
/// replaces those that are withheld.
final class CountLedger {
    private struct Entry: Hashable {
        var key: CountKey
        var value: Int
    }

    private(set) var system: CountSystem
    private var places: [Entry: CountSystem.Index] = [:]
    private var first: [CountKey: CountSystem.Index] = [:]
    private var order: [CountKey] = []
    private var later: [(total: CountKey, parts: [CountKey])] = []
    private var isReplacing = false
    /// How many counts were replaced.
    private(set) var replaced = 0

    init(minimum: Int) { system = CountSystem(minimum: minimum) }

    /// Enters a count, or replaces it where it is withheld.
    func visit(_ n: inout Int, _ key: CountKey) {
        let entry = Entry(key: key, value: n)
        if isReplacing {
            guard let place = places[entry], system.isWithheld(place) else { return }
            n = .withheld
            replaced += 1
        } else if places[entry] == nil {
            let place = system.add(n, worth: -key.conditions.keys.count { !$0.hasPrefix("known:") })
            places[entry] = place
            if first[key] == nil {
                first[key] = place
                order.append(key)
            }
        }
    }

    /// Says that a total is the sum of parts that may be entered later.
    func sumLater(_ total: CountKey, of parts: [CountKey]) {
        if !isReplacing { later.append((total, parts)) }
    }

    /// Says that a total is the sum of parts, all entered before, and of a remainder where they do not make it up.
    func sum(_ total: CountKey, of parts: [CountKey], isRemainderSensitive: Bool = true) {
        guard !isReplacing, let total = first[total] else { return }
        let known = parts.compactMap { first[$0] }
        guard known.count == parts.count else { return }
        system.addSum(total, of: known, isRemainderSensitive: isRemainderSensitive)
    }

    /// The key of a count that was entered among these with this value: the same patients, shown elsewhere.
    func key(valued value: Int, among keys: [CountKey]) -> CountKey? {
        keys.first { places[Entry(key: $0, value: value)] != nil }
    }

    /// Decides what is withheld, after everything was entered; from now on ``visit(_:_:)`` replaces.
    func close() {
        for (total, parts) in later { sum(total, of: parts) }
        addMarginalSums()
        system.protect()
        isReplacing = true
    }

    /// The levels of each dimension make up those of whom the rest holds.
    private func addMarginalSums() {
        var parts: [CountKey: [String: [CountKey]]] = [:]
        var totals: [(key: CountKey, dimension: String)] = []
        for key in order {
            for dimension in key.conditions.keys.sorted() {
                guard let total = total(of: key, over: dimension) else { continue }
                if parts[total]?[dimension] == nil { totals.append((total, dimension)) }
                parts[total, default: [:]][dimension, default: []].append(key)
            }
        }
        for (total, dimension) in totals { sum(total, of: parts[total]?[dimension] ?? []) }
    }

    private func total(of key: CountKey, over dimension: String) -> CountKey? {
        let wider = key.without(dimension)
        if first[wider] != nil { return wider }
        let widest = wider.without(CountKey.known(dimension))
        return widest != wider && first[widest] != nil ? widest : nil
    }
}
