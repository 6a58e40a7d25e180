import Results
import Styling

func incidenceTable(
    _ content: IncidenceTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    fatalError("to be laid out")
}
