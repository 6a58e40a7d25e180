import Diagnostics

extension StudyReader {
    /// The least count that is published; figures in which every patient is a mark of its own do not go with it.
    func minimumCell(from fields: Fields, figures: [FigurePlan]) -> Located<Int>? {
        guard let section = fields.section("privacy"), let minimum = section.wholeNumber("minimum_cell") else {
            return nil
        }
        for figure in figures {
            let kind: String
            switch figure.kind {
            case .swimmer: kind = "a swimmer plot"
            case .waterfall: kind = "a waterfall plot"
            case .residuals: kind = "a plot of residuals"
            case .overlap: kind = "a histogram of scores"
            case .kaplanMeier, .incidence, .forest, .flow, .balance, .adverseEvents: continue
            }
            report(
                Diagnostic(
                    .figureOfSinglePatients, at: figure.name.location,
                    "figure '\(figure.name.value)' is \(kind), which shows single patients; 'privacy' withholds counts below "
                        + "\(minimum)",
                    notes: [.init("asked for here", at: section.location)],
                    help: ["delete the figure, or 'privacy' in a study file for readers inside"]))
        }
        return Located(minimum, at: section.location)
    }
}
