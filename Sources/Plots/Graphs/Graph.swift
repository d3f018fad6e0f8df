/// Boxes and the arrows between them, as they are to be drawn.
public struct Graph: Sendable, Equatable {
  /// Where the arrows lead.
  public enum Direction: String, Sendable, CaseIterable {
    case right = "LR"
    case left = "RL"
    case down = "TB"
    case up = "BT"

    var isHorizontal: Bool { self == .right || self == .left }
  }

  public struct Vertex: Sendable, Equatable {
    public enum Shape: Sendable, Equatable {
      case box
      case round
      case pill
      case circle
      case diamond
    }

    public let id: String
    public var label: String
    public var shape: Shape
    /// A second line, set apart, such as the value at this place.
    public var note: String?

    public init(_ id: String, label: String? = nil, shape: Shape = .box, note: String? = nil) {
      self.id = id
      self.label = label ?? id
      self.shape = shape
      self.note = note
    }
  }

  public struct Edge: Sendable, Equatable {
    public enum Look: Sendable, Equatable {
      case plain
      case dotted
      case thick
    }

    public let from: String
    public let to: String
    public var label: String?
    public var look: Look
    public var hasHead: Bool
    /// Whether the label is a value set apart, in the second series' colour.
    public var isNote: Bool

    public init(
      _ from: String, _ to: String, label: String? = nil, look: Look = .plain,
      hasHead: Bool = true, isNote: Bool = false
    ) {
      self.from = from
      self.to = to
      self.label = label
      self.look = look
      self.hasHead = hasHead
      self.isNote = isNote
    }
  }

  /// A frame round some vertices.
  public struct Group: Sendable, Equatable {
    public let id: String
    public var title: String
    public var members: [String]
    /// The group this one is inside.
    public var parent: String?

    public init(_ id: String, title: String, members: [String], parent: String? = nil) {
      self.id = id
      self.title = title
      self.members = members
      self.parent = parent
    }
  }

  public var direction: Direction
  public var vertices: [Vertex]
  public var edges: [Edge]
  public var groups: [Group]

  public init(
    _ direction: Direction, vertices: [Vertex], edges: [Edge], groups: [Group] = []
  ) {
    self.direction = direction
    self.vertices = vertices
    self.edges = edges
    self.groups = groups
  }
}
