import Results
import Styling

func responseTable(
    _ content: ResponseTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    fatalError("to be laid out")
}
