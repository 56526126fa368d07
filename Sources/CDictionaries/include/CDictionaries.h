#pragma once
#include <stddef.h>

/// A word list of `dictionaries/`, byte for byte as it stands in the repository.
struct relire_dictionary {
  /// The file name without its extension.
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The word lists, `relire_dictionary_count` of them.
extern const struct relire_dictionary *const relire_dictionaries;
extern const size_t relire_dictionary_count;

/// The tables that RelireLexicon makes of the lists, as `relire-dev generate` last wrote them.
extern const struct relire_dictionary relire_lexicon;
