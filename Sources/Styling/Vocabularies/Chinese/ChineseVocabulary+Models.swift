import Results

/// The words of tables of regression models.
extension ChineseVocabulary {
    var hazardRatioAbbreviation: String { "HR" }

    var oddsRatioAbbreviation: String { "OR" }

    func oddsRatioHead(interval: String) -> String { "\(oddsRatioAbbreviation) (\(interval))" }

    func hazardRatioHead(interval: String) -> String { "\(hazardRatioAbbreviation) (\(interval))" }

    func unit(_ unit: TimeUnit) -> String {
        switch unit {
        case .days: "天"
        case .weeks: "周"
        case .months: "月"
        case .years: "年"
        }
    }

    func notEstimable(_ subject: String, reference: String?, because reason: MissingRatioReason) -> String {
        let why: String =
            switch reason {
            case .monotone(.noEventsInLevel): "\(subject)的患者无事件发生"
            case .monotone(.noEventsInReference): "\(reference ?? subject)的患者无事件发生"
            case .monotone(.extremeAtEveryEvent): "每次事件发生时，发生事件者的\(subject)均为在险者中的极值"
            case .monotone(.combination): "\(subject)与其他变量合并后，在每次事件发生时均为极值"
            case .separated: "\(subject)（单独或与其他变量合并）可完全区分结局的有无"
            case .notes(let notes): self.why(notes, subject)
            }
        return "无法估计：\(why)。"
    }

    private func why(_ notes: [ResultNote], _ subject: String) -> String {
        for note in notes {
            if note.kind == .collinear { return "\(subject)与其他变量共线" }
            if let reason = reason(note.kind) { return "\(subject)：\(reason)" }
        }
        return "数据中没有关于\(subject)的信息"
    }

    var covariate: String { "变量" }
    var univariable: String { "单因素" }
    var multivariable: String { "多因素" }

    func comparedLevels(_ covariate: String, _ level: String, _ reference: String) -> String {
        "\(covariate)：\(contrast(level, reference))"
    }

    func perUnit(_ covariate: String) -> String { "\(covariate)，每增加1个单位" }

    func modelTests(univariable: TestResult.Method?, multivariable: TestResult.Method?, letter: String) -> String {
        switch (univariable, multivariable) {
        case (let first?, let second?) where first != second:
            "\(letter) 值：单因素模型用\(test(first))，多因素模型用\(test(second))。"
        case (let method?, _), (nil, let method?): "\(letter) 值：\(test(method))。"
        case (nil, nil): ""
        }
    }

    func jointTest(letter: String) -> String { "有多个水平的变量名旁的 \(letter) 值为其所有水平的联合检验。" }

    func entry(_ rule: CoxTable.Entry, limit: String, letter: String) -> String? {
        switch rule {
        case .none: nil
        case .all: "所有变量均进入多因素模型。"
        case .listed: "多因素模型的变量为预先选定。"
        case .pBelow: "单因素 \(letter) 值小于 \(limit) 的变量进入多因素模型。"
        }
    }

    func noneEntered(_ endpoint: String) -> String { "\(endpoint)：无变量进入多因素模型。" }

    func modelSizes(_ endpoint: String, univariable: ModelSize?, multivariable: ModelSize?) -> String {
        var parts: [String] = []
        if let univariable {
            let isShared = multivariable.map { $0.n == univariable.n && $0.events == univariable.events } ?? true
            parts.append((isShared ? "" : "单因素模型 ") + size(univariable))
        }
        if let multivariable {
            let isShared = univariable.map { $0.n == multivariable.n && $0.events == multivariable.events } ?? false
            let own = [
                isShared ? nil : size(multivariable),
                multivariable.eventsPerVariable.map { "每变量事件数 \($0)" },
                multivariable.proportionalHazards.map { "比例风险检验 \($0)" },
            ].compactMap(\.self)
            if !own.isEmpty { parts.append("多因素模型 \(own.joined(separator: "，"))") }
        }
        return "\(endpoint)：\(parts.joined(separator: "；"))。"
    }

    private func size(_ size: ModelSize) -> String { "n = \(size.n)，事件 \(size.events)" }

    func fewEvents(_ endpoint: String, inUnivariable covariates: [String], inMultivariable: Bool) -> String {
        let univariable = covariates.isEmpty ? nil : "\(list(covariates))的单因素模型"
        let models = [univariable, inMultivariable ? "多因素模型" : nil].compactMap(\.self)
        return "\(endpoint)：\(list(models))中每变量事件数少于10，估计可能不可靠。"
    }

    func coxMethod(ties: TiesMethod, strata: [String]) -> String {
        let method =
            switch ties {
            case .efron: "Cox 模型，结点用 Efron 法处理"
            case .breslow: "Cox 模型，结点用 Breslow 法处理"
            case .exact: "Cox 模型，结点用精确法处理"
            }
        return strata.isEmpty ? "\(method)。" : "\(method)，按\(list(strata))分层。"
    }

    func logisticMethod(_ outcome: String) -> String {
        "\(outcome)的 logistic 模型；比值比大于1表示其发生的优势更高。"
    }

    var firth: String { "Firth 惩罚似然及其剖面似然区间和似然比检验，因模型的普通估计并非全部存在。" }
    var robustIntervals: String { "区间和检验采用稳健方差；检验为 Wald 检验。" }

    // MARK: Effects in several populations

    var population: String { "人群" }
    var eventsOverPatients: String { "事件/n" }

    func medianHead(unit: TimeUnit?, interval: String) -> String {
        "中位时间\(unit.map { "，\(self.unit($0))" } ?? "") (\(interval))"
    }

    func testHead(_ method: TestResult.Method, letter: String) -> String {
        switch method {
        case .logRank: "log-rank \(letter)"
        case .stratifiedLogRank: "分层 log-rank \(letter)"
        default: "\(testRow(method))，\(letter)"
        }
    }

    func adjusted(_ contrast: String) -> String { "校正后，\(contrast)" }
    func robustHead(interval: String) -> String { "稳健 \(interval)" }
    func overallPValueHead(letter: String) -> String { "总体 \(letter)" }

    func direction(_ group: String, _ reference: String) -> String {
        "风险比小于1表示\(group)随时间发生的事件少于\(reference)。"
    }

    func adjustedFor(_ covariates: [String]) -> String { "校正因素：\(list(covariates))。" }

    func ratioTest(_ method: TestResult.Method, letter: String) -> String { "风险比旁的 \(letter) 值：\(test(method))。" }

    func robustVariance(letter: String) -> String { "稳健方差考虑了配对或权重；其 \(letter) 值为 Wald 检验。" }

    func tieOrders(_ sensitivity: TieOrderSensitivity, in style: HouseStyle) -> String {
        let orders = style.count(sensitivity.orders)
        guard sensitivity.estimated > 0, let ratio = sensitivity.hazardRatio, let p = sensitivity.pValue else {
            return "相同评分的 \(orders) 种可能次序均未得到估计。"
        }
        let counted =
            sensitivity.estimated < sensitivity.orders
            ? "相同评分的 \(orders) 种可能次序中，得到估计的 \(style.count(sensitivity.estimated)) 种"
            : "相同评分的 \(orders) 种可能次序中"
        let share = sensitivity.shareSignificant.map {
            "；\(style.percent($0))% 的次序 \(style.pLetter) 小于 \(style.number(0.05, decimals: 2))"
        }
        return "\(counted)，风险比为 \(style.ratio(ratio.minimum)) 至 \(style.ratio(ratio.maximum))"
            + "（中位数 \(style.ratio(ratio.median))），\(style.pLetter) 为 \(style.pValue(p.minimum)) 至 "
            + "\(style.pValue(p.maximum))\(share ?? "")。"
    }

    func modelOptions(weights: String?, cluster: String?, offset: String?) -> String? {
        let parts = [
            weights.map { "以\($0)加权" }, cluster.map { "以\($0)为稳健方差的聚类" }, offset.map { "以\($0)为偏移量" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : "模型\(parts.joined(separator: "，"))。"
    }

    func interaction(_ names: [String]) -> String { names.joined(separator: " × ") }

    var interactionRatios: String {
        "含 × 的行为两个风险比之比；其中各变量单独的行在另一变量取参照水平（或零）时成立。"
    }
}
