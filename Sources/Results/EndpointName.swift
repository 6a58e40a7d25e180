/// What an endpoint's name says of its curve.
///
/// A survival curve shows who has not had the event, so that a name such as `Overall survival` can stand for its height. A
/// name of the event itself, such as `All-cause death`, cannot: a curve at 90% would say that 90% have died.
public struct EndpointName: Equatable, Sendable {
    /// The name as it is printed.
    public let text: String

    /// Creates a name.
    public init(_ text: String) { self.text = text }

    /// Whether it names the event, or the time to it, rather than being without it.
    public var isOfEvent: Bool {
        let name = text.lowercased()
        let words = name.split { !$0.isLetter }.map(String.init)
        if Self.wordsWithoutEvent.contains(where: words.contains) { return false }
        if Self.chineseWithoutEvent.contains(where: name.contains) { return false }
        return eventOfTime != nil || words.contains(where: Self.eventWords.contains)
            || Self.chineseEvents.contains(where: name.contains)
    }

    /// The event, without the words of a time to it: `relapse` of `Time to relapse`.
    public var event: String { eventOfTime ?? text }

    private var eventOfTime: String? {
        let name = text.lowercased()
        for start in ["time to ", "time until "] where name.hasPrefix(start) {
            return String(text.dropFirst(start.count))
        }
        guard text.hasPrefix("至"), text.hasSuffix("时间") else { return nil }
        let event = text.dropFirst().dropLast(2)
        return String(event.last == "的" ? event.dropLast() : event)
    }

    private static let wordsWithoutEvent = ["survival", "surviving", "free", "freedom", "without"]
    private static let chineseWithoutEvent = ["生存", "存活", "无", "未"]
    private static let eventWords: Set<String> = [
        "death", "deaths", "mortality", "event", "events", "failure", "progression", "recurrence", "recurrences",
        "relapse",
        "relapses", "metastasis", "metastases", "hospitalisation", "hospitalisations", "hospitalization",
        "hospitalizations", "rehospitalisation", "rehospitalization", "readmission", "infarction", "stroke",
    ]
    private static let chineseEvents = ["死亡", "事件", "失败", "进展", "复发", "转移", "住院"]
}

extension EndpointDescription {
    /// Whether the label or the abbreviation names the event, so that neither can stand for the height of a curve.
    public var isNamedAfterEvent: Bool { EndpointName(label).isOfEvent || EndpointName(short).isOfEvent }
}
