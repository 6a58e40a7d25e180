import Drawing

/// How wide a page is and how it is divided into panels, in points.
struct PageSize: Equatable {
    var width: Double
    /// How many panels share a row.
    var columns: Int
    var plotHeight: Double

    func panelWidth(_ look: FigureLook) -> Double {
        (width - 2 * look.margin - Double(columns - 1) * look.columnGap) / Double(columns)
    }

    /// The left edge of the panels of a column.
    func left(_ column: Int, look: FigureLook) -> Double {
        look.margin + Double(column) * (panelWidth(look) + look.columnGap)
    }
}

extension FigureLook {
    /// A page as high as its panels want it, or with lower plots where the journal's greatest height asks for it.
    ///
    /// - Parameters:
    ///   - size: The size that is wanted.
    ///   - rows: How many rows of plots share what the page is too high.
    ///   - lowestPlot: A plot is never made lower than this, in points.
    ///   - scene: Draws the page at a size.
    /// - Returns: The page.
    func fitted(_ size: PageSize, rows: Int, lowestPlot: Double, scene: (PageSize) -> Scene) -> Scene {
        let wanted = scene(size)
        guard let limit = maximumHeight, wanted.height > limit, rows > 0 else { return wanted }
        var lower = size
        lower.plotHeight = max(
            size.plotHeight - (wanted.height - limit) / Double(rows), min(lowestPlot, size.plotHeight))
        return scene(lower)
    }
}
