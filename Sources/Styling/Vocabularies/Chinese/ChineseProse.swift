import Results

/// The words of sentences in Chinese.
struct ChineseProse: ProseVocabulary {
    let notReached = "未达到"
    let notEstimable = "无法估计"
    let withheld = "[不予公布]"
    let withheldNote = (before: "[不予公布]：该数字会透露不足", after: "例患者的信息，故不公布。")
    let notCompared = "未比较"
    let notStated = "未说明"
    let notApplicable = "不适用"
    let notDrawn = "未绘制"
    let undetermined = "无法确定"
    let notInModel = "不在模型中"
    let severalLevels = "按水平分别给出"
    let listSeparators = (between: "、", last: "和")

    func range(from lower: String, to upper: String) -> String { "\(lower) 至 \(upper)" }

    func title(_ endpoint: String, by grouping: String?, in population: String?) -> String {
        endpoint + (grouping.map { "（按\($0)）" } ?? "") + (population.map { "：\($0)" } ?? "")
    }

    func day(_ text: String) -> String {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return text }
        return "\(parts[0])年\(parts[1])月\(parts[2])日"
    }

    func unit(_ unit: TimeUnit) -> String { singular(unit) }

    func singular(_ unit: TimeUnit) -> String {
        switch unit {
        case .days: "天"
        case .weeks: "周"
        case .months: "个月"
        case .years: "年"
        }
    }

    func summary(_ summary: BaselineVariable.Summary) -> String {
        switch summary {
        case .levels, .responses: "n (%)"
        case .median: "中位数（四分位数间距）"
        case .range: "中位数（范围）"
        case .mean: "均数（标准差）"
        }
    }

    func test(_ method: CoxTable.PValueMethod) -> String {
        switch method {
        case .likelihoodRatio: "似然比检验"
        case .wald: "Wald 检验"
        case .score: "计分检验"
        }
    }

    func survivalInterval(_ transform: ConfidenceTransform) -> String {
        switch transform {
        case .plain: "概率本身的尺度"
        case .log: "对数尺度"
        case .logLog: "双对数尺度"
        case .logit: "logit 尺度"
        case .arcsin: "反正弦平方根尺度"
        }
    }

    func medianRule(_ rule: MedianRule) -> String {
        switch rule {
        case .rPrint: "曲线在二分之一处水平段的中点（该段其后有下降时），否则为其起点"
        case .rQuantile: "曲线在二分之一处水平段的中点，最后一段止于最后一次观察"
        case .sas: "曲线在二分之一处水平段的中点，最后一段视为未达到"
        }
    }

    func beyondLastObservation(_ rule: BeyondLastObservation) -> String {
        switch rule {
        case .notEstimable: "不作估计"
        case .carryForward: "沿用最后的值"
        }
    }

    func ties(_ method: TiesMethod) -> String {
        switch method {
        case .efron: "Efron 近似法"
        case .breslow: "Breslow 近似法"
        case .exact: "离散时间的精确偏似然"
        }
    }

    func pairedTest(_ rule: PairedTable.TestRule, exactBelow: Int) -> String {
        let more = "；多于两个水平时用 McNemar–Bowker 对称性检验"
        return switch rule {
        case .exact: "McNemar 精确检验\(more)"
        case .corrected: "McNemar 检验（连续性校正）\(more)"
        case .uncorrected: "McNemar 检验（未校正）\(more)"
        case .exactOrCorrected: "McNemar 检验，变化的患者少于 \(exactBelow) 例时用精确法，否则用连续性校正\(more)"
        }
    }

    func categoricalTest(_ rule: CategoricalTestRule) -> String {
        switch rule {
        case .pearsonOrFisher: "Pearson χ² 检验（未作连续性校正），有期望频数小于5时用 Fisher 精确检验"
        case .pearson: "Pearson χ² 检验（未作连续性校正）"
        case .pearsonCorrected: "Pearson χ² 检验（四格表作 Yates 校正）"
        case .fisher: "Fisher 精确检验"
        }
    }

    func continuousTest(_ rule: ContinuousTestRule) -> String {
        switch rule {
        case .ranks: "Mann–Whitney 检验，多于两组时用 Kruskal–Wallis 检验"
        case .ranksUncorrected: "Mann–Whitney 检验（未作连续性校正），多于两组时用 Kruskal–Wallis 检验"
        case .means: "Welch t 检验，多于两组时用方差分析"
        }
    }
}
