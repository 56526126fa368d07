import Glibc
import Synchronization

/// Runs a program and waits for it. No shell: arguments arrive as they are.
enum ChildProcess {
  struct Outcome: Sendable {
    /// 128 and the signal's number for a program that was killed.
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]

    var isSuccess: Bool { status == 0 }
  }

  /// Held while a program starts and while a pipe is made: one that started before the pipe's ends are marked to be
  /// closed would keep them open, and who reads from it would wait for that program.
  fileprivate static let starting = Mutex(())

  /// - Parameters:
  ///   - program: looked up in PATH.
  ///   - input: what the program reads from its standard input.
  ///   - environment: variables to set besides ours.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment extra: [String] = []
  ) throws(FileError) -> Outcome {
    let standardInput = try Pipe()
    let output = try Pipe()
    let errors = try Pipe()
    let process = try spawn(program, arguments, extra, standardInput, output, errors)
    standardInput.closeReader()
    output.closeWriter()
    errors.closeWriter()
    let transfer = Transfer(input: input, standardInput, output, errors)
    transfer.run()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: transfer.output, errors: transfer.errors)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ extra: [String], _ input: Pipe, _ output: Pipe, _ errors: Pipe
  ) throws(FileError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.reader, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.writer, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writer, STDERR_FILENO)
    // We ignore SIGPIPE so as to see it as an error of `write`; the program must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let strings = Strings([program] + arguments)
    let variables = Strings(inheriting: extra)
    var process = pid_t()
    let code = starting.withLock { _ in
      posix_spawnp(&process, program, &actions, &attributes, strings.pointers, variables.pointers)
    }
    guard code == 0 else { throw FileError(errno: code) }
    return process
  }

  /// A null-terminated array of C strings that lives as long as this.
  private final class Strings {
    private(set) var pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
      pointers = strings.map { strdup($0) }
      pointers.append(nil)
    }

    /// Our environment, but for what `extra` sets anew.
    convenience init(inheriting extra: [String]) {
      let names = Set(extra.map { $0.prefix { $0 != "=" } })
      var all = extra
      var pointer = environ
      while let variable = pointer.pointee {
        let text = String(cString: variable)
        if !names.contains(text.prefix { $0 != "=" }) { all.append(text) }
        pointer += 1
      }
      self.init(all)
    }

    deinit { for pointer in pointers { free(pointer) } }
  }
}

/// Both ends of a pipe, closed in programs that we start, and when this goes.
private final class Pipe {
  private(set) var reader: Int32
  private(set) var writer: Int32

  init() throws(FileError) {
    var ends: [Int32] = [-1, -1]
    let code = ChildProcess.starting.withLock { _ -> Int32 in
      guard pipe(&ends) == 0 else { return errno }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return 0
    }
    guard code == 0 else { throw FileError(errno: code) }
    (reader, writer) = (ends[0], ends[1])
  }

  func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  deinit {
    closeReader()
    closeWriter()
  }
}

/// Feeds a program and collects what it says, at once: either alone could wait for the other for ever.
private final class Transfer {
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private let input: [UInt8]
  private var written = 0
  private let standardInput: Pipe
  private let standardOutput: Pipe
  private let standardErrors: Pipe

  init(input: [UInt8], _ standardInput: Pipe, _ output: Pipe, _ errors: Pipe) {
    self.input = input
    self.standardInput = standardInput
    standardOutput = output
    standardErrors = errors
  }

  func run() {
    if input.isEmpty { standardInput.closeWriter() }
    _ = fcntl(standardInput.writer, F_SETFL, O_NONBLOCK)
    while standardOutput.reader >= 0 || standardErrors.reader >= 0 || standardInput.writer >= 0 {
      var ends = [
        pollfd(fd: standardInput.writer, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: standardOutput.reader, events: Int16(POLLIN), revents: 0),
        pollfd(fd: standardErrors.reader, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&ends, nfds_t(ends.count), -1) < 0 {
        if errno == EINTR { continue }
        return
      }
      if ends[0].revents != 0 { feed() }
      if ends[1].revents != 0, !Self.take(standardOutput.reader, &output) { standardOutput.closeReader() }
      if ends[2].revents != 0, !Self.take(standardErrors.reader, &errors) { standardErrors.closeReader() }
    }
  }

  private func feed() {
    let count = input.withUnsafeBytes { buffer in
      write(standardInput.writer, buffer.baseAddress.map { $0 + written }, buffer.count - written)
    }
    if count > 0 { written += count }
    // A program that reads no more is its own affair.
    let isOver = count < 0 && errno != EAGAIN && errno != EINTR
    if isOver || written == input.count { standardInput.closeWriter() }
  }

  /// Whether there may be more.
  private static func take(_ file: Int32, _ bytes: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    if count > 0 { bytes += chunk[..<count] }
    return count > 0 || (count < 0 && errno == EINTR)
  }
}
