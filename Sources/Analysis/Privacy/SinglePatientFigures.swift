import Diagnostics
import StudyFiles

extension Study {
    /// Reports figures in which every patient is a mark of its own: they do not go with a minimum of patients.
    func checkFiguresOfSinglePatients(reporting sink: DiagnosticSink) {
        guard let minimum = minimumCell else { return }
        for figure in figures {
            guard let words = figure.kind.ofSinglePatients else { continue }
            sink.emit(
                Diagnostic(
                    .figureOfSinglePatients, at: figure.name.location,
                    "figure '\(figure.name.value)' is \(words), which shows single patients; 'privacy' withholds counts below "
                        + "\(minimum.value)",
                    notes: [.init("asked for here", at: minimum.location)],
                    help: ["delete the figure, or 'privacy' in a study file for readers inside"]))
        }
    }
}

extension FigurePlan.Kind {
    /// What it is called, where it shows single patients.
    fileprivate var ofSinglePatients: String? {
        switch self {
        case .swimmer: "a swimmer plot"
        case .waterfall: "a waterfall plot"
        case .residuals: "a plot of residuals"
        case .overlap: "a histogram of scores"
        case .kaplanMeier, .predictedSurvival, .incidence, .forest, .flow, .balance, .adverseEvents: nil
        }
    }
}
