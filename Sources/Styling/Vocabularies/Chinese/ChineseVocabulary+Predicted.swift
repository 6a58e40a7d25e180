import Results

/// The words of figures of predicted survival.
extension ChineseVocabulary {
    func predictedAxis(of endpoint: String) -> String { percentageAxis("预测的\(quantity(.survival, of: endpoint))") }

    func predictedModel(_ model: PredictedModelWords) -> String {
        let strata = model.strata.isEmpty ? "" : "，按\(list(model.strata))分层"
        let first = "由\(list(model.covariates))的 Cox 模型预测\(strata)（患者 \(model.patients) 例，事件 \(model.events) 例）"
        guard !model.common.isEmpty else { return first + "。" }
        let values = model.common.map { item in
            item.isMean ? "\(item.label)取均值 \(item.value)" : "\(item.label)：\(item.value)"
        }
        return "\(first)；\(values.joined(separator: "；"))。"
    }

    func predictedDescription(curves: Int) -> String { "Cox 模型预测的 \(curves) 条生存曲线。" }
}
