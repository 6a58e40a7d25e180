import Results
import Styling

func matchedBaselineTable(
    _ content: MatchedBaselineTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    fatalError("to be laid out")
}
