/// What a draft calls things, in the language of the data: the names of a Chinese file want a Chinese report.
struct DraftWords: Equatable, Sendable {
    /// The language as a study file names it.
    var language: String
    /// Endpoints by their usual abbreviations; `survival` and `event` where the file says no more.
    var endpoints: [String: String]
    /// The time to what a column is called.
    var timeTo: String
    var patients: String
    var patientsByGroup: String
    var response: String
    var survivalByGroup: String
    var incidence: String
    var models: String
    var bySubgroup: String
    var and: String
    var stop: String

    static let english = DraftWords(
        language: "en",
        endpoints: [
            "os": "Overall survival", "pfs": "Progression-free survival", "dfs": "Disease-free survival",
            "rfs": "Recurrence-free survival", "efs": "Event-free survival", "ttp": "Time to progression",
            "pfi": "Progression-free interval", "dfi": "Disease-free interval", "dss": "Disease-specific survival",
            "survival": "Survival", "event": "Event",
        ],
        timeTo: "Time to ", patients: "Characteristics of the patients.",
        patientsByGroup: "Characteristics of the patients by group.", response: "Response to treatment.",
        survivalByGroup: "Survival by group.", incidence: "Cumulative incidence with competing events.",
        models: "Cox models.", bySubgroup: " by subgroup", and: " and ", stop: ".")

    static let chinese = DraftWords(
        language: "zh",
        endpoints: [
            "os": "总生存期", "pfs": "无进展生存期", "dfs": "无病生存期", "rfs": "无复发生存期", "efs": "无事件生存期",
            "ttp": "至疾病进展时间", "pfi": "无进展间期", "dfi": "无病间期", "dss": "疾病特异性生存期", "survival": "生存",
            "event": "事件",
        ],
        timeTo: "至事件时间：", patients: "患者特征。", patientsByGroup: "各组患者特征。", response: "治疗反应。",
        survivalByGroup: "各组生存情况。", incidence: "存在竞争事件时的累积发生率。", models: "Cox 模型。", bySubgroup: "的亚组分析",
        and: "与", stop: "。")

    /// The words for a file with these names of columns.
    static func words(for names: [String]) -> DraftWords {
        let chinese = names.count { name in name.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        return chinese * 2 > names.count ? .chinese : .english
    }

    /// How an endpoint is printed.
    func label(ofEndpoint id: String) -> String? { endpoints[id] }
}
