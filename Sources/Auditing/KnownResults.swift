internal import Foundation
internal import ManuscriptReading

/// A number of a bundle that a manuscript can print.
public struct KnownNumber: Equatable, Sendable {
    /// Its name, as templates use it: `os.RT+IO+T.median`.
    public var name: [String]
    /// At full precision.
    public var value: Double
    /// As the bundle prints it.
    public var printed: String

    /// Creates a number.
    public init(name: [String], value: Double, printed: String) {
        self.name = name
        self.value = value
        self.printed = printed
    }
}

/// The numbers of a bundle, in the units in which they are printed.
public struct KnownResults: Sendable {
    /// A number of the results.
    struct Item {
        var name: String
        var value: Double
        var printed: String
        var isPercent: Bool
        var isP: Bool
    }

    /// An estimate with its limits.
    struct Triple {
        var name: String
        var value: Double
        var lower: Double?
        var upper: Double?
        var printed: String
    }

    private(set) var items: [Item] = []
    private(set) var triples: [Triple] = []
    /// The numbers that are called `n`, by their names.
    private var sizes: [String: Double] = [:]
    /// The numbers that stand in names: the 60 of `<60 years`, the 3 of `Grade 3–4`.
    private(set) var namedNumbers: Set<Double> = []

    /// Takes the numbers of a bundle, and its names of groups, levels and times, in which numbers stand that are no
    /// results.
    public init(_ numbers: [KnownNumber], names: [String] = []) {
        namedNumbers = Set(
            names.flatMap { Self.numeral.matches(in: ManuscriptText($0).plain) }.compactMap { match in
                match[0].flatMap { PrintedNumber($0)?.value }
            })
        var byName: [[String]: Item] = [:]
        for number in numbers {
            let item = Self.item(number)
            items.append(item)
            byName[number.name] = item
            if number.name.last == "n" { sizes[item.name] = item.value }
        }
        for number in numbers {
            guard let item = byName[number.name] else { continue }
            let (lower, upper) = (byName[number.name + ["lower"]], byName[number.name + ["upper"]])
            guard lower != nil || upper != nil else { continue }
            let limits = "\(lower?.printed ?? "not estimable") to \(upper?.printed ?? "not estimable")"
            triples.append(
                Triple(
                    name: item.name, value: item.value, lower: lower?.value, upper: upper?.value,
                    printed: "\(item.printed) (\(limits))"))
        }
    }

    /// The numbers of patients of the groups that have a count: what `os.IO+T.n` says where `os.IO+T.events` is it.
    func sizes(behind count: Int) -> [Double] {
        items.filter { !$0.isP && $0.value == Double(count) }.compactMap { item in
            let group = item.name.split(separator: ".", omittingEmptySubsequences: false).dropLast()
            return sizes[(group + ["n"]).joined(separator: ".")]
        }
    }

    private static let numeral = Pattern(#"\d+(?:\.\d+)?"#)

    /// A proportion that is printed as a percentage is known as one.
    private static func item(_ number: KnownNumber) -> Item {
        let plain = ManuscriptText(number.printed).plain.filter { $0.isNumber || $0 == "." || $0 == "-" }
        let shown = Double(plain) ?? number.value
        // Nothing is nothing in both; only the sign tells.
        let isPercent =
            number.value == 0
            ? number.printed.contains("%") : abs(100 * number.value - shown) < abs(number.value - shown)
        let isP = number.name.last == "p" || number.name.last == "p-value"
        return Item(
            name: number.name.joined(separator: "."), value: isPercent && !isP ? 100 * number.value : number.value,
            printed: number.printed, isPercent: isPercent && !isP, isP: isP)
    }
}
