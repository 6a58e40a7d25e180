public import Drawing
public import Results
public import Styling

/// The figures of a study as pages hold them: a forest plot that would be higher than a page, or whose columns of text
/// would leave its plot too little of the width, becomes several figures.
///
/// Rows are never squeezed below the text size, and text is never smaller than the journal allows: a plot goes on in
/// another figure instead, between two variables, with the same axis and the same sizes of squares. Everyone's effect
/// stands at the head of each. Columns of counts that have no room stand in further figures with the same rows.
///
/// - Parameters:
///   - results: The results with their figures.
///   - style: The journal, which may limit the height.
///   - text: Tells how wide text is.
/// - Returns: The same results, with a figure for each page.
/// - Throws: ``FigureError`` where results refer to what they do not hold.
public func withPages(
    _ results: StudyResults, style: HouseStyle, measuring text: some TextMeasuring
) throws(FigureError) -> StudyResults {
    let look = try FigureLook(style.figures)
    var paged = results
    paged.figures = []
    for figure in results.figures {
        guard case .forest(let plot) = figure.content else {
            paged.figures.append(figure)
            continue
        }
        let pages = try ForestPages(plot, results: results, style: style, look: look, text: text).plots
        let words = vocabulary(for: results.study.language)
        for (index, page) in pages.enumerated() {
            paged.figures.append(
                FigureResult(
                    id: index == 0 ? figure.id : "\(figure.id)-\(index + 1)",
                    caption: pages.count == 1
                        ? figure.caption : words.partOfFigure(figure.caption, index + 1, of: pages.count),
                    content: .forest(page)))
        }
    }
    return paged
}

/// The parts of a forest plot that are as high as a page at most.
private struct ForestPages {
    /// No page is higher, where the journal sets no limit: that of an A4 page within its margins, in points.
    private static let highestPage = 660.0
    /// Rows may be this close before the plot goes on in another figure.
    private static let closest = ForestLayout.spacings[2]

    let plots: [ForestPlot]

    init(
        _ plot: ForestPlot, results: StudyResults, style: HouseStyle, look: FigureLook, text: any TextMeasuring
    ) throws(FigureError) {
        guard let endpoint = results.endpoints.first(where: { $0.id == plot.endpoint }) else {
            throw .unknownEndpoint(plot.endpoint)
        }
        let words = vocabulary(for: results.study.language)
        let everyone = results.cohort.populations.first { $0.id == plot.population }?.label ?? words.allPatients
        func content(_ plot: ForestPlot) -> ForestContent {
            ForestContent(
                plot, endpoint: endpoint.label, unit: endpoint.unit, everyone: everyone,
                isSynthetic: results.study.synthetic, style: style, words: words)
        }
        let limit = look.maximumHeight ?? Self.highestPage
        func layout(_ plot: ForestPlot) -> ForestLayout { ForestLayout(content(plot), look: look, text: text) }
        func fits(_ plot: ForestPlot) -> Bool {
            layout(plot).page(spacing: Self.closest).scene(title: "", alternativeText: "").height <= limit
        }
        let parts = Self.parts(of: plot, isOverfull: { layout($0).isOverfull })
        guard parts.count > 1 || !fits(plot) && plot.variables.count > 1 else {
            plots = [plot]
            return
        }
        // All pages have the axis and the squares of the whole.
        let whole = content(plot)
        var axis = plot.axis
        for case .plot(let column) in whole.columns { axis = [column.axis.lower, column.axis.upper] }
        plots = parts.flatMap { part in
            var part = part
            (part.mostEvents, part.axis) = (whole.mostEvents, axis)
            return Self.pages(of: part, fits: fits)
        }
    }

    /// The plot with as many of its columns of counts as leave the plot room, then with the others.
    private static func parts(of plot: ForestPlot, isOverfull: (ForestPlot) -> Bool) -> [ForestPlot] {
        guard isOverfull(plot) else { return [plot] }
        let counts = plot.columns.filter { $0 != .p }
        var (parts, first) = ([ForestPlot](), plot)
        first.columns = plot.columns.filter { $0 == .p }
        parts.append(first)
        for column in counts {
            var wider = parts[parts.count - 1]
            // Tests stand behind the counts in the study's order too, whichever page they are on.
            wider.columns.insert(column, at: wider.columns.firstIndex(of: .p) ?? wider.columns.count)
            if !isOverfull(wider) {
                parts[parts.count - 1] = wider
            } else {
                var next = plot
                (next.columns, next.showsInteraction) = ([column], false)
                parts.append(next)
            }
        }
        return parts
    }

    /// A plot in parts that are as high as a page at most, where there is more than one variable.
    private static func pages(of plot: ForestPlot, fits: (ForestPlot) -> Bool) -> [ForestPlot] {
        guard !fits(plot), plot.variables.count > 1 else { return [plot] }
        var parts: [Range<Int>] = []
        for index in plot.variables.indices {
            if let last = parts.last, fits(plot.part(last.lowerBound..<(index + 1))) {
                parts[parts.count - 1] = last.lowerBound..<(index + 1)
            } else {
                parts.append(index..<(index + 1))
            }
        }
        return parts.map(plot.part)
    }
}

extension ForestPlot {
    /// The plot of some of its variables.
    fileprivate func part(_ range: Range<Int>) -> ForestPlot {
        func part(_ variables: [Variable]) -> [Variable] {
            range.filter(variables.indices.contains).map { variables[$0] }
        }
        var plot = self
        plot.variables = part(variables)
        for index in plot.furtherModels.indices {
            plot.furtherModels[index].variables = part(furtherModels[index].variables)
        }
        return plot
    }
}
