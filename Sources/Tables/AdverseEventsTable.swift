import Results
import Styling

func adverseEventsTable(
    _ content: AdverseEventTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    fatalError("to be laid out")
}
