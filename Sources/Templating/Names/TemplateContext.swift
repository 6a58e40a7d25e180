internal import Synchronization

/// The names that a template may use: a tree of dotted names and their values.
///
/// Each place in the tree may hold a value, names inside it, a list to loop over, or several of these: `pfs.IO+T.median`
/// prints a time and holds `pfs.IO+T.median.interval`.
public struct TemplateContext: Sendable {
    /// What is at a place.
    fileprivate struct Content: Sendable {
        var value: TemplateValue?
        var source = ""
        var placement: Placement?
        var items: [TemplateContext]?
        var withheldItems: String?
        var exemplars: [TemplateContext] = []
        var segments: [String] = []
        var children: [String: TemplateContext] = [:]
    }

    /// The full name of this place; the root's is empty.
    public let name: ResultName
    /// What was added here; nothing as long as that waits.
    private var added = Content()
    /// What waits to be added when somebody looks here first.
    private var waiting: WaitingContent?

    /// Creates an empty place.
    public init(_ name: ResultName = ResultName()) {
        self.name = name
    }

    /// The same place, to which more is added when it is first looked at: a study has far more results than a text names.
    ///
    /// Whoever looks, it is filled once. Nothing else tells it from a place that was filled at once.
    public func filledLater(_ fill: @escaping @Sendable (inout TemplateContext) -> Void) -> TemplateContext {
        var place = TemplateContext(name)
        place.waiting = WaitingContent {
            var filled = self
            fill(&filled)
            return filled.content
        }
        return place
    }

    private var content: Content { waiting?.content ?? added }

    /// Lets what waited be here, before more is added.
    private mutating func settle() {
        guard let waiting else { return }
        added = waiting.content
        self.waiting = nil
    }

    /// What the name prints; nil where it only leads to others.
    public var value: TemplateValue? { content.value }
    /// Where the value comes from, in the caller's own terms; empty where the caller says nothing.
    public var source: String { content.source }
    /// The table or figure that this place stands for.
    public var placement: Placement? { content.placement }
    /// What a loop over this place goes through, in order; nil where it is no list.
    public var items: [TemplateContext]? { content.items }
    /// What is printed for items of a list that may be missing from it because what decides is withheld; nil where all are
    /// there.
    public var withheldItems: String? { content.withheldItems }
    /// What the body of a loop is checked against: the items, or a shape of them where there are none, so that a
    /// misspelt name in the body is found whatever the data.
    var exemplars: [TemplateContext] { content.exemplars }
    /// The names inside, in the order in which they were added.
    public var segments: [String] { content.segments }

    /// Gives this place a value.
    public mutating func set(_ value: TemplateValue, from source: String = "") {
        settle()
        added.value = value
        added.source = source
    }

    /// Lets this place be put into the document.
    public mutating func place(as placement: Placement) {
        settle()
        added.placement = placement
    }

    /// Adds a value under a segment, replacing what stood there.
    public mutating func add(_ segment: String, _ value: TemplateValue, from source: String = "") {
        var child = TemplateContext(name.appending(segment))
        child.set(value, from: source)
        add(child)
    }

    /// Adds a list under a segment, with its length as `count`.
    ///
    /// `shape` is what an item would look like; it stands in for the items of an empty list when names are checked.
    /// `withheld` is the mark of items that may be missing because what decides is withheld.
    public mutating func add(
        _ segment: String, listing items: [TemplateContext], shapedLike shape: TemplateContext? = nil,
        from source: String = "", withheld: String? = nil
    ) {
        var list = TemplateContext(name.appending(segment))
        list.list(items, shapedLike: shape, from: source)
        list.added.withheldItems = withheld
        add(list)
    }

    /// Makes this place a list, with its length as `count`.
    public mutating func list(
        _ items: [TemplateContext], shapedLike shape: TemplateContext? = nil, from source: String = ""
    ) {
        settle()
        added.items = items
        added.exemplars = items.isEmpty ? [shape].compactMap(\.self) : items
        add("count", .number(Double(items.count), printed: String(items.count)), from: source)
    }

    /// Adds a place under the last segment of its name, replacing what stood there.
    public mutating func add(_ child: TemplateContext) {
        guard let segment = child.name.segments.last else { return }
        settle()
        if added.children.updateValue(child, forKey: segment) == nil { added.segments.append(segment) }
    }

    /// Adds a place at its own full name, however far below this one, beside what is there already.
    public mutating func insert(_ place: TemplateContext) {
        let rest = place.name.segments.dropFirst(name.segments.count)
        guard let segment = rest.first else { return }
        settle()
        if rest.count > 1 {
            var child = added.children[segment] ?? TemplateContext(name.appending(segment))
            child.insert(place)
            add(child)
        } else {
            var child = place
            if let before = added.children[segment] {
                for old in before.segments where child[old] == nil {
                    if let old = before[old] { child.add(old) }
                }
            }
            add(child)
        }
    }

    /// The place under a segment.
    public subscript(segment: String) -> TemplateContext? { content.children[segment] }

    /// This place and all inside it that have a value, in order. Lists repeat places that have names of their own and
    /// aren't entered.
    public var valued: [TemplateContext] {
        let content = content
        return (content.value == nil ? [] : [self])
            + content.segments.compactMap { content.children[$0] }.flatMap(\.valued)
    }
}

/// What is at a place once it was asked for.
private final class WaitingContent: Sendable {
    private enum State {
        case waiting(@Sendable () -> TemplateContext.Content)
        case made(TemplateContext.Content)
    }

    private let state: Mutex<State>

    init(_ make: @escaping @Sendable () -> TemplateContext.Content) { state = Mutex(.waiting(make)) }

    /// It is made by the first who asks; others wait meanwhile.
    var content: TemplateContext.Content {
        state.withLock { state in
            switch state {
            case .made(let content): return content
            case .waiting(let make):
                let content = make()
                state = .made(content)
                return content
            }
        }
    }
}
