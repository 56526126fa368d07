import RelireDocuments

extension Document {
  /// The elements within a table, in order, without those of the tables in it.
  func elements(ofTable table: NodeID) -> some Sequence<NodeID> {
    let end = Int(self[table].subtreeEnd)
    return sequence(state: Int(table.index) + 1) { [self] next in
      while next < end {
        let node = NodeID(next)
        if isElement(node, .table) {
          next = Int(self[node].subtreeEnd)
        } else {
          next += 1
          if self[node].kind == .element { return node }
        }
      }
      return nil
    }
  }
}
