import RelireModel
import RelireSite

extension Message {
  /// Why a link leads to a page that will not be there; nil when it will.
  static func unpublished(_ publication: Publication) -> Message? {
    switch publication {
    case .published: nil
    case .draft:
      Message(
        fr: "Ce lien mène à un brouillon, qui ne sera pas publié\u{A0}: publiez la page ou retirez le lien.",
        en: "This link leads to a draft, which will not be published: publish the page or remove the link.")
    case .future(let day):
      Message(
        fr: "Ce lien mène à une page qui ne sera publiée que le \(day.message.french).",
        en: "This link leads to a page that will not be published before \(day.message.english).")
    case .expired(let day):
      Message(
        fr: "Ce lien mène à une page qui n’est plus publiée depuis le \(day.message.french)\u{A0}: retirez-le.",
        en: "This link leads to a page that is no longer published since \(day.message.english): remove it.")
    case .never:
      Message(
        fr:
          "Ce lien mène à une page qui n’est pas publiée à une adresse à elle (`headless`, `build`)\u{A0}: visez-en une autre.",
        en:
          "This link leads to a page that is not published at an address of its own (`headless`, `build`): choose another one."
      )
    }
  }
}
