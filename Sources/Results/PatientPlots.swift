/// Adverse events of two groups, mirrored. The counts are those of a table with two columns.
public struct AdverseEventPlot: Codable, Equatable, Sendable {
    /// The counts by term, in the order in which the bars stand.
    public var table: AdverseEventTable

    /// Creates a plot.
    public init(table: AdverseEventTable) {
        self.table = table
    }
}

/// A level of a variable: its value in the data and how it is printed.
public struct PlotLevel: Codable, Equatable, Sendable {
    /// The value in the data.
    public var id: String
    /// How it is printed.
    public var label: String

    /// Creates a level.
    public init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

/// The course of each patient as a bar from time zero: a swimmer plot.
///
/// Patients are anonymous: there is no key, and their order depends on what is drawn of them alone.
public struct SwimmerPlot: Codable, Equatable, Sendable {
    /// An endpoint whose event is marked on the bars.
    public struct Mark: Codable, Equatable, Sendable {
        /// The endpoint's name.
        public var endpoint: String
        /// The endpoint's short label.
        public var label: String
        /// Patients who have it.
        public var n: Int

        /// Creates a mark.
        public init(endpoint: String, label: String, n: Int) {
            self.endpoint = endpoint
            self.label = label
            self.n = n
        }
    }

    /// One patient.
    public struct Bar: Codable, Equatable, Sendable {
        /// The bar's length, in the plot's unit.
        public var time: Double
        /// Whether the bar ends with the event of its endpoint; else the patient was still observed.
        public var endsWithEvent: Bool
        /// The times of the marks, in their order; nil for one that did not happen before the bar's end.
        public var marks: [Double?]
        /// The response, as an index into the plot's; nil where it is missing or not asked for.
        public var response: Int?

        /// Creates a bar.
        public init(time: Double, endsWithEvent: Bool, marks: [Double?], response: Int?) {
            self.time = time
            self.endsWithEvent = endsWithEvent
            self.marks = marks
            self.response = response
        }
    }

    /// The patients of one group, the longest bar first.
    public struct Group: Codable, Equatable, Sendable {
        /// The group's value in the data.
        public var id: String
        /// How it is printed.
        public var label: String
        /// The bars in order.
        public var bars: [Bar]
        /// Patients who end with the event.
        public var events: Int
        /// Patients without a time, who have no bar.
        public var missing: Int

        /// Creates a group.
        public init(id: String, label: String, bars: [Bar], events: Int, missing: Int) {
            self.id = id
            self.label = label
            self.bars = bars
            self.events = events
            self.missing = missing
        }
    }

    /// The name of the endpoint that ends the bars.
    public var endpoint: String
    /// The short label of the endpoint whose event ends a bar.
    public var endLabel: String
    /// The unit of all times.
    public var unit: TimeUnit
    /// The ticks of the time axis, from 0 to the axis's end.
    public var breaks: [Double]
    /// What is marked on the bars, in order.
    public var marks: [Mark]
    /// How the response is printed; nil where none is shown.
    public var responseLabel: String?
    /// The levels of the response.
    public var responses: [PlotLevel]
    /// The groups in order.
    public var groups: [Group]
    /// The population's name.
    public var population: String

    /// Creates a plot.
    public init(
        endpoint: String, endLabel: String, unit: TimeUnit, breaks: [Double], marks: [Mark],
        responseLabel: String?,
        responses: [PlotLevel], groups: [Group], population: String
    ) {
        self.endpoint = endpoint
        self.endLabel = endLabel
        self.unit = unit
        self.breaks = breaks
        self.marks = marks
        self.responseLabel = responseLabel
        self.responses = responses
        self.groups = groups
        self.population = population
    }
}

/// The best change of each patient's tumour from baseline as a bar: a waterfall plot.
///
/// Patients are anonymous: there is no key, and their order depends on what is drawn of them alone.
public struct WaterfallPlot: Codable, Equatable, Sendable {
    /// One patient.
    public struct Bar: Codable, Equatable, Sendable {
        /// The change, in per cent of the baseline.
        public var change: Double
        /// The response, as an index into the plot's; nil where it is missing or not asked for.
        public var response: Int?

        /// Creates a bar.
        public init(change: Double, response: Int?) {
            self.change = change
            self.response = response
        }
    }

    /// The patients of one group, the greatest increase first.
    public struct Group: Codable, Equatable, Sendable {
        /// The group's value in the data.
        public var id: String
        /// How it is printed.
        public var label: String
        /// The bars in order.
        public var bars: [Bar]
        /// Patients whose change is at or below the lower threshold.
        public var decreased: Int
        /// Patients whose change is at or above the upper threshold.
        public var increased: Int
        /// Patients without a change, who have no bar.
        public var missing: Int

        /// Creates a group.
        public init(
            id: String, label: String, bars: [Bar], decreased: Int, increased: Int, missing: Int
        ) {
            self.id = id
            self.label = label
            self.bars = bars
            self.decreased = decreased
            self.increased = increased
            self.missing = missing
        }
    }

    /// The variable's name.
    public var variable: String
    /// How it is printed.
    public var label: String
    /// The thresholds of response and of progression, in per cent: −30 and 20 by RECIST 1.1.
    public var thresholds: [Double]
    /// How the response is printed; nil where none is shown.
    public var responseLabel: String?
    /// The levels of the response that occur.
    public var responses: [PlotLevel]
    /// The groups in order.
    public var groups: [Group]
    /// The population's name.
    public var population: String

    /// Creates a plot.
    public init(
        variable: String, label: String, thresholds: [Double], responseLabel: String?,
        responses: [PlotLevel],
        groups: [Group], population: String
    ) {
        self.variable = variable
        self.label = label
        self.thresholds = thresholds
        self.responseLabel = responseLabel
        self.responses = responses
        self.groups = groups
        self.population = population
    }
}
