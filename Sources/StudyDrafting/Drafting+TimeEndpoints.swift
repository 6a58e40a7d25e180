import CohortBuilding

extension Drafting {
    static let statusWords: Set = [
        "status", "event", "events", "death", "died", "dead", "cens", "censor", "censored", "censoring", "cnsr",
        "fustat",
        "relapse", "relapsed", "recur", "recurrence", "progressed", "progression", "stat", "outcome", "vital", "delta",
    ]
    private static let censoringWords: Set = ["cens", "censor", "censored", "censoring", "cnsr"]
    private static let timeWords: Set = [
        "time", "futime", "days", "months", "years", "weeks", "survival", "followup", "fu", "duration", "stime", "tte",
        "rtime", "dtime", "os", "pfs", "dfs", "efs", "rfs", "ttp", "dmonths", "aval", "lifetime",
    ]

    /// Endpoints from pairs of a time and a status column, paired by the words that their names share.
    mutating func findTimeEndpoints() {
        guard draft.endpoints.isEmpty else { return }
        let statuses = free.filter { $0.says(Self.statusWords) && codes(of: $0) != nil }
        var times = free.filter { column in
            column.isTimeLike && column.words.words.first != "age"
                && (column.says(Self.timeWords) || column.words.words.contains { $0.hasSuffix("time") }
                    || ["days", "months", "years", "weeks"].contains(column.words.unit))
                && !column.says(["age"])
        }
        // `OS` beside `OS.time`: a status by the name of its time.
        for time in times {
            let rest = NameWords.split(time.name).filter { !["time", "days", "months", "years", "weeks"].contains($0) }
            guard rest.count == 1, let status = free.first(where: { NameWords.split($0.name) == rest }),
                codes(of: status) != nil
            else { continue }
            times.removeAll { $0.name == time.name }
            add(time: time, status: status)
        }
        for status in statuses where !times.isEmpty && !taken.contains(status.name) {
            let own = stem(of: status)
            let shared = times.firstIndex { !own.isEmpty && !own.isDisjoint(with: stem(of: $0)) }
            let plain = times.firstIndex { stem(of: $0).isEmpty }
            guard let index = shared ?? plain ?? (statuses.count == 1 ? 0 : nil) else { continue }
            add(time: times.remove(at: index), status: status)
        }
    }

    /// The words that tell one endpoint of a file from another: `os` of `os_months` and of `os_event`.
    private func stem(of column: ColumnProfile) -> Set<String> {
        let common = Self.statusWords.union(Self.timeWords).union(["to", "in", "of", "at", "date", "surv"])
        let names: Set = [
            "os", "pfs", "dfs", "efs", "rfs", "ttp", "pfi", "dfi", "dss", "death", "relapse", "recur", "recurrence",
            "progression",
        ]
        let all = Set(
            NameWords.split(column.name).map { word in
                word.count > 5 && word.hasSuffix("time") ? String(word.dropLast(4)) : word
            })
        let said = all.union(column.words.meanings.filter(names.contains))
        // Abbreviations for what is written out.
        if said.isSuperset(of: ["overall", "survival"]) { return ["os"] }
        if said.isSuperset(of: ["free", "survival"]) {
            let known = ["progression": "pfs", "disease": "dfs", "event": "efs", "relapse": "rfs", "recurrence": "rfs"]
            if let id = said.sorted().lazy.compactMap({ known[$0] }).first { return [id] }
        }
        return said.subtracting(common).union(said.intersection(names))
    }

    private mutating func add(time: ColumnProfile, status: ColumnProfile) {
        guard let codes = codes(of: status), case .numbers(_, let longest, _) = time.form else { return }
        taken.formUnion([time.name, status.name])
        let unit = unit(of: time, longest: longest)
        let (printed, factor) = printedUnit(of: unit, longest: longest)
        // 'Death' beside an overall survival time is that survival's event.
        let stems = stem(of: status).union(stem(of: time)).sorted()
        let stem = stems.first { draft.words.label(ofEndpoint: $0) != nil } ?? stems.first
        let hasCompeting = codes.contains { $0.meaning == "competing" }
        // With competing events the curve rises: it is of events, not of survival.
        let plain = hasCompeting ? "event" : "survival"
        let id = identifier(stem ?? (draft.endpoints.isEmpty ? plain : status.name))
        let values = columns.first { $0.name == status.name }?.values ?? []
        func count(_ meaning: String) -> Int {
            let meant = Set(codes.filter { $0.meaning == meaning }.map(\.value))
            return values.count { $0.map(meant.contains) ?? false }
        }
        draft.endpoints.append(
            .init(
                id: id,
                label: label(ofEndpoint: id, stem: stem, plain: plain, hasCompeting: hasCompeting),
                source: .times(time: time.name, status: status.name, codes: codes, unit: unit, printed: printed),
                landmarks: Self.landmarks(upTo: longest / factor, unit: printed), events: count("event"),
                hasCompeting: count("competing") > 0))
        let meanings = codes.map { "\($0.value) = \($0.meaning)" }.joined(separator: ", ")
        draft.guesses.append("An endpoint comes from '\(time.name)' in \(unit) and '\(status.name)' (\(meanings)).")
        draft.checks.append(
            "Check the codes of '\(status.name)' and the unit of '\(time.name)': they decide every result.")
    }

    private func label(ofEndpoint id: String, stem: String?, plain: String, hasCompeting: Bool) -> String {
        if let known = draft.words.label(ofEndpoint: id) { return known }
        guard let stem else { return draft.words.label(ofEndpoint: plain) ?? capitalised(plain) }
        return hasCompeting ? capitalised(stem) : draft.words.timeTo + stem
    }

    private func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    private func identifier(_ text: String) -> String {
        let safe = String(
            text.lowercased().unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) ? Character($0) : "_"
            })
        let used = Set(draft.endpoints.map(\.id))
        return used.contains(safe) ? "\(safe)_\(used.count + 1)" : safe
    }

    /// The unit that the name says, else the one that the longest time suggests.
    private func unit(of time: ColumnProfile, longest: Double) -> String {
        let units = ["days", "weeks", "months", "years"]
        if let unit = time.words.unit, units.contains(unit) { return unit }
        let words = NameWords.split(time.name) + time.words.meanings
        if let said = units.first(where: { unit in words.contains { $0.hasSuffix(unit) || $0 == unit.dropLast() } }) {
            return said
        }
        return longest > 300 ? "days" : longest > 30 ? "months" : "years"
    }

    /// The unit in which times are printed, and how many of the column's units it holds: days are hard to read where
    /// follow-up is long.
    private func printedUnit(of unit: String, longest: Double) -> (unit: String, factor: Double) {
        guard unit == "days", longest > 180 else { return (unit, 1) }
        return longest > 10 * 365.25 ? ("years", 365.25) : ("months", 30.4375)
    }

    /// What the values of a status column stand for; nil where they can't be a status.
    func codes(of column: ColumnProfile) -> [StudyDraft.StatusCode]? {
        let values = column.distinct
        guard (1...4).contains(values.count) else { return nil }
        if column.isNumeric {
            let numbers = values.compactMap(Double.init)
            switch Set(numbers) {
            case [0, 1], [0], [1]:
                let isReversed = column.says(Self.censoringWords)
                return values.map { .init(value: $0, meaning: (Double($0) == 1) == isReversed ? "censored" : "event") }
            case [1, 2], [2]: return values.map { .init(value: $0, meaning: Double($0) == 2 ? "event" : "censored") }
            case [0, 1, 2]:
                let meanings = ["censored", "event", "competing"]
                return values.map { .init(value: $0, meaning: meanings[Int(Double($0) ?? 0)]) }
            default: return nil
            }
        }
        let events: Set = [
            "event", "dead", "died", "death", "deceased", "yes", "y", "true", "relapse", "progressed", "failure",
            "死亡", "是", "有", "复发", "进展", "tot", "verstorben", "ja", "oui", "décédé", "sí", "si", "muerto",
        ]
        let censored: Set = [
            "censored", "censor", "cens", "alive", "living", "no", "n", "false", "none", "event-free", "ltfu",
            "lost to follow-up", "lost", "存活", "生存", "否", "删失", "失访", "无", "未复发", "未进展", "lebt", "lebend", "nein",
            "non",
            "vivant", "vivo",
        ]
        let meanings = values.map { value -> StudyDraft.StatusCode? in
            let word = value.lowercased()
            if events.contains(word) { return .init(value: value, meaning: "event") }
            return censored.contains(word) ? .init(value: value, meaning: "censored") : nil
        }
        return meanings.contains { $0 == nil } ? nil : meanings.compactMap { $0 }
    }
}
