import Results

/// The words of curves over time.
extension ChineseVocabulary {
    var earlierCurves: String { "灰色细线：先前的结果。" }

    var unmarkedCensorings: String { "删失时间过多，难以区分，故未标记。" }

    func spokenInset(from start: String, to end: String, range: (lower: String, upper: String)) -> String {
        "小图放大 \(start) 至 \(end)、\(range.lower)% 至 \(range.upper)% 的部分"
    }

    func riskTableTitle(_ kind: KaplanMeierPlan.RiskTableKind, isWeighted: Bool) -> String {
        let title =
            switch kind {
            case .atRisk, .none: "在险人数"
            case .atRiskEvents: "在险人数（事件数）"
            case .kmunicate: "患者人数"
            }
        return isWeighted ? "\(title)，加权" : title
    }

    var riskTableRows: RiskTableRowNames {
        RiskTableRowNames(
            atRisk: "在险", events: "事件", censored: "删失", weighted: "加权", unweighted: "未加权", unweightedAtRisk: "在险，未加权")
    }
    var competingRiskTableRow: String { "竞争事件" }

    func quantity(_ curve: KaplanMeierPanel.Curve, of endpoint: String) -> String {
        let name = EndpointName(endpoint)
        let event = name.isOfEvent ? name.event : nil
        return switch curve {
        case .survival: event.map { "未发生\($0)" } ?? endpoint
        case .failure: event ?? "1 − \(endpoint)"
        case .cumulativeHazard: "累积风险，\(event ?? endpoint)"
        case .difference: "\(event.map { "未发生\($0)" } ?? endpoint)之差"
        }
    }

    func valueAxis(_ curve: KaplanMeierPanel.Curve, of endpoint: String) -> String {
        let quantity = quantity(curve, of: endpoint)
        return switch curve {
        case .survival, .failure: percentageAxis(quantity)
        case .cumulativeHazard: quantity
        case .difference: "\(quantity)（百分点）"
        }
    }

    func differenceName(_ group: String, _ reference: String) -> String { "\(group) − \(reference)" }

    func spokenLast(_ curve: KaplanMeierPanel.Curve, _ value: String, at time: String) -> String {
        curve == .difference ? "\(time) \(value) 个百分点" : "\(time) \(value)"
    }

    func kaplanMeierDescription(_ kinds: [KaplanMeierPanel.Curve], curves: Int, panels: Int) -> String {
        switch Set(kinds) {
        case [.cumulativeHazard]: description(of: "累积风险曲线", curves: curves, panels: panels)
        case [.failure]: description(of: "倒置的 Kaplan–Meier 曲线", curves: curves, panels: panels)
        case [.difference]: description(of: "生存率之差曲线", curves: curves, panels: panels)
        default: description(of: "Kaplan–Meier 曲线", curves: curves, panels: panels)
        }
    }
}
