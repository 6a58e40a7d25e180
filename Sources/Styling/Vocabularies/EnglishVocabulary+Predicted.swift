import Results

/// The words of figures of predicted survival.
extension EnglishVocabulary {
    func predictedAxis(of endpoint: String) -> String {
        percentageAxis("Predicted \(lowercasedStart(quantity(.survival, of: endpoint)))")
    }

    func predictedModel(_ model: PredictedModelWords) -> String {
        let strata = model.strata.isEmpty ? "" : ", stratified by \(list(model.strata.map(lowercasedStart)))"
        let first =
            "Predicted by a Cox model of \(list(model.covariates.map(lowercasedStart)))\(strata) "
            + "(\(model.patients) patients, \(model.events) events)"
        guard !model.common.isEmpty else { return first + "." }
        let values = model.common.map { item in
            item.isMean
                ? "\(lowercasedStart(item.label)) \(item.value) (mean)"
                : "\(lowercasedStart(item.label)): \(item.value)"
        }
        return "\(first), for \(values.joined(separator: "; "))."
    }

    func predictedDescription(curves: Int) -> String {
        curves == 1
            ? "A survival curve predicted by a Cox model." : "\(curves) survival curves predicted by a Cox model."
    }
}
