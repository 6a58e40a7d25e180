import Results
import Styling

extension ForestPlot {
    /// What the plot shows in words: every effect with its interval, every test of interaction.
    func alternativeText(
        endpoint: String, everyone: String, isSynthetic: Bool, style: HouseStyle, words: any Vocabulary
    ) -> String {
        func spoken(_ effect: SubgroupEffect, _ label: String) -> String {
            guard let ratio = effect.coefficients.first?.hazardRatio, ratio.value != nil else {
                let isWithheld = effect.coefficients.first?.hazardRatio.isWithheld ?? false
                return isWithheld ? "\(label) \(PrivacyProtection.mark)" : words.spokenNotEstimable(label)
            }
            let limits = ratio.interval.flatMap { interval in
                interval.lower == nil && interval.upper == nil
                    ? nil
                    : (lower: style.ratio(interval.lower, of: ratio), upper: style.ratio(interval.upper, of: ratio))
            }
            return words.spokenEffect(
                of: label, ratio: style.ratio(ratio.value, of: ratio), interval: style.confidenceLabel(ratio.level),
                limits: limits)
        }
        let models = models
        /// The effect by the plot's own model, then by the others.
        func spoken(_ label: String, _ effect: (Model) -> SubgroupEffect?) -> String {
            models.compactMap { model in
                effect(model).map { spoken($0, models.count > 1 ? "\(label), \(model.label)" : label) }
            }.joined(separator: "; ")
        }
        let variables = variables.enumerated().map { index, variable in
            let test = variable.analysis.interaction
            let head =
                showsInteraction
                ? words.spokenInteraction(
                    variable.label, statement: style.pStatement(of: test))
                : variable.label
            let levels = variable.analysis.subgroups.enumerated().map { place, effect in
                spoken(variable.levelLabels.indices.contains(place) ? variable.levelLabels[place] : effect.level) {
                    model in
                    let effects =
                        model.variables.indices.contains(index) ? model.variables[index].analysis.subgroups : []
                    return effects.indices.contains(place) ? effects[place] : nil
                }
            }
            return levels.isEmpty ? "\(head)." : "\(head): \(levels.joined(separator: "; "))."
        }
        return
            ([words.forestDescription(endpoint: endpoint, treatment: treatment, reference: reference)]
            + (overall == nil ? [] : [spoken(everyone) { $0.overall } + "."]) + variables
            + (isSynthetic ? [words.spokenSyntheticData] : [])).joined(separator: " ")
    }
}
