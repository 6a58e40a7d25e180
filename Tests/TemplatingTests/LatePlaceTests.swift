import Synchronization
import Testing

@testable import Templating

/// Places that are filled when they are first looked at.
@Suite struct LatePlaceTests {
    private static func fill(_ place: inout TemplateContext) {
        place.set(.number(4.6, printed: "4.6"), from: "/median")
        place.add("unit", .text("months"), from: "/unit")
        var inside = TemplateContext(place.name.appending("groups"))
        inside.add("n", .number(7, printed: "7"))
        place.add("list", listing: [inside], from: "/groups")
    }

    private static func entries(_ context: TemplateContext) -> [String] {
        context.valued.map { "\($0.name) \($0.value?.printed ?? "") \($0.source)" }
    }

    @Test func nothingTellsThemFromPlacesFilledAtOnce() {
        let name = ResultName(["pfs", "median"])
        var (early, late) = (TemplateContext(), TemplateContext())
        var place = TemplateContext(name)
        place.add("first", .flag(true))
        let lazy = place.filledLater(Self.fill)
        Self.fill(&place)
        early.insert(place)
        late.insert(lazy)
        #expect(Self.entries(late) == Self.entries(early))
        #expect(late["pfs"]?["median"]?.segments == ["first", "unit", "list"])
        #expect(late["pfs"]?["median"]?["list"]?.items?.count == 1)
    }

    @Test func whatIsAddedOrInsertedAfterwardsStandsBesideIt() {
        let name = ResultName(["pfs"])
        var place = TemplateContext(name).filledLater(Self.fill)
        place.add("unit", .text("days"))
        place.add("last", .flag(false))
        #expect(place.segments == ["unit", "list", "last"])
        #expect(place["unit"]?.value == .text("days"))
        var root = TemplateContext()
        root.insert(TemplateContext(name).filledLater(Self.fill))
        var beside = TemplateContext(name).filledLater { $0.add("unit", .text("years")) }
        beside = beside.filledLater { $0.add("more", .flag(true)) }
        root.insert(beside)
        #expect(root["pfs"]?.segments == ["unit", "more", "list"])
        #expect(root["pfs"]?["unit"]?.value == .text("years"))
    }

    @Test func theyAreFilledOnceAndOnlyWhenLookedAt() {
        let count = Mutex(0)
        var root = TemplateContext()
        root.add(
            TemplateContext(ResultName(["a"])).filledLater { place in
                count.withLock { $0 += 1 }
                place.add("b", .text("c"))
            })
        root.add("z", .flag(true))
        let copy = root
        #expect(count.withLock { $0 } == 0)
        #expect(root["a"]?["b"]?.value == .text("c"))
        #expect(copy["a"]?["b"]?.value == .text("c"))
        #expect(Self.entries(copy).count == 2)
        #expect(count.withLock { $0 } == 1)
    }
}
