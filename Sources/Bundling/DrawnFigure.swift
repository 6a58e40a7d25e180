public import Drawing
public import Figures
internal import Mathematics
public import Results
public import Styling

/// A figure that was laid out and waits for ink.
public struct DrawnFigure: Equatable, Sendable {
    /// The figure's name in the study file.
    public var id: String
    /// The caption.
    public var caption: String
    /// Whether it belongs to the supplement.
    public var isSupplementary: Bool
    /// The finished picture.
    public var scene: Scene
    /// What it answers on a screen.
    public var readings: [Reading]

    /// Joins the parts of a figure.
    public init(
        id: String, caption: String, isSupplementary: Bool = false, scene: Scene, readings: [Reading] = []
    ) {
        self.id = id
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.scene = scene
        self.readings = readings
    }
}

/// Lays out every figure of the results, several at a time: each is the same whichever thread lays it out.
///
/// - Throws: ``FigureError`` where results refer to what they do not hold, which only a damaged file does.
public func drawFigures(
    of results: StudyResults, style: HouseStyle, measuring text: some TextMeasuring & Sendable
) throws(FigureError) -> [DrawnFigure] {
    let drawn = concurrentMap(results.figures.count) { index in
        Result { () throws(FigureError) in
            let figure = results.figures[index]
            let picture = try scene(of: figure, in: results, style: style, measuring: text)
            return DrawnFigure(
                id: figure.id, caption: figure.caption, isSupplementary: figure.isSupplementary, scene: picture,
                readings: readings(of: figure, on: picture, in: results, style: style))
        }
    }
    var figures: [DrawnFigure] = []
    for figure in drawn { figures.append(try figure.get()) }
    return figures
}
