import Glibc
import RelireLexicon

/// What every check needs and takes a millisecond to make, begun while the program still reads its command line.
public enum Preparation {
  /// Starts a thread of its own, which nobody waits for: whoever needs the word lists earlier waits for them, not for
  /// the thread. On a machine with one core nothing is won.
  public static func begin() {
    guard WorkQueue.coreCount > 1 else { return }
    var thread = pthread_t()
    let work: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
      _ = Lexicon.standard
      return nil
    }
    if pthread_create(&thread, nil, work, nil) == 0 { pthread_detach(thread) }
  }
}
