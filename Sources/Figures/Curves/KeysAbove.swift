import Drawing

/// The keys of all panels where they stand above the plots: all in one arrangement, all starting alike.
struct KeysAbove {
    let keys: [CurveKey]
    /// Whether they start at the left axis; else at the panel's left edge.
    let startAtAxis: Bool

    /// The first arrangement that suits every panel: over the plots, else over the whole panels, with names broken as
    /// little as possible.
    init(
        _ panels: [CurvePanelContent], frame: PanelFrame, columns: KeyColumns, haveSamples: Bool, look: FigureLook,
        text: any TextMeasuring
    ) {
        func keys(_ arrangement: CurveKey.Arrangement, _ limit: Double) -> [CurveKey] {
            panels.map {
                CurveKey(
                    $0, as: arrangement, limit: limit, columns: columns, hasSamples: haveSamples, look: look, text: text
                )
            }
        }
        func suit(_ keys: [CurveKey], _ limit: Double, _ isGood: (CurveKey) -> Bool) -> Bool {
            keys.allSatisfy { $0.block.width <= limit && isGood($0) }
        }
        let overPlots = keys(.wide, frame.plotWidth)
        startAtAxis = suit(overPlots, frame.plotWidth) { !$0.hasBrokenNames }
        if startAtAxis {
            self.keys = overPlots
            return
        }
        // A key that is wider than the plot gets the width of the whole panel before it is broken.
        let limit = frame.width - frame.overhang
        let choices = [keys(.wide, limit), keys(.compact, limit)].filter { suit($0, limit) { _ in true } }
        self.keys =
            choices.first { suit($0, limit) { !$0.hasBrokenNames } } ?? choices.first {
                suit($0, limit) { !$0.isCramped }
            }
            ?? choices.first ?? keys(.stacked, limit)
    }
}
