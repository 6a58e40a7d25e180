import StudyFiles

/// The columns of the patients' file that tell how long and with what end patients were observed.
struct FollowUpColumns {
    /// Days on which something happened, or did not: once there, a day stays.
    private(set) var eventDates: Set<String> = []
    /// Days or times until which patients were observed: they grow.
    private(set) var growing: Set<String> = []
    /// Statuses with the codes that stand for censoring.
    private(set) var statuses: [String: Set<String>] = [:]

    init(of study: Study) {
        // The rows of a linked file change with those of its patient.
        for endpoint in study.endpoints where endpoint.file == nil {
            switch endpoint.source {
            case .dates(_, let events, let competing, let censoring):
                eventDates.formUnion((events + competing).map(\.value))
                growing.insert(censoring.value)
            case .columns(let time, _, let status, let codes):
                growing.insert(time.value)
                statuses[status.value, default: []].formUnion(
                    codes.filter { $0.status == .censored }.map(\.raw.value))
            }
        }
    }

    func contains(_ column: String) -> Bool {
        eventDates.contains(column) || growing.contains(column) || statuses[column] != nil
    }

    /// Whether a cell that differs tells of a longer observation.
    func movesForward(_ column: String, from old: String?, to new: String?) -> Bool {
        guard let new else { return false }
        guard let old else { return true }
        if let censored = statuses[column] { return censored.contains(old) && !censored.contains(new) }
        if growing.contains(column) {
            if let before = NumberCell(old), let after = NumberCell(new) { return after.value > before.value }
            if case .day(let before) = DateCell(old), case .day(let after) = DateCell(new) { return after > before }
        }
        return false
    }
}
