/* What the memory allocator says of itself, which the module Glibc leaves out: for benchmarks. */
#include <malloc.h>
