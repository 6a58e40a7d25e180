import Drawing
import Results
import Styling

func balanceScene(
    _ content: BalancePlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    fatalError("to be drawn")
}
