internal import Foundation
internal import Results
internal import StudyFiles
internal import Styling

/// A study's plan with what was found in its data, as a colleague would say it: read before anything is believed.
struct PlanInWords: Encodable {
    struct File: Encodable {
        var role: String
        var path: String
        var rows: Int?
    }

    struct Count: Encodable {
        var label: String
        var n: Int
    }

    struct Patients: Encodable {
        var read: Int
        var analysed: Int
        var leftOut: [Count]
        var missing: [Count]
        /// The first and last day on which the time of a patient begins.
        var starts: [String]
    }

    struct Arm: Encodable {
        var id: String
        var label: String
        var n: Int
        var isReference: Bool
    }

    struct Group: Encodable {
        var label: String
        var events: Int
        var n: Int
    }

    struct PlannedEndpoint: Encodable {
        var id: String
        var label: String
        var short: String
        /// From what to what, and when censored.
        var definition: String
        /// Patients with the event; nil where no table or figure is of the endpoint in everyone.
        var events: Int?
        /// Patients with an event that makes the endpoint's impossible; nil where none is declared.
        var competing: Int?
        var patients: Int?
        /// Patients whose time or status is not known.
        var unknown: Int?
        var groups: [Group]
    }

    struct Product: Encodable {
        var kind: String
        var id: String
        var caption: String
    }

    var study: String
    var files: [File]
    var patients: Patients
    var arms: [Arm]
    var populations: [Count]
    var endpoints: [PlannedEndpoint]
    var makes: [Product]
    var text: String
    var style: String
    /// What the style wants its users to verify.
    var styleReminder: String
    /// How long a build will take on this machine, roughly.
    var expectedSeconds: Double

    init(_ study: Study, _ results: StudyResults, style: HouseStyle, after elapsed: Duration) {
        self.study = results.study.title
        files = results.provenance.inputs.map { File(role: $0.role, path: $0.path, rows: $0.rows) }
        let cohort = results.cohort
        patients = Patients(
            read: cohort.read, analysed: cohort.analysed,
            leftOut: cohort.exclusions.map { Count(label: $0.reason, n: $0.n) },
            missing: cohort.missing.map { Count(label: $0.label, n: $0.n) },
            starts: [cohort.firstStart, cohort.lastStart].compactMap(\.self))
        arms = results.arms.map { Arm(id: $0.id, label: $0.label, n: $0.n, isReference: $0.isReference) }
        populations = cohort.populations.filter { $0.id != "all" }.map { Count(label: $0.label, n: $0.n) }
        endpoints = study.endpoints.compactMap { PlannedEndpoint($0, of: study, in: results) }
        makes =
            results.tables.map { Product(kind: "table", id: $0.id, caption: $0.caption) }
            + results.figures.map { Product(kind: "figure", id: $0.id, caption: $0.caption) }
        text = results.manuscript.template
        self.style = style.name
        styleReminder = style.figures.source.reminder
        let drawn = Double(results.figures.count * style.figures.formats.count)
        expectedSeconds = elapsed / .seconds(1) * 1.6 + drawn * 0.004
    }

    /// The plan as text.
    var lines: [String] {
        var lines = [study, ""]
        lines += files.map { file in "read  \(file.path)" + (file.rows.map { " (\($0) rows)" } ?? "") }
        lines += ["", "\(patients.read) patients read, \(patients.analysed) analysed"]
        if patients.starts.count == 2 {
            lines.append("  time begins from \(patients.starts[0]) to \(patients.starts[1])")
        }
        lines += patients.leftOut.map { "  left out: \($0.label) (\($0.n))" }
        lines += arms.map { "  \($0.label): \($0.n)" + ($0.isReference ? ", the reference" : "") }
        lines += populations.map { "  of them \($0.label): \($0.n)" }
        lines += patients.missing.map { "  missing: \($0.label) (\($0.n))" }
        for endpoint in endpoints { lines += [""] + endpoint.lines }
        lines.append("")
        lines += makes.map { "makes  \($0.kind) \($0.id): \($0.caption)" }
        lines.append("makes  text from \(text), style \(style)")
        lines.append("style  \(style): \(styleReminder)")
        lines.append("time   \(Self.inWords(seconds: expectedSeconds)) for a build")
        return lines
    }

    /// A time that is only roughly known.
    static func inWords(seconds: Double) -> String {
        switch seconds {
        case ..<1: "under a second"
        case ..<10: "about \(Int(seconds.rounded(.up))) seconds"
        case ..<90: "about \(Int((seconds / 10).rounded(.up)) * 10) seconds"
        default: "about \(Int((seconds / 60).rounded(.up))) minutes"
        }
    }
}

extension PlanInWords.PlannedEndpoint {
    /// Nil where the results don't have the endpoint, which only a fault that was reported can bring about.
    fileprivate init?(_ endpoint: Endpoint, of study: Study, in results: StudyResults) {
        guard let description = results.endpoints.first(where: { $0.id == endpoint.name.value }) else { return nil }
        id = description.id
        label = description.label
        short = description.short
        definition = endpoint.inWords(cutoff: endpoint.cutoff?.value ?? study.cutoff?.value)
        groups = []
        // The one under the endpoint's own name is by arm and of everyone.
        if let incidence = results.incidences.first(where: { $0.id == description.id }) {
            groups = incidence.groups.map { .init(label: $0.label, events: $0.events, n: $0.n) }
            events = incidence.groups.reduce(0) { $0 + $1.events }
            competing = incidence.groups.reduce(0) { $0 + $1.competing }
            patients = incidence.groups.reduce(0) { $0 + $1.n }
            unknown = incidence.groups.reduce(0) { $0 + $1.missing }
        } else if let survival = results.survival.first(where: { $0.id == description.id }) {
            groups = survival.groups.map { .init(label: $0.label, events: $0.events, n: $0.n) }
            events = survival.overall.events
            patients = survival.overall.n
            unknown = survival.overall.missing
        }
        if groups.count < 2 { groups = [] }
    }

    fileprivate var lines: [String] {
        let name = short.lowercased() == label.lowercased() ? label : "\(short) (\(label))"
        guard let events, let patients else {
            return ["\(name): \(definition)", "  no table or figure is of it in all patients"]
        }
        var counts = "  \(events) events in \(patients) patients"
        if let competing { counts += ", \(competing) with a competing event" }
        if let unknown, unknown > 0 { counts += ", \(unknown) without a known time" }
        let byGroup = groups.map { "\($0.label) \($0.events) of \($0.n)" }.joined(separator: ", ")
        return ["\(name): \(definition)", counts + (byGroup.isEmpty ? "" : ": \(byGroup)")]
    }
}

extension Endpoint {
    /// From what to what, by the columns' own names, which a reader can look up in the data.
    fileprivate func inWords(cutoff: CalendarDay?) -> String {
        func names(_ columns: [Located<String>]) -> String {
            columns.map(\.value).formatted(.list(type: .and).locale(.english))
        }
        switch source {
        case .dates(let start, let events, let competing, let censoring):
            var words = "from \(start.value) to "
            words += events.count > 1 ? "the first of \(names(events))" : names(events)
            if !competing.isEmpty { words += ", which \(names(competing)) makes impossible" }
            words += "; without any, censored at \(censoring.value)"
            if let cutoff { words += "; nothing after \(cutoff.iso) counts" }
            if let entry { words += "; observed from \(entry.value) on" }
            return words + "; in \(unit.rawValue)"
        case .columns(let time, let timeUnit, let status, let codes):
            func coded(_ wanted: Endpoint.Status) -> String? {
                let texts = codes.filter { $0.status == wanted }.map { "'\($0.raw.value)'" }
                return texts.isEmpty ? nil : texts.formatted(.list(type: .or).locale(.english))
            }
            var words = "the time in \(time.value) (\(timeUnit.rawValue)), with the event where \(status.value) is "
            words += coded(.event) ?? "nothing"
            if let competing = coded(.competing) { words += ", a competing event where it is \(competing)" }
            if let censored = coded(.censored) { words += ", censored where it is \(censored)" }
            if let entry { words += "; observed from \(entry.value) on" }
            return words + (unit == timeUnit ? "" : "; in \(unit.rawValue)")
        }
    }
}

extension Locale {
    fileprivate static let english = Locale(identifier: "en_GB")
}
