import RelireModel

/// Why the tool could not do its job: shown on standard error, exit code 2.
struct CommandFailure: Error {
  let message: Message

  init(_ message: Message) { self.message = message }

  init(fr french: String, en english: String) { message = Message(fr: french, en: english) }
}
