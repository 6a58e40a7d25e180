import StudyFiles
import Styling
import Testing

@Suite struct StyleNameTests {
    /// The study language offers exactly the styles that exist; it may not ask `Styling` itself.
    @Test func theStudyLanguageNamesEveryStyle() {
        #expect(StudyLanguage.styles.sorted() == HouseStyle.all.map(\.name).sorted())
        #expect(StudyLanguage.languages.sorted() == vocabularies.map(\.language).sorted())
        #expect(StudyLanguage.pValueStyles.sorted() == PValueStyle.all.map(\.name).sorted())
    }
}
