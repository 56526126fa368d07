#include "CLanguageCodes.h"
#include <string.h>

// The codes of ISO 639-1, -2, -3 and -5, sorted, in lines of seven bytes: the code, a blank, the two-letter code of the
// same language. Made from Debian's iso-codes 4.15 (LGPL-2.1+ code; the codes are facts):
//
//   python3 - <<'END' > dictionaries/language-codes.txt
//   import json; codes = {}
//   for part in '2', '3', '5':
//       for r in json.load(open(f'/usr/share/iso-codes/json/iso_639-{part}.json'))[f'639-{part}']:
//           for k in 'alpha_3', 'bibliographic':
//               if len(r.get(k, '')) == 3: codes.setdefault(r[k], r.get('alpha_2', ''))
//           if 'alpha_2' in r: codes[r['alpha_2']] = ''
//   print(''.join('%-3s %-2s\n' % c for c in sorted(codes.items())), end='')
//   END
static const char table[] = {
#embed "../../dictionaries/language-codes.txt"
};

enum { width = 7 };

int relire_language_code(const uint8_t *code, size_t length, uint8_t shorter[2]) {
  if (length < 2 || length > 3) return -1;
  char key[3] = {(char)code[0], (char)code[1], length == 3 ? (char)code[2] : ' '};
  size_t low = 0, high = sizeof table / width;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const char *line = table + middle * width;
    int order = memcmp(key, line, sizeof key);
    if (order == 0) {
      if (line[4] == ' ') return 0;
      memcpy(shorter, line + 4, 2);
      return 2;
    }
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return -1;
}
