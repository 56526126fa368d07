/// Names by which technical text is known.
enum TechnicalNames {
  /// URL schemes that are written without `//`.
  static let schemes: Set<String> = [
    "mailto", "tel", "sms", "urn", "doi", "data", "javascript", "file", "geo", "skype", "magnet", "about",
  ]

  /// What stands before the colon of a qualified name or of a search operator.
  static let prefixes: Set<String> = [
    "xml", "xmlns", "xlink", "xsl", "xsd", "xs", "xsi", "svg", "html", "og", "fb", "twitter", "article", "schema", "dc",
    "dct", "dcterms", "dcat", "dcatap", "foaf", "skos", "rdf", "rdfs", "owl", "vcard", "void", "prov", "geo", "gml",
    "wms", "wfs", "odrl", "org", "adms", "locn", "DC", "EPSG", "epsg", "site", "filetype", "inurl", "intitle", "ext",
    "cache", "lang", "gr", "v-on", "v-bind", "v-slot", "on", "bind", "git", "npm", "docker", "isbn", "issn", "pmid",
    "arxiv", "sha256", "sha1", "md5", "base64", "http", "https", "ftp", "ssh",
  ]

  /// What stands after the colon of a CSS selector.
  static let pseudoClasses: Set<String> = [
    "hover", "focus", "focus-visible", "focus-within", "active", "visited", "link", "target", "checked", "disabled",
    "enabled", "before", "after", "first-child", "last-child", "nth-child", "nth-of-type", "first-of-type",
    "last-of-type", "only-child", "first-letter", "first-line", "not", "is", "where", "has", "root", "empty", "lang",
    "required", "invalid", "valid", "placeholder", "selection",
  ]

  /// After an exclamation mark.
  static let bangs: Set<String> = ["important", "default", "global", "optional", "DOCTYPE", "doctype", "include"]

  /// File extensions and top-level domains: after a full stop without a space they make a name.
  static let suffixes: Set<String> = [
    // Files.
    "txt", "md", "markdown", "csv", "tsv", "json", "geojson", "jsonld", "ndjson", "xml", "xsd", "xsl", "xslt", "yml",
    "yaml", "toml", "ini", "cfg", "conf", "env", "lock", "log", "html", "htm", "xhtml", "css", "scss", "sass", "less",
    "js", "mjs", "cjs", "jsx", "ts", "tsx", "vue", "svelte", "php", "py", "rb", "go", "rs", "swift", "java", "kt",
    "jar", "war", "cpp", "hpp", "cs", "sh", "bash", "zsh", "bat", "cmd", "ps1", "sql", "db", "sqlite", "pdf", "doc",
    "docx", "dot", "dotx", "odt", "ott", "rtf", "xls", "xlsx", "xlsm", "ods", "ppt", "pptx", "odp", "odg", "epub",
    "mobi", "tex", "bib", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico", "tif", "tiff", "psd",
    "ai", "eps", "mp3", "wav", "ogg", "flac", "m4a", "mp4", "webm", "avi", "mov", "mkv", "zip", "tar", "gz", "tgz",
    "bz2", "xz", "rar", "7z", "iso", "dmg", "exe", "msi", "dll", "apk", "deb", "rpm", "shp", "dbf", "shx", "prj",
    "gpkg", "kml", "kmz", "gpx", "gml", "geotiff", "las", "laz", "dwg", "dxf", "parquet", "rdf", "ttl", "n3", "nt",
    "owl", "ipynb", "rmd", "rda", "rds", "dta", "sav", "bak", "tmp", "swp", "woff", "woff2", "ttf", "otf", "ics", "vcf",
    "eml", "msg", "pem", "crt", "key", "xhtml5", "mdx", "rst", "adoc", "srt", "vtt", "wasm", "htaccess", "gitignore",
    // Domains, those apart that are also French words: « fin.de » is a typing error.
    "fr", "nc", "pf", "wf", "re", "pm", "yt", "gp", "mq", "gf", "mc", "be", "ch", "ca", "lu", "eu",
    "uk", "ie", "nl", "pt", "pl", "dk", "fi", "us", "au", "nz", "jp", "cn", "br", "mx", "ru",
    "com", "org", "net", "edu", "gov", "gouv", "mil", "int", "info", "biz", "pro", "museum", "travel", "coop",
    "io", "tv", "co", "cc", "app", "dev", "cloud", "online", "tech", "web", "paris", "bzh", "corsica",
    "alsace", "asso", "test", "example", "local", "localhost", "onion", "numerique",
  ]
}
