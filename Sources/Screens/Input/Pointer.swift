/// Something done with the mouse, at a place of the screen from 0.
public struct Pointer: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case click, wheelUp, wheelDown
    }

    public var kind: Kind
    public var row: Int
    public var column: Int

    public init(_ kind: Kind, row: Int, column: Int) {
        self.kind = kind
        self.row = row
        self.column = column
    }
}

extension Area {
    func contains(_ pointer: Pointer) -> Bool {
        (row..<(row + rows)).contains(pointer.row) && (column..<(column + columns)).contains(pointer.column)
    }
}
