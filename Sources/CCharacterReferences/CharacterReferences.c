#include "CCharacterReferences.h"
#include <string.h>

// HTML's named character references, one a line, sorted by bytes: the name, `?` when it also works
// without a semicolon, a blank, its code points in hexadecimal. Made from the HTML standard's list
// (§13.5) as Python ships it:
//
//   python3 -c "from html.entities import html5 as h; n = {k.rstrip(';'): v for k, v in h.items()}; \
//     print('\n'.join(k + '?' * (k in h) + ' ' + ' '.join('%X' % ord(c) for c in n[k]) for k in sorted(n)))" \
//     > dictionaries/html-character-references.txt
static const char table[] = {
#embed "../../dictionaries/html-character-references.txt"
};

static uint32_t hexadecimal(const char **at) {
  uint32_t value = 0;
  for (;; ++*at) {
    char c = **at;
    if (c >= '0' && c <= '9') value = value * 16 + (uint32_t)(c - '0');
    else if (c >= 'A' && c <= 'F') value = value * 16 + (uint32_t)(c - 'A' + 10);
    else return value;
  }
}

RelireCharacterReference relire_character_reference(const uint8_t *name, size_t length) {
  size_t low = 0, high = sizeof table;
  // Both are starts of lines (or the end): the line sought, if any, starts in [low, high).
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    while (middle > low && table[middle - 1] != '\n') middle--;
    const char *line = table + middle;
    size_t end = strcspn(line, "? ");
    int order = memcmp(name, line, length < end ? length : end);
    if (order == 0) order = (length > end) - (length < end);
    if (order == 0) {
      RelireCharacterReference found = {0, 0, line[end] == '?'};
      const char *value = line + end + (line[end] == '?') + 1;
      found.first = hexadecimal(&value);
      if (*value == ' ') {
        value++;
        found.second = hexadecimal(&value);
      }
      return found;
    }
    if (order < 0) high = middle;
    else low = (size_t)((const char *)memchr(line, '\n', sizeof table - middle) - table) + 1;
  }
  return (RelireCharacterReference){0, 0, 0};
}
