#include "CDictionaries.h"
