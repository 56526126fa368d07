#pragma once
#include <stddef.h>
#include <stdint.h>

// Looks up a language code of ISO 639, two or three lower-case letters: -1 when it is none, else the number of letters
// of the shorter code that BCP 47 asks for instead (then written to `shorter`), or 0. A binary search.
int relire_language_code(const uint8_t *code, size_t length, uint8_t shorter[2]);
