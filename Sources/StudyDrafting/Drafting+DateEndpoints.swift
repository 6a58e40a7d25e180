import CohortBuilding

extension Drafting {
    private static let birth: Set = ["birth", "dob", "born"]
    private static let death: Set = ["death", "died", "dod", "deceased"]
    private static let progression: Set = ["progression", "progress", "pd", "relapse", "recurrence", "recur"]
    private static let lastContact: Set = [
        "last", "follow", "followup", "fu", "lfu", "contact", "censor", "censoring", "seen",
    ]
    private static let starts: [Set<String>] = [
        ["randomisation", "randomization", "randomised", "randomized", "rand"],
        ["start", "begin", "first", "initiation"],
        ["enrolment", "enrollment", "inclusion", "registration", "index", "baseline", "entry"],
        ["treatment", "surgery", "operation", "transplant", "diagnosis", "admission"],
    ]

    /// Overall and progression-free survival from dates.
    mutating func findDateEndpoints(start known: String?) {
        var dates = free.filter { $0.form == .dates && !$0.says(Self.birth) }
        func take(_ words: Set<String>) -> ColumnProfile? {
            guard let index = dates.firstIndex(where: { $0.says(words) }) else { return nil }
            return dates.remove(at: index)
        }
        if let known { dates.removeAll { $0.name == known } }
        let last = take(Self.lastContact)
        let death = take(Self.death)
        let progression = take(Self.progression)
        var start = known.flatMap(profile)
        for words in Self.starts where start == nil { start = take(words) }
        start = start ?? dates.first
        guard let start, let last, death != nil || progression != nil else { return }
        let used = [start, last, death, progression].compactMap { $0?.name }
        taken.formUnion(used)
        draft.guesses.append(
            "Time begins at '\(start.name)'; patients without an event are censored at '\(last.name)'.")
        let landmarks = landmarks(from: start.name, to: last.name)
        func add(_ id: String, events: [ColumnProfile]) {
            let label = draft.words.label(ofEndpoint: id) ?? id
            let names = events.map(\.name)
            draft.endpoints.append(
                .init(
                    id: id, label: label, source: .dates(from: start.name, event: names, censor: last.name),
                    landmarks: landmarks, events: patientsWithAny(of: names)))
            draft.guesses.append(
                "\(label): the event is \(names.map { "'\($0)'" }.joined(separator: " or "))\(names.count > 1 ? ", whichever is first" : "")."
            )
        }
        if let progression { add("pfs", events: [progression, death].compactMap { $0 }) }
        if let death { add("os", events: [death]) }
        draft.checks.append("Set 'cutoff' under 'study' to the day on which the data were closed.")
    }

    private func patientsWithAny(of names: [String]) -> Int {
        let found = columns.filter { names.contains($0.name) }
        return (0..<(columns.first?.values.count ?? 0)).count { row in found.contains { $0.values[row] != nil } }
    }

    /// Round months within the longest follow-up.
    private func landmarks(from start: String, to last: String) -> [Int] {
        let ends = [start, last].compactMap { name in columns.first { $0.name == name }?.values }
        guard ends.count == 2 else { return [] }
        let months = zip(ends[0], ends[1]).compactMap { first, second -> Double? in
            guard let first = first.flatMap(Self.monthNumber), let second = second.flatMap(Self.monthNumber) else {
                return nil
            }
            return second - first
        }
        return Self.landmarks(upTo: months.max() ?? 0, unit: "months")
    }

    /// A day as months since year 0, near enough to choose landmarks.
    private static func monthNumber(_ day: String) -> Double? {
        let parts = day.split(separator: "-").compactMap { Double($0) }
        return parts.count == 3 ? parts[0] * 12 + parts[1] + parts[2] / 30.4375 : nil
    }

    /// Round times of a unit within a follow-up, of which most should have been observed.
    static func landmarks(upTo longest: Double, unit: String) -> [Int] {
        let usual =
            switch unit {
            case "years": [1, 3, 5, 10]
            case "days": [30, 90, 180, 365, 730, 1095, 1825]
            case "weeks": [12, 24, 52, 104]
            default: [6, 12, 24, 36, 60]
            }
        let within = usual.filter { Double($0) < longest * 0.8 }
        return Array(within.suffix(3))
    }
}
