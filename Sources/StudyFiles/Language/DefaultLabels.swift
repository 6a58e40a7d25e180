public import Results

/// What is called how where a study has no label for it, in the study's language: these labels stand in the results
/// beside the study's own.
public struct DefaultLabels: Sendable {
    /// Everyone.
    public var allPatients: String
    /// The column of all patients beside those of groups.
    public var total: String
    /// The words for units of time that a study names in English, and for years of age.
    var timeUnits: [String: String] = [:]
    var yearsOfAge: String?
    /// The default texts of the study language, for languages other than that in which it gives them.
    var texts: [String: String] = [:]
    /// The included patients of a screening log.
    public var includedInStudy: String
    /// A patient whose log has no reason for leaving.
    public var noReason: String
    /// Patients without an arm.
    public var noArm: String
    /// Why patients of an arm are not in its matched population.
    public var notMatched: String
    /// What a caption says of counts that are withheld below a minimum.
    public var withheldCounts: @Sendable (_ minimum: Int) -> String
    /// What a caption says of curves whose steps cover at least a minimum.
    public var thinnedCurves: @Sendable (_ minimum: Int) -> String
    /// How an endpoint made of dates is defined.
    public var definition: @Sendable (EndpointDates) -> String
    /// How an endpoint that stands in columns is defined.
    public var columnDefinition: @Sendable (EndpointColumns) -> String

    /// The labels of a language, by its BCP 47 tag; English for an unknown one.
    public static func labels(for language: String) -> DefaultLabels {
        language.lowercased().prefix { $0 != "-" } == "zh" ? chinese : english
    }

    /// Whether a column is called what some language calls that of all patients.
    public static func isTotal(_ label: String) -> Bool { [english, chinese].contains { $0.total == label } }

    /// The unit of a variable as it is printed: of `years`, which the study language has in English, the study's own word.
    func unit(_ unit: String, of variable: String) -> String {
        let isAge = variable.lowercased().split { !$0.isLetter }.contains("age")
        return (isAge && unit == "years" ? yearsOfAge : nil) ?? timeUnits[unit] ?? unit
    }

    /// A caption with a sentence more.
    public func adding(_ sentence: String, to caption: String) -> String {
        guard let last = caption.last else { return sentence }
        if "。！？".contains(last) { return caption + sentence }
        return (".!?".contains(last) ? caption : caption + ".") + " " + sentence
    }

    static let english = DefaultLabels(
        allPatients: "All patients", total: "Total", includedInStudy: "Included in the study",
        noReason: "No reason given", noArm: "No arm recorded", notMatched: "Not matched",
        withheldCounts: { minimum in
            "[c]: withheld, because it is below \(minimum) or would tell such a number."
        },
        thinnedCurves: { minimum in
            "Each step of a curve covers at least \(minimum) events; [c]: withheld, because it would tell of fewer than "
                + "\(minimum) patients."
        },
        definition: { dates in
            let event =
                dates.events.joined(separator: " or ") + (dates.events.count == 1 ? "" : ", whichever came first")
            let others = dates.competing.isEmpty ? "" : "; \(dates.competing.joined(separator: " or ")) competes"
            let limit = dates.hasCutoff ? " or at the cut-off" : ""
            return "from \(dates.start) to \(event)\(others); censored at \(dates.censoring)\(limit)"
        },
        columnDefinition: { columns in
            let others =
                columns.competing.isEmpty
                ? "" : " and a competing event where it is \(columns.competing.joined(separator: ", "))"
            return
                "in the column '\(columns.time)' (\(columns.unit.rawValue)), with the event where '\(columns.status)' is "
                + columns.events.joined(separator: ", ") + others
        })

    static let chinese = DefaultLabels(
        allPatients: "全部患者", total: "合计",
        timeUnits: ["days": "天", "weeks": "周", "months": "月", "years": "年"], yearsOfAge: "岁",
        texts: [
            "Treatment group": "治疗组", "Assessed for eligibility": "评估入组资格", "Included in the analysis": "纳入分析",
            "All adverse events": "全部不良事件",
        ], includedInStudy: "纳入研究", noReason: "未说明原因", noArm: "未记录分组", notMatched: "未匹配",
        withheldCounts: { minimum in "[c]：小于 \(minimum) 或可推算出此类数字，不予公布。" },
        thinnedCurves: { minimum in "曲线的每一步至少包含 \(minimum) 个事件；[c]：可推算出少于 \(minimum) 名患者，不予公布。" },
        definition: { dates in
            let event = dates.events.joined(separator: "或") + (dates.events.count == 1 ? "" : "（以先发生者为准）")
            let others = dates.competing.isEmpty ? "" : "；\(dates.competing.joined(separator: "或"))为竞争事件"
            let limit = dates.hasCutoff ? "或数据截止日" : ""
            return "从 \(dates.start) 至 \(event)\(others)；于 \(dates.censoring)\(limit)删失"
        },
        columnDefinition: { columns in
            let units: [TimeUnit: String] = [.days: "天", .weeks: "周", .months: "月", .years: "年"]
            let others =
                columns.competing.isEmpty ? "" : "，为 \(columns.competing.joined(separator: "、")) 时发生竞争事件"
            return "列“\(columns.time)”（\(units[columns.unit] ?? "")），“\(columns.status)”为 "
                + "\(columns.events.joined(separator: "、")) 时发生事件\(others)"
        })
}

/// An endpoint made of dates, each called after what happened on it.
public struct EndpointDates: Sendable {
    /// Where the time begins.
    public var start: String
    /// What ends it.
    public var events: [String]
    /// What keeps the events from happening.
    public var competing: [String]
    /// Where the time ends for those without an event.
    public var censoring: String
    /// Whether observation ends at a cut-off too.
    public var hasCutoff: Bool

    /// Creates the dates of an endpoint.
    public init(start: String, events: [String], competing: [String], censoring: String, hasCutoff: Bool) {
        self.start = start
        self.events = events
        self.competing = competing
        self.censoring = censoring
        self.hasCutoff = hasCutoff
    }
}

/// An endpoint that stands in two columns.
public struct EndpointColumns: Sendable {
    /// The column of times.
    public var time: String
    /// Their unit.
    public var unit: TimeUnit
    /// The column of states.
    public var status: String
    /// The codes of the event, in quotation marks.
    public var events: [String]
    /// The codes of competing events, in quotation marks.
    public var competing: [String]

    /// Creates the columns of an endpoint.
    public init(time: String, unit: TimeUnit, status: String, events: [String], competing: [String]) {
        self.time = time
        self.unit = unit
        self.status = status
        self.events = events
        self.competing = competing
    }
}

extension Study {
    /// What is called how where the study has no label for it.
    public var labels: DefaultLabels { .labels(for: description.language) }
}
