// ISA-L's igzip: deflate for streams, several times as fast as zlib and libdeflate on pictures of flat areas; and CRC-32.
#ifndef GREENWOOD_CIGZIP_SHIM_H
#define GREENWOOD_CIGZIP_SHIM_H
#include <isa-l.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#endif
