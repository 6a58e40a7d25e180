import Results
import Styling

func effectTable(
    _ content: EffectTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    fatalError("to be laid out")
}
