import Results

/// The program's words in simplified Chinese (`zh`), by the usage of Chinese medical journals: full-width punctuation
/// in sentences, half-width brackets around statistics.
struct ChineseVocabulary: Vocabulary {
    let language = "zh"
    var prose: any ProseVocabulary { ChineseProse() }
    var reproduction: any ReproductionVocabulary { ChineseReproduction() }
    var checklist: any ChecklistVocabulary { ChineseChecklist() }

    let contents = "目录"
    let skipToText = "跳至正文"
    let table = "表"
    let figure = "图"
    let supplementaryTable = "附表"
    let supplementaryFigure = "附图"
    let supplement = "补充材料"
    let syntheticData = "合成数据：并非真实患者的记录。"
    func madeBy(_ program: String) -> String { "由 \(program) 生成。" }

    let characteristic = "特征"
    let missing = "缺失"
    let severalResponses = "一名患者可有多项，百分比之和可超过100。"
    let smallExpectedCounts = "有期望频数小于5，近似结果可能欠佳。"

    func columnHead(_ label: String, n: String) -> String { "\(label) (n = \(n))" }

    func pValueHead(letter: String) -> String { "\(letter) 值" }

    func summary(_ summary: BaselineVariable.Summary) -> String? {
        switch summary {
        case .levels, .responses: nil
        case .median: "中位数（四分位数间距）"
        case .range: "中位数（范围）"
        case .mean: "均数（标准差）"
        }
    }

    func cellContents(onlyCounts: Bool, percentagesOf denominator: BaselineTable.Denominator?) -> String {
        let values = onlyCounts ? "数值为 n (%)" : "除另有说明外，数值为 n (%)"
        return switch denominator {
        case nil: "\(values)。"
        case .known, .responses: "\(values)；百分比以该变量有值的患者为分母。"
        case .all: "\(values)；百分比以全部患者为分母。"
        }
    }

    func percentagesOfResponses(total: String?, byColumn: [(label: String, n: String)]) -> String {
        let columns = byColumn.map { "\($0.label) \($0.n)" }.joined(separator: "，")
        let responses = total.map { "\($0) 项" } ?? "各项之和"
        let of = byColumn.isEmpty ? responses : "\(responses)（\(columns)）"
        return "百分比以\(of)为分母，因一名患者可有多项。"
    }

    func quartiles(type: Int?) -> String {
        "四分位数间距以第一和第三四分位数表示\(type.map { "（R 的第 \($0) 型分位数）" } ?? "")。"
    }

    func weightedValues(isAll: Bool) -> String {
        "\(isAll ? "" : "加权后，")百分比、均数和分位数按加权患者计算；n 为患者人数。"
    }

    func simulated(tables: String, from seed: String) -> String { "由 \(tables) 个随机表模拟得出，\(seed)。" }

    func noInterval(because notes: [ResultNote]) -> String {
        let reason = notes.compactMap { self.reason($0.kind) }.first
        return "无置信区间：\(reason ?? "该估计没有标准误")。"
    }

    func ungroupedPatients(_ n: Int, in total: String, isTreatment: Bool) -> String {
        "\(total)包括 \(n.plainText) 名\(isTreatment ? "无治疗组" : "分组未知")的患者。"
    }

    func missingValues(total: Int?, byColumn: [(label: String, n: Int)]) -> String {
        let columns = byColumn.map { "\($0.label) \($0.n.plainText)" }.joined(separator: "，")
        guard let total else { return "缺失值：\(columns)。" }
        return byColumn.isEmpty ? "\(total.plainText) 例缺失。" : "\(total.plainText) 例缺失（\(columns)）。"
    }

    func onlyTest(_ method: TestResult.Method, rule: CategoricalTestRule, letter: String) -> String {
        "\(letter) 值：\(test(method, rule: rule))。"
    }

    func usualTest(_ method: TestResult.Method, rule: CategoricalTestRule, letter: String) -> String {
        "未标注的 \(letter) 值：\(test(method, rule: rule))。"
    }

    func markedTest(_ method: TestResult.Method, rule: CategoricalTestRule) -> String { "\(test(method, rule: rule))。" }

    func noPValue(because notes: [ResultNote], summary: BaselineVariable.Summary) -> String {
        var reasons: [String] = []
        for reason in notes.compactMap({ reason($0.kind) }) where !reasons.contains(reason) { reasons.append(reason) }
        if reasons.isEmpty, summary == .responses { reasons = ["一名患者可有多项"] }
        return reasons.isEmpty ? "未检验。" : "未检验：\(reasons.joined(separator: "；"))。"
    }

    func abbreviations(
        _ abbreviations: [Abbreviation], of endpoints: [EndpointDescription], in style: HouseStyle
    ) -> String {
        let names = endpoints.map { "\($0.short)：\($0.label)" }
        return (names + abbreviations.map { meaning($0, in: style) }).joined(separator: "；") + "。"
    }

    private func meaning(_ abbreviation: Abbreviation, in style: HouseStyle) -> String {
        switch abbreviation {
        case .confidenceInterval: "\(style.numbers.confidenceInterval)：置信区间"
        case .hazardRatio: "\(hazardRatioAbbreviation)：风险比"
        case .oddsRatio: "\(oddsRatioAbbreviation)：比值比"
        case .standardDeviation: "SD：标准差"
        case .standardizedDifference: "\(standardizedDifferenceHead)：标准化均数差"
        case .notEstimable: "\(style.numbers.notEstimable)：无法估计"
        case .notReached: "\(style.numbers.notReached)：未达到（曲线或其置信限未降至50%）"
        }
    }

    /// Why something does not exist, as part of a sentence.
    func reason(_ kind: ResultNote.Kind) -> String? {
        switch kind {
        case .noPatients: "无患者有值"
        case .noEvents: "无事件发生"
        case .singleGroup: "仅一组有值"
        case .constant: "所有值相同"
        case .noDiscordantPairs: "无患者发生变化"
        case .zeroVariance: "组内无变异"
        case .smallExpectedCounts: "期望频数过小"
        case .monotoneLikelihood, .collinear, .notConverged: "模型无法拟合"
        case .fewEvents: "事件过少"
        case .tooFewValues: "某组的值过少"
        case .unbounded: "表中有空格"
        case .samplingWeights: "该检验不适用于加权数据"
        case .lateEntry: "该方法不适用于延迟进入的随访"
        case .beyondExact: "表过大，无法进行精确检验（可用检验 fisher-monte-carlo 估计其 p 值）"
        case .emptyInterval: "无任何在险时间"
        case .notPositiveTime: "有时间不大于零"
        case .withheld: "可推算出过少患者的信息，不予公布"
        case .unsupported: "所选方法不能同时使用"
        case .beyondLastObservation: "某组的最后一次观察更早"
        case .approximated, .missingLeftOut, .simulated: nil
        }
    }

    func test(_ method: TestResult.Method) -> String {
        switch method {
        case .logRank: "log-rank 检验"
        case .stratifiedLogRank: "分层 log-rank 检验"
        case .flemingHarrington: "Fleming–Harrington 检验"
        case .gehanBreslow: "Gehan–Breslow 检验"
        case .taroneWare: "Tarone–Ware 检验"
        case .logRankTrend: "log-rank 趋势检验"
        case .pearsonChiSquared, .pearsonChiSquaredCorrected: "Pearson χ² 检验"
        case .fisherExact: "Fisher 精确检验"
        case .fisherMonteCarlo: "Fisher 精确检验（模拟法）"
        case .mannWhitneyExact: "精确 Mann–Whitney 检验"
        case .mannWhitney, .mannWhitneyUncorrected: "Mann–Whitney 检验"
        case .kruskalWallis: "Kruskal–Wallis 检验"
        case .signedRankExact: "精确 Wilcoxon 符号秩检验"
        case .signedRank: "Wilcoxon 符号秩检验"
        case .welchT: "Welch t 检验"
        case .studentT: "Student t 检验"
        case .pairedT: "配对 t 检验"
        case .analysisOfVariance: "方差分析"
        case .welchAnalysisOfVariance: "Welch 方差分析"
        case .shapiroWilk: "Shapiro–Wilk 检验"
        case .binomialExact: "精确二项检验"
        case .mcNemar: "McNemar 检验"
        case .mcNemarCorrected: "McNemar 检验（连续性校正）"
        case .mcNemarExact: "McNemar 精确检验"
        case .mcNemarBowker: "McNemar–Bowker 对称性检验"
        case .cochranMantelHaenszel: "Cochran–Mantel–Haenszel 检验"
        case .cochranMantelHaenszelCorrected: "Cochran–Mantel–Haenszel 检验（连续性校正）"
        case .cochranMantelHaenszelExact: "共同比值比的精确条件检验"
        case .cochranArmitageTrend: "Cochran–Armitage 趋势检验"
        case .likelihoodRatio: "似然比检验"
        case .wald: "Wald 检验"
        case .score: "计分检验"
        case .gray: "Gray 检验"
        case .proportionalHazards: "比例风险检验"
        }
    }

    private func test(_ method: TestResult.Method, rule: CategoricalTestRule) -> String {
        let name = test(method)
        switch method {
        case .pearsonChiSquared: return name + "（未作连续性校正）"
        case .pearsonChiSquaredCorrected: return name + "（Yates 连续性校正）"
        case .mannWhitney: return name + "（连续性校正）"
        case .mannWhitneyUncorrected: return name + "（未作连续性校正）"
        case .fisherExact where rule == .pearsonOrFisher, .fisherMonteCarlo where rule == .pearsonOrFisher:
            return name + "，用于有期望频数小于5者"
        default: return name
        }
    }

    // MARK: The interactive page

    func placeOf(_ label: String) -> String { "［\(label)约在此处］" }
    let copyTable = "复制表格"
    let copied = "已复制"

    func at(_ duration: String) -> String { duration }

    func reading(_ label: String, estimate: String?, atRisk: String?) -> String {
        guard let estimate else { return "\(label)：观察已结束" }
        return "\(label)：\(estimate)" + (atRisk.map { "；在险人数 \($0)" } ?? "")
    }

    func interaction(_ statement: String, of method: TestResult.Method) -> String {
        "交互作用：\(statement)（\(test(method))）"
    }

    func events(of arm: String, _ events: String, of patients: String) -> String {
        "\(arm)：事件 \(events)，患者 \(patients)"
    }
}
