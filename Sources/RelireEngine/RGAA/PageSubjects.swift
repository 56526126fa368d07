import RelireAccessibility
import RelireDocuments
import RelireModel
import RelireRules

extension RGAA.Subject {
  /// What of all that RGAA’s tests are about a page has. Linear.
  static func all(on page: Page) -> Set<RGAA.Subject> {
    let document = page.document
    var found: Set<RGAA.Subject> = [.page]
    for (index, node) in document.nodes.enumerated() where node.kind == .element {
      let id = NodeID(index)
      if page.accessibility.isInTemplate(id) { continue }
      for subject in subjects(of: id, node.name, document) { found.insert(subject) }
      guard !node.attributes.isEmpty else { continue }
      for attribute in document.attributes(of: id) {
        switch attribute.name {
        case .lang where node.name != .html: found.insert(.languagePart)
        case .dir where node.name != .html: found.insert(.direction)
        case .role: found.formUnion(Self.subjects(ofRole: attribute.value.lowercased(), node.name))
        case .ismap: found.insert(.serverMap)
        default:
          let name = document.spelling(attribute.name)
          if name.hasPrefix("on") { found.insert(.script) }
          // What a framework makes of the page is not told by its markup.
          if attribute.name.isCustom, Binding(name) != nil { found.formUnion([.script, .anything]) }
        }
      }
    }
    if found.contains(.script), hasPlaceToFill(page) { found.insert(.anything) }
    if document.format == .markdown { found.formUnion([.script, .languagePart]) }
    return found
  }

  /// Whether something empty waits for a script: an element that the script knows by its id, or an author's own.
  private static func hasPlaceToFill(_ page: Page) -> Bool {
    let document = page.document
    return document.nodes.indices.contains { index in
      let node = document.nodes[index]
      guard node.kind == .element, node.subtreeEnd == index + 1 else { return false }
      let id = NodeID(index)
      if node.name.isCustom {
        return document.spelling(node.name).contains("-") && document.ancestor(.svg, of: id) == nil
      }
      switch node.name {
      case .div, .section, .main, .article, .ul, .ol, .tbody, .span, .p:
        return document.attribute(.id, of: id) != nil && !page.accessibility.isInTemplate(id)
      default: return false
      }
    }
  }

  private static func hasControl(around image: NodeID, _ document: Document) -> Bool {
    document.ancestor(.a, of: image) != nil || document.ancestor(.button, of: image) != nil
  }

  private static func subjects(of id: NodeID, _ name: ElementName, _ document: Document) -> [RGAA.Subject] {
    switch name {
    case .img: return hasControl(around: id, document) ? [.img, .image, .imageOfControl] : [.img, .image]
    case .area: return [.area, .image, .link]
    case .object: return [.object, .image, .media]
    case .embed: return [.embed, .image, .media]
    case .svg: return hasControl(around: id, document) ? [.svg, .image, .imageOfControl] : [.svg, .image]
    case .canvas: return [.canvas, .image]
    // A frame may show a film.
    case .iframe, .frame:
      return document.attribute(.srcdoc, of: id) == nil ? [.frame, .media] : [.frame, .media, .anything]
    case .video, .audio, .bgsound: return [.media]
    case .table: return document.attribute(.role, of: id) == nil ? [.table] : []
    case .a:
      guard let href = document.value(.href, of: id) else { return [] }
      if href.lowercased().hasPrefix("javascript:") { return [.link, .script] }
      return isDownload(href) || document.attribute(.download, of: id) != nil ? [.link, .download] : [.link]
    case .script: return [.script]
    case .meta:
      guard document.value(.httpEquiv, of: id)?.lowercased() == "refresh" else { return [] }
      return document.value(.content, of: id)?.lowercased().contains("url") == true ? [.redirection] : [.refresh]
    case .h1, .h2, .h3, .h4, .h5, .h6: return [.heading]
    case .input:
      switch document.value(.type, of: id)?.lowercased() {
      case "hidden": return []
      case "image": return [.imageButton, .image, .button, .imageOfControl]
      case "button", "submit", "reset": return [.button]
      default: return [.field]
      }
    case .textarea: return [.field]
    case .select: return [.field, .select]
    case .optgroup: return [.optgroup]
    case .button: return [.button]
    case .form: return [.form]
    case .fieldset: return [.fieldGroup]
    default: return []
    }
  }

  private static func subjects(ofRole role: String, _ name: ElementName) -> [RGAA.Subject] {
    switch role {
    case "img", "image": [.img, .image]
    case "table", "grid", "treegrid": [.table]
    case "presentation", "none": name == .table ? [.layoutTable] : []
    case "link": [.link]
    case "heading": [.heading]
    case "button": [.button]
    case "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "slider", "spinbutton", "listbox": [.field]
    case "group", "radiogroup": [.fieldGroup]
    default: []
    }
  }

  private static func isDownload(_ href: String) -> Bool {
    let path = href.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return ["pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "epub", "rtf"].contains {
      path.hasSuffix("." + $0)
    }
  }
}
