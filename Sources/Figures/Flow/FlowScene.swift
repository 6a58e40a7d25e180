import Drawing
import Results
import Styling

func flowScene(
    _ content: FlowChart, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    fatalError("to be drawn")
}
