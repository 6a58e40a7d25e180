public import Drawing
public import Figures
public import Results
public import Styling

/// A figure that was laid out and waits for ink.
public struct DrawnFigure: Equatable, Sendable {
    /// The figure's name in the study file.
    public var id: String
    /// The caption.
    public var caption: String
    /// The finished picture.
    public var scene: Scene
    /// What it answers on a screen.
    public var readings: [Reading]

    /// Joins the parts of a figure.
    public init(id: String, caption: String, scene: Scene, readings: [Reading] = []) {
        self.id = id
        self.caption = caption
        self.scene = scene
        self.readings = readings
    }
}

/// Lays out every figure of the results.
///
/// - Throws: ``FigureError`` where results refer to what they do not hold, which only a damaged file does.
public func drawFigures(
    of results: StudyResults, style: HouseStyle, measuring text: some TextMeasuring
) throws(FigureError) -> [DrawnFigure] {
    var figures: [DrawnFigure] = []
    for figure in results.figures {
        let picture = try scene(of: figure, in: results, style: style, measuring: text)
        figures.append(
            DrawnFigure(
                id: figure.id, caption: figure.caption, scene: picture,
                readings: readings(of: figure, on: picture, in: results, style: style)))
    }
    return figures
}
