import Results
import StudyFiles

extension Endpoint {
    /// An endpoint of dates, printed in months.
    static func dates(
        _ name: String, start: String, events: [String], competing: [String] = [], censoring: String,
        entry: String? = nil, cutoff: Located<CalendarDay>? = nil
    ) -> Endpoint {
        Endpoint(
            name: StudyFixture.at(name), label: name, short: name,
            source: .dates(
                start: StudyFixture.at(start), events: events.map(StudyFixture.at),
                competing: competing.map(StudyFixture.at), censoring: StudyFixture.at(censoring)), unit: .months,
            entry: entry.map(StudyFixture.at), cutoff: cutoff)
    }

    /// An endpoint of a time in months and a status of 0, 1 or, for a competing event, 2.
    static func columns(_ name: String, time: String, status: String, entry: String? = nil) -> Endpoint {
        Endpoint(
            name: StudyFixture.at(name), label: name, short: name,
            source: .columns(
                time: StudyFixture.at(time), timeUnit: .months, status: StudyFixture.at(status),
                codes: [
                    .init(raw: StudyFixture.at("0"), status: .censored),
                    .init(raw: StudyFixture.at("1"), status: .event),
                    .init(raw: StudyFixture.at("2"), status: .competing),
                ]), unit: .months, entry: entry.map(StudyFixture.at))
    }
}

/// A day of the calendar with the place of its text.
func day(_ text: Located<String>) -> Located<CalendarDay> {
    text.map { CalendarDay(iso: $0) ?? CalendarDay(daysSinceEpoch: 0) }
}
