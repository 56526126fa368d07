import RelireModel

/// Why the tool could not do its job: shown on standard error, exit code 2.
struct CommandFailure: Error {
  let message: Message

  init(_ message: Message) { self.message = message }

  static let incomplete = CommandFailure(
    fr: "la vérification est incomplète, des fichiers n’ont pas pu être lus (voir le rapport).",
    en: "the check is incomplete, some files could not be read (see the report).")

  init(fr french: String, en english: String) { message = Message(fr: french, en: english) }
}
