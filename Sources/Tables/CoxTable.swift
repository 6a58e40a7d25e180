import Results
import Styling

func coxTable(
    _ content: CoxTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    fatalError("to be laid out")
}
