#pragma once
#include <stddef.h>
#include <stdint.h>

// What an HTML named character reference stands for.
typedef struct {
  // One or two code points; `second` is 0 for one, `first` is 0 when the name is unknown.
  uint32_t first;
  uint32_t second;
  // Whether HTML also knows the name without its semicolon (`&eacute`).
  _Bool worksWithoutSemicolon;
} RelireCharacterReference;

// Looks up a name, without `&` and `;`. A binary search in the embedded text: nothing to set up.
RelireCharacterReference relire_character_reference(const uint8_t *name, size_t length);
