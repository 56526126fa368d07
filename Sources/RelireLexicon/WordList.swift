/// The lists that words are looked up in, one a file of `dictionaries/`.
///
/// A list holds single words and phrases alike. There is room for 64.
public enum WordList: UInt8, Sendable, CaseIterable {
  /// Words whose accents are beyond doubt even when a capital or a line of capitals has lost them.
  case accentedWords
  /// Words whose first letter alone is beyond doubt: *evolue* may be *évolue* or *évolué*.
  case accentedInitials
  /// English words that are French ones but for the accent of the first letter: *evolution*.
  case englishLookalikes
  /// Words before which an initial *A* is the preposition: *À la*, *À titre*.
  case prepositionFollowers
  /// Names and words that keep their form although a list would change it; the site's own above all.
  case leftAlone
  case ligatures
  /// Verbs in -re, which no ending betrays.
  case infinitives
  /// Other words in -er and -ir.
  case infinitiveLookalikes

  /// Compounds that a hyphen joins wherever they stand.
  case compounds
  /// Compounds that are nouns after a determiner; elsewhere their words may be apart.
  case nounCompounds
  /// Verb forms that compounds begin with: *porte* in *porte-parole*.
  case compoundVerbs
  /// Forms with a hyphen, a slash or an apostrophe too many.
  case falseCompounds
  /// Names whose words a hyphen joins.
  case placeNames
  /// Nouns before the name of a place: *rue*, *commune*.
  case placeNouns
  /// Institutions, with the capitals that they have.
  case institutions
  case churches
  /// Articles, possessives, demonstratives, numerals.
  case determiners
  /// Prefixes that a hyphen joins to what follows, and when.
  case prefixes
  /// Prefixes that make one word with what follows: *(dé)faire*.
  case fusedPrefixes
  /// Nouns after *ex*.
  case exNouns
  /// Adjectives of peoples, which name their languages too.
  case peoples
  /// Nouns between a demonstrative and *là*.
  case afterDemonstrative

  /// *là*, *ci*, *même*.
  case particles
  /// Words of numbers below a hundred: *tens*, *unit*, *teen*.
  case numerals

  /// Pronouns after a verb, and the *t* between.
  case inversionPronouns
  /// Verb forms in the singular, with the persons they belong to.
  case verbForms
  /// Forms of *être* and *avoir*.
  case auxiliaries
  case imperatives
  /// Words that open a question.
  case interrogatives

  /// Words that are elided, or change, before a vowel.
  case elidingWords
  /// What is left of them before the apostrophe: *l*, *qu*, *aujourd*.
  case elidedForms
  /// Usual nouns and adjectives before which they are; *m*, *f*, *p* tell gender and plural, *d* what only *de* heeds.
  case vowelWords
  /// Other words before which *que*, *ne*, *se*… are elided.
  case elidedFollowers
  /// Words with an aspirated *h*; *v* is a verb.
  case aspiratedWords

  /// Words before a number that make a label of it: *article*, *page*, *code*.
  case numberLabels
  /// Words before a single letter that names something: *annexe*, *variable*.
  case letterLabels
  /// Words before a number that make a year of it: *en*, *depuis*.
  case yearWords
  /// Nouns after a number that make a quantity of it: *habitants*.
  case countedNouns
  /// Symbols of units, where letter case matters: *kg*, *MHz*.
  case units
  /// Names of units: *mètres*.
  case unitNames
  /// Names, symbols and codes of currencies.
  case currencies
  /// Units whose power is written as a digit: *m2*.
  case superscripts
  /// Endings of ordinals, and Roman ordinals, that are too long: *ème*, *XIXème*.
  case ordinals
  /// Months, with their number.
  case months
  /// Months of the Republican calendar.
  case republicanMonths
  /// Days of the week, with their number from Monday on.
  case days
  case abbreviations
  /// Words that are rightly written twice in a row.
  case repeatedWords
  /// Words before a phone number.
  case phoneLabels

  case genericLinkTexts
  case placeholders

  case frenchStopWords
  case englishStopWords
  case spanishStopWords
  case germanStopWords
  case italianStopWords
  case portugueseStopWords
}
