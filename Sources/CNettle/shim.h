// Nettle's SHA-256, which uses the processor's own instructions for it where there are some.
#ifndef GREENWOOD_CNETTLE_SHIM_H
#define GREENWOOD_CNETTLE_SHIM_H
#include <nettle/sha2.h>
#endif
