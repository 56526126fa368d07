extension RandomAccessCollection {
  /// The first index whose element meets a condition that all later ones meet too; the end where none does. A binary
  /// search.
  @inlinable
  public func partitionPoint(_ isAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
