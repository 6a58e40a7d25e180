internal import Diagnostics
internal import StudyFiles

/// Finds messages, rules of the audit and keys of the study language by their words.
struct HandbookSearch {
    private let search: WordSearch

    init() {
        let pages = Handbook.paths.map { path -> WordSearch.Target in
            let name = String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
            let title = Handbook.page(path)?.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " } ?? ""
            return WordSearch.Target(name, parts: [WordSearch.Target.Part(name, labels: [String(title)])])
        }
        let keys = StudyLanguage.keyNames.map { name in
            WordSearch.Target(name, parts: name.split(separator: ".").map { WordSearch.Target.Part(String($0)) })
        }
        search = WordSearch(among: pages + keys)
    }

    /// The pages and keys that have the words of a question.
    func answer(to question: String) -> WordSearch.Answer { search.answer(to: question) }
}
