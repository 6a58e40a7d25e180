import Results
import Styling

func survivalTable(
    _ content: SurvivalTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    fatalError("to be laid out")
}
