import Results

/// The words of tables that count patients, and of tables of survival and of cumulative incidence.
extension ChineseVocabulary {
    var countHead: String { "n (%)" }

    func contrast(_ group: String, _ reference: String) -> String { "\(group) vs \(reference)" }

    func missingValues(of variable: String, total: Int?, byColumn: [(label: String, n: Int)]) -> String {
        "\(variable)：\(missingValues(total: total, byColumn: byColumn))"
    }

    func list(_ items: [String], _ conjunction: String = "和") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: "、"))\(conjunction)\(last)"
    }

    // MARK: Responses

    func proportionDifferenceHead(interval: String) -> String { "率差，百分点 (\(interval))" }

    func responseRatioHead(_ ratio: ResponseTable.Ratio, interval: String) -> String {
        "\(ratio == .risk ? "相对危险度" : "比值比") (\(interval))"
    }

    func responseRatioMethod(_ ratio: ResponseTable.Ratio, strata: [String]) -> String {
        if !strata.isEmpty { return "比值比：Mantel–Haenszel 法，置信区间按 Robins–Breslow–Greenland 法。" }
        return ratio == .risk ? "相对危险度：对数尺度上的区间（Katz 法）。" : "比值比：对数尺度上的区间（Woolf 法）。"
    }

    func comparedWithinStrata(_ strata: [String], exceptDifferences: Bool) -> String {
        "各组在\(strata.joined(separator: "、"))的各层内比较" + (exceptDifferences ? "；率差不分层，按全部患者计算。" : "。")
    }

    func proportionIntervals(ofProportions: Bool, ofDifferences: Bool) -> String? {
        switch (ofProportions, ofDifferences) {
        case (true, true): "区间：百分比用 Clopper–Pearson 法，率差用 Newcombe 法。"
        case (true, false): "区间：Clopper–Pearson 法。"
        case (false, true): "率差的区间：Newcombe 法。"
        case (false, false): nil
        }
    }

    func emptyLevels(_ labels: [String]) -> String { "无患者为\(list(labels, "或"))。" }

    func rate(_ name: String, counting members: [String]) -> String {
        let meaning = Self.rates[name].map { "（\($0)）" } ?? ""
        return "\(name)\(meaning)：\(members.joined(separator: " + "))。"
    }

    func responseAbbreviations(_ labels: [String]) -> String? {
        let known = Set(labels).filter { Self.responses[$0] != nil }.sorted()
        let meanings = known.compactMap { label in Self.responses[label].map { "\(label)：\($0)" } }
        return meanings.isEmpty ? nil : meanings.joined(separator: "；") + "。"
    }

    private static let rates = ["ORR": "客观缓解率", "DCR": "疾病控制率", "CBR": "临床获益率", "CRR": "完全缓解率"]
    private static let responses = ["CR": "完全缓解", "PR": "部分缓解", "SD": "疾病稳定", "PD": "疾病进展"]

    // MARK: Adverse events

    var adverseEvent: String { "不良事件" }
    var worstGrade: String { "数值为 n (%)；每行中每名患者按最高级别计一次。" }
    func noEvent(dash: String) -> String { "\(dash)：无患者发生该事件，未检验。" }

    func incompleteRecords(_ n: Int, count: String, source: String) -> String {
        "\(source) 中 \(count) 条缺少名称或级别的记录未计入。"
    }

    func termsLeftOut(_ n: Int, count: String) -> String { "另有 \(count) 项未列出。" }

    // MARK: Balance

    var standardizedDifferenceHead: String { "SMD" }

    func standardizedDifferences(of group: String?, and reference: String?) -> String {
        let direction = if let group, let reference { "（\(group) 减 \(reference)）" } else { "" }
        return "标准化差\(direction)：除以所示患者两组方差均值的平方根。"
    }

    func noStandardizedDifference(_ notes: [ResultNote]) -> String {
        "无标准化差：\(notes.compactMap { reason($0.kind) }.first ?? "数值无变异")。"
    }

    func before(isWeighted: Bool) -> String { isWeighted ? "加权前" : "匹配前" }
    func after(isWeighted: Bool) -> String { isWeighted ? "加权后" : "匹配后" }

    func matchingMethod(_ matching: MatchingSummary) -> String {
        guard let rule = matching.rule else { return matching.method }
        let caliper = rule.caliperDeviations.map { "，卡钳值为评分标准差的 \($0) 倍" } ?? ""
        if rule.isOptimal { return "1:\(rule.ratio) 最优匹配\(caliper)；总距离相等时取评分较低者" }
        let order =
            switch rule.order {
            case .largest: "评分高者优先"
            case .smallest: "评分低者优先"
            case .data: "按行的次序"
            }
        let ties = rule.takesLowerScore ? "距离相等时取评分较低者" : "距离相等时取编号次序在前者"
        return "1:\(rule.ratio) 最近邻\(rule.withReplacement ? "有" : "无")放回匹配，\(order)\(caliper)；\(ties)"
    }

    func matching(method: String, sets: String, treated: String, controls: String, arePairs: Bool) -> String {
        let found = arePairs ? "\(sets) 对" : "\(sets) 组，含治疗组 \(treated) 例和对照组 \(controls) 例"
        return "匹配：\(method)；共 \(found)。"
    }

    func weighting(for target: String) -> String {
        let patients =
            switch target {
            case "treated": "接受治疗的患者"
            case "overlap": "两种治疗均有可能接受的患者（重叠权重）"
            default: "全部患者"
            }
        return "按倾向评分加权，估计\(patients)中的平均效应。加权后的标准化差为加权值；频数、百分比及其他描述均为患者的原始值。"
    }

    // MARK: Survival and incidence

    var outcome: String { "结局" }
    var patients: String { "患者" }
    var events: String { "事件，n (%)" }
    var competingEvents: String { "竞争事件，n (%)" }

    func survival(at time: String, unit: TimeUnit, interval: String) -> String {
        "\(duration(time, unit))生存率，% (\(interval))"
    }

    func incidence(at time: String, unit: TimeUnit, interval: String) -> String {
        "\(duration(time, unit))累积发生率，% (\(interval))"
    }

    func restrictedMean(to horizon: String, unit: TimeUnit, interval: String) -> String {
        "\(duration(horizon, unit))内限制平均时间，\(self.unit(unit)) (\(interval))"
    }

    func hazardRatio(interval: String) -> String { "风险比 (\(interval))" }
    func stratified(by strata: [String]) -> String { "风险比按\(list(strata))分层。" }
    func restrictedMeanRatio(interval: String) -> String { "限制平均时间之比 (\(interval))" }
    func subdistributionRatio(interval: String) -> String { "亚分布风险比 (\(interval))" }
    func causeSpecificRatio(interval: String) -> String { "原因别风险比 (\(interval))" }
    func testRow(_ method: TestResult.Method) -> String { test(method) }
    var reference: String { "参照" }
    func differenceHead(interval: String) -> String { "差值 (\(interval))" }
    var differencesInPoints: String { "百分比之差以百分点表示。" }
    func estimateTest(letter: String) -> String { "未注明检验的各行的 \(letter) 值：Wald 检验。" }

    func beyondLastObservation(isCarriedForward: Bool) -> String {
        isCarriedForward ? "该组的最后一次观察更早，沿用其最后的值。" : "无法估计：该组的最后一次观察更早。"
    }

    func equalCall(_ call: String) -> String { "R 中：\(call)。" }
}
