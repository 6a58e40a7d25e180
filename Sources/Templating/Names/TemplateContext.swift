/// The names that a template may use: a tree of dotted names and their values.
///
/// Each place in the tree may hold a value, names inside it, a list to loop over, or several of these: `pfs.IO+T.median`
/// prints a time and holds `pfs.IO+T.median.interval`.
public struct TemplateContext: Sendable {
    /// The full name of this place; the root's is empty.
    public let name: ResultName
    /// What the name prints; nil where it only leads to others.
    public private(set) var value: TemplateValue?
    /// Where the value comes from, in the caller's own terms; empty where the caller says nothing.
    public private(set) var source = ""
    /// The table or figure that this place stands for.
    public private(set) var placement: Placement?
    /// What a loop over this place goes through, in order; nil where it is no list.
    public private(set) var items: [TemplateContext]?
    /// What is printed for items of a list that may be missing from it because what decides is withheld; nil where all are
    /// there.
    public private(set) var withheldItems: String?
    /// What the body of a loop is checked against: the items, or a shape of them where there are none, so that a
    /// misspelt name in the body is found whatever the data.
    private(set) var exemplars: [TemplateContext] = []
    /// The names inside, in the order in which they were added.
    public private(set) var segments: [String] = []
    private var children: [String: TemplateContext] = [:]

    /// Creates an empty place.
    public init(_ name: ResultName = ResultName()) {
        self.name = name
    }

    /// Gives this place a value.
    public mutating func set(_ value: TemplateValue, from source: String = "") {
        self.value = value
        self.source = source
    }

    /// Lets this place be put into the document.
    public mutating func place(as placement: Placement) {
        self.placement = placement
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
        list.withheldItems = withheld
        add(list)
    }

    /// Makes this place a list, with its length as `count`.
    public mutating func list(
        _ items: [TemplateContext], shapedLike shape: TemplateContext? = nil, from source: String = ""
    ) {
        self.items = items
        exemplars = items.isEmpty ? [shape].compactMap(\.self) : items
        add("count", .number(Double(items.count), printed: String(items.count)), from: source)
    }

    /// Adds a place under the last segment of its name, replacing what stood there.
    public mutating func add(_ child: TemplateContext) {
        guard let segment = child.name.segments.last else { return }
        if children.updateValue(child, forKey: segment) == nil { segments.append(segment) }
    }

    /// Adds a place at its own full name, however far below this one, beside what is there already.
    public mutating func insert(_ place: TemplateContext) {
        let rest = place.name.segments.dropFirst(name.segments.count)
        guard let segment = rest.first else { return }
        var child = children[segment] ?? TemplateContext(name.appending(segment))
        if rest.count > 1 {
            child.insert(place)
        } else {
            let before = child
            child = place
            for old in before.segments where place.children[old] == nil {
                if let old = before.children[old] { child.add(old) }
            }
        }
        add(child)
    }

    /// The place under a segment.
    public subscript(segment: String) -> TemplateContext? { children[segment] }

    /// This place and all inside it that have a value, in order. Lists repeat places that have names of their own and
    /// aren't entered.
    public var valued: [TemplateContext] {
        (value == nil ? [] : [self]) + segments.compactMap { children[$0] }.flatMap(\.valued)
    }
}
