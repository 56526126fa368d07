import Glibc
import RelireModel

/// Why a file or folder could not be read or written.
public enum FileError: Error, Hashable, Sendable {
  case missing
  case forbidden
  /// The file, its folder or its disk is read-only.
  case unwritable
  case diskFull
  /// A device, a socket, a pipe: nothing that holds a page.
  case notRegular
  /// 4 GiB or more: offsets are 32 bits wide.
  case tooLarge
  /// A symbolic link that leads back to itself.
  case loop
  /// The file was changed by somebody else since it was read.
  case changed
  case system(errno: Int32)

  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .forbidden
    case EROFS: self = .unwritable
    case ENOSPC, EDQUOT: self = .diskFull
    case ELOOP: self = .loop
    default: self = .system(errno: code)
    }
  }

  public var message: Message {
    switch self {
    case .missing:
      Message(fr: "Ce fichier n’existe pas ou plus.", en: "This file does not exist, or not any more.")
    case .forbidden:
      Message(
        fr: "Vous n’avez pas le droit d’accéder à ce fichier.", en: "You are not allowed to access this file.")
    case .unwritable:
      Message(
        fr: "Vous n’avez pas le droit de modifier ce fichier.", en: "You are not allowed to change this file.")
    case .diskFull:
      Message(fr: "Le disque est plein.", en: "The disk is full.")
    case .notRegular:
      Message(fr: "Ce n’est pas un fichier que l’on peut lire.", en: "This is not a file that can be read.")
    case .tooLarge:
      Message(
        fr: "Ce fichier dépasse 4\u{A0}Gio\u{A0}: il n’a pas été lu.",
        en: "This file is larger than 4 GiB: it was not read.")
    case .loop:
      Message(
        fr: "Ce lien symbolique tourne en rond.", en: "This symbolic link leads back to itself.")
    case .changed:
      Message(
        fr: "Ce fichier a été modifié entre-temps\u{A0}: il n’a pas été touché.",
        en: "This file was changed in the meantime: it was left alone.")
    case .system(let code):
      Message(
        fr: "Le système refuse l’accès à ce fichier (\(Self.explanation(code))).",
        en: "The system refuses access to this file (\(Self.explanation(code))).")
    }
  }

  private static func explanation(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "errno \(code)" }
    return String(cString: text)
  }
}
