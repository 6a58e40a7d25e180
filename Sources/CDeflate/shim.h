// libdeflate: whole buffers to and from deflate, zlib and gzip, several times faster than zlib, with CRC-32 and Adler-32.
#ifndef GREENWOOD_CDEFLATE_SHIM_H
#define GREENWOOD_CDEFLATE_SHIM_H
#include <libdeflate.h>
#endif
