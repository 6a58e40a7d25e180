import Results

/// The words of figures and of their descriptions.
extension ChineseVocabulary {
    var syntheticDataRemark: String { "合成数据" }
    var spokenSyntheticData: String { "数据为合成数据。" }

    // MARK: Forest plots and flow charts

    var subgroup: String { "亚组" }
    var model: String { "模型" }

    func partOfFigure(_ caption: String, _ part: Int, of parts: Int) -> String {
        let end = ["。", "."].first { caption.hasSuffix($0) } ?? ""
        return "\(caption.dropLast(end.count))（第 \(part) 部分，共 \(parts) 部分）\(end)"
    }

    var allPatients: String { "全部患者" }
    var eventsOfPatients: String { "事件/患者" }
    var hazardRatioAxis: String { "风险比（对数尺度）" }
    func interactionHead(letter: String) -> String { "交互 \(letter)" }
    func favours(_ who: String) -> String { "支持 \(who)" }

    func forestMarks(overall: String?) -> String {
        let squares = "方块：面积与事件数成正比。"
        return overall.map { "\(squares)菱形和虚线：\($0)。" } ?? squares
    }

    func interactionTest(_ method: TestResult.Method, letter: String) -> String { "交互 \(letter)：\(test(method))。" }

    func notEstimable(_ abbreviation: String, because gap: EffectGap, in subgroups: [String]) -> String {
        let place = subgroups.isEmpty ? "" : "\(subgroups.joined(separator: "、"))中"
        let reason =
            switch gap {
            case .noPatients(let arm): "\(place)\(arm.map { " \($0) 组" } ?? "")无患者"
            case .noEvents(let arm): "\(place)\(arm.map { " \($0) 组" } ?? "")无事件"
            case .notFitted: "\(place)模型无法拟合"
            }
        return "\(abbreviation)：无法估计，\(reason)。"
    }

    func forestDescription(endpoint: String, treatment: String, reference: String) -> String {
        "风险比的森林图，\(treatment) 对比 \(reference)。\(endpoint)。"
    }

    func spokenEffect(of label: String, ratio: String, interval: String, limits: (lower: String, upper: String)?)
        -> String
    {
        "\(label)，HR \(ratio)" + (limits.map { "（\(interval) \($0.lower) 至 \($0.upper)）" } ?? "")
    }

    func spokenNotEstimable(_ label: String) -> String { "\(label)，无法估计" }
    func spokenInteraction(_ label: String, statement: String) -> String { "\(label)（交互作用，\(statement)）" }

    var excluded: String { "排除" }
    var flowDescription: String { "患者流程图。" }
    func patientCount(_ n: String) -> String { "(n = \(n))" }

    // MARK: Curves

    func spokenPanel(_ letter: String) -> String { "图\(letter)。" }
    func timeAxis(_ unit: TimeUnit) -> String { "时间（\(self.unit(unit))）" }
    func percentageAxis(_ label: String) -> String { "\(label)（%）" }
    func duration(_ time: String, _ unit: TimeUnit) -> String {
        unit == .months ? "\(time)个月" : "\(time)\(self.unit(unit))"
    }

    func medianHead(_ unit: TimeUnit, interval: String) -> [String] { ["中位时间，\(self.unit(unit))", "(\(interval))"] }

    func medianStatement(_ median: String, unit: TimeUnit?, interval: (name: String, limits: String)?) -> String {
        "中位时间 \(median)" + (unit.map { " \(self.unit($0))" } ?? "") + inBrackets(interval)
    }

    func incidenceHead(at time: String, _ unit: TimeUnit, interval: String) -> [String] {
        ["\(duration(time, unit))，%", "(\(interval))"]
    }

    func incidenceStatement(
        _ percent: String, at time: String, _ unit: TimeUnit, interval: (name: String, limits: String)?
    ) -> String {
        "\(duration(time, unit)) \(percent)%\(inBrackets(interval))"
    }

    func testStatement(_ method: TestResult.Method, p statement: String?) -> String {
        statement.map { "\(test(method)) \($0)" } ?? "无法进行\(test(method))"
    }

    func hazardRatioStatement(_ ratio: String?, interval: (name: String, limits: String)) -> String {
        ratio.map { "HR \($0)\(inBrackets(interval))" } ?? "HR 无法估计"
    }

    func subdistributionStatement(_ ratio: String?, interval: (name: String, limits: String)) -> String {
        ratio.map { "亚分布 HR \($0)\(inBrackets(interval))" } ?? "亚分布 HR 无法估计"
    }

    func hazardRatioColumn(interval: String, isSubdistribution: Bool) -> [String] {
        [isSubdistribution ? "亚分布 HR" : "HR", "(\(interval))"]
    }

    func spokenHazardRatio(of direction: HazardRatioDirection, isSubdistribution: Bool) -> String {
        "\(direction.group) 对比 \(direction.reference)\(isSubdistribution ? "（亚分布）" : "")"
    }

    func hazardRatioDirections(_ directions: [HazardRatioDirection]) -> String {
        let texts = directions.map { direction in
            (direction.letter.map { "\($0)，" } ?? "") + "\(direction.group) 对比 \(direction.reference)"
        }
        return "HR：风险比；\(texts.joined(separator: "；"))。"
    }

    func stratifiedRatios(by strata: [String], inPanels letters: [String]) -> String {
        let panels = letters.isEmpty ? "" : "（\(list(letters))）"
        return "风险比\(panels)按\(list(strata))分层；log-rank 检验未分层。"
    }

    func incidenceDescription(curves: Int, panels: Int) -> String {
        description(of: "累积发生率曲线", curves: curves, panels: panels)
    }

    func cumulativeIncidence(of endpoint: String) -> String { "\(endpoint)的累积发生率" }
    func spokenEmptyGroup(_ label: String) -> String { "\(label)，无患者" }

    func spokenGroup(_ label: String, patients: Int, events: Int, competing: Int?) -> String {
        let others = competing.map { ["竞争事件 \($0.plainText)"] } ?? []
        return (["\(label)", "患者 \(patients.plainText)", "事件 \(events.plainText)"] + others).joined(separator: "，")
    }

    func spokenMedian(_ median: String?, interval: String, lower: String?, upper: String?) -> String {
        let limits = lower == nil && upper == nil ? notReached : "\(lower ?? notReached) 至 \(upper ?? notReached)"
        return "中位时间 \(median ?? notReached)（\(interval) \(limits)）"
    }

    func spokenIncidence(_ percent: String, at time: String, interval: String, limits: (String, String)?) -> String {
        "\(time) \(percent)%" + (limits.map { "（\(interval) \($0.0) 至 \($0.1)）" } ?? "")
    }

    func spokenEnd(_ percent: String, at time: String) -> String { "曲线止于 \(time)，\(percent)%" }

    private var notReached: String { "未达到" }

    func description(of curve: String, curves: Int, panels: Int) -> String {
        panels > 1 ? "\(curve)，共\(panels)幅。" : "\(curve)。"
    }

    private func inBrackets(_ interval: (name: String, limits: String)?) -> String {
        interval.map { " (\($0.name) \($0.limits))" } ?? ""
    }

    // MARK: Balance, overlap, residuals

    var standardizedDifferenceAxis: String { "标准化差的绝对值" }

    func differenceDefinition(_ definition: DifferenceDefinition, isWeighting: Bool) -> String {
        let before = isWeighting ? "加权前" : "匹配前"
        let divisor =
            switch definition {
            case .focalGroup: "\(before)治疗组的标准差"
            case .pooledUnmatched: "\(before)的合并标准差"
            case .pooledDisplayed: "所示患者的合并标准差"
            }
        return "标准化差：均数或比例之差除以\(divisor)。"
    }

    func before(isWeighting: Bool, n: String?) -> String { sized(isWeighting ? "加权前" : "匹配前", n) }
    func after(isWeighting: Bool, n: String?) -> String { sized(isWeighting ? "加权后" : "匹配后", n) }
    func onlyMissing(_ notEstimable: String, isAfter: Bool) -> String { "\(isAfter ? "之后" : "之前") \(notEstimable)" }
    var nobodyMatched: String { "无患者匹配成功。" }

    func balanceDescription(isWeighting: Bool) -> String {
        "各协变量在\(isWeighting ? "加权" : "匹配")前后标准化差的绝对值。"
    }

    func spokenBalance(_ label: String, before: String, after: String) -> String { "\(label)，之前 \(before)，之后 \(after)" }
    func thresholds(_ values: [String]) -> String { "虚线：\(values.joined(separator: "、"))。" }
    var propensityAxis: String { "倾向评分" }
    var shareOfGroupAxis: String { "患者（占该组%）" }
    func groupSize(_ label: String, n: String?) -> String { sized(label, n) }
    func effectiveSize(_ label: String, n: String) -> String { "\(label)（有效 n = \(n)）" }

    func overlapDescription(_ upper: String, _ lower: String) -> String {
        "倾向评分的直方图，\(upper) 向上，\(lower) 向下。"
    }

    func spokenScores(_ label: String, range: (String, String)?) -> String {
        range.map { "\(label)，评分 \($0.0) 至 \($0.1)" } ?? "\(label)，无患者"
    }

    var logHazardRatioAxis: String { "对数风险比" }
    var residualMarks: String { "点：缩放 Schoenfeld 残差加模型系数。线和带：平滑曲线及逐点置信限。虚线：模型系数。细线：无效应。" }

    func residualTests(letter: String, transform: String, global statement: String?) -> String {
        let time =
            switch transform {
            case "km": "时间按 Kaplan–Meier 估计变换"
            case "rank": "时间变换为秩"
            case "log": "时间取对数"
            default: "时间未变换"
            }
        return "\(letter)：比例风险检验（\(time)）；所有协变量合并，\(statement ?? notTestable)。"
    }

    var notTestable: String { "无法检验" }

    func residualDescription(endpoint: String, panels: Int) -> String {
        "缩放 Schoenfeld 残差随时间的变化及平滑曲线，共\(panels)幅。\(endpoint)。"
    }

    func spokenResiduals(_ label: String, coefficient: String, test: String) -> String {
        "\(label)，对数风险比 \(coefficient)，比例风险检验 \(test)"
    }

    private func sized(_ label: String, _ n: String?) -> String { n.map { "\(label) (n = \($0))" } ?? label }
}
