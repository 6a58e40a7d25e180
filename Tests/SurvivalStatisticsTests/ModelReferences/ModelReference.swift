import Foundation
import Results
import SurvivalStatistics
import TestSupport
import Testing

/// One case of a reference file: the call, its arguments, and what R made of it.
struct ModelReference: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let arguments: ReferenceValue
    let result: ReferenceValue
    private let csv: String?

    var testDescription: String { id }

    private static let root = "\(repositoryRoot)/Tests/References"

    /// The cases of some kinds in a folder of `Tests/References`.
    static func cases(in folder: String, kinds: Set<String>) -> [ModelReference] {
        let path = "\(root)/\(folder)"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
        return files.filter { $0.hasSuffix(".json") }.flatMap { file -> [ModelReference] in
            guard let data = FileManager.default.contents(atPath: "\(path)/\(file)"),
                let content = try? JSONSerialization.jsonObject(with: data)
            else { return [] }
            let top = ReferenceValue(content)
            return top["cases"].list.compactMap { item in
                guard let id = item["id"].text, let kind = item["kind"].text, kinds.contains(kind) else { return nil }
                return ModelReference(
                    id: id, kind: kind, arguments: item["args"], result: item["result"], csv: top["csv"].text)
            }
        }
    }

    /// The case's data: in the case itself or in a table, with its filter applied.
    func table() throws -> ModelTable {
        if !arguments["data"].isNull { return ModelTable(inline: arguments["data"]) }
        let table = try ModelTable(csv: "\(Self.root)/Data/\(csv ?? "")")
        let filter = arguments["filter"]
        return filter.names.reduce(table) { table, name in
            let allowed = Set(filter[name].numbers.compactMap { $0 }.map(ModelTable.written))
            let values = table.texts(name)
            return table.filtered { values[$0].map(allowed.contains) ?? false }
        }
    }

    /// A covariate as R reads it: a factor where levels are given or the values are texts, else numbers.
    func covariate(_ name: String, in table: ModelTable) -> Covariate {
        let given = arguments["factors"][name].texts
        if given.isEmpty, table.isNumeric(name) { return .continuous(name, table.numbers(name)) }
        let levels = given.isEmpty ? table.levels(name) : given
        return .factor(name, codes: table.codes(name, levels: levels), levels: levels, reference: 0)
    }

    /// The covariates named in the arguments: a list, or a formula's right side.
    var covariateNames: [String] {
        let names = arguments["covariates"].texts
        guard names.count == 1, names[0].contains("+") else { return names }
        return names[0].split(separator: "+").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// The event status of each row.
    func status(in table: ModelTable) -> [Status?] {
        let wanted = arguments["event_value"].number ?? 1
        return table.numbers(arguments["event"].text ?? "").map { value in
            value.isNaN ? nil : (value == wanted ? .event : .censored)
        }
    }

    /// The design of a Cox model in the arguments' terms.
    func coxDesign(
        covariates names: [String]? = nil, interactions: [[String]] = [], in table: ModelTable
    ) throws -> CoxDesign {
        let matrix = try DesignMatrix(
            (names ?? covariateNames).map { covariate($0, in: table) }, interactions: interactions, rows: table.count)
        func codes(_ key: String) -> [Int]? {
            arguments[key].text.map { name in
                let given = arguments["factors"][name].texts
                return table.codes(name, levels: given.isEmpty ? table.levels(name) : given).map(Int.init)
            }
        }
        return try CoxDesign(
            time: table.numbers(arguments["time"].text ?? ""), status: status(in: table), covariates: matrix,
            entry: arguments["start"].text.map(table.numbers), strata: codes("strata"),
            weights: arguments["weights"].text.map(table.numbers),
            offset: arguments["offset"].text.map(table.numbers), clusters: codes("cluster"))
    }

    var ties: TiesMethod { TiesMethod(rawValue: arguments["ties"].text ?? "efron") ?? .efron }
}
