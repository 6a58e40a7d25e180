// ISA-L's igzip: deflate for streams, several times as fast as zlib and libdeflate on pictures of flat areas.
#ifndef GREENWOOD_CIGZIP_SHIM_H
#define GREENWOOD_CIGZIP_SHIM_H
#include <isa-l.h>
#include <isa-l/igzip_lib.h>

// ISA-L 2.30 leaves the upper halves of the vector registers in use. Whatever the thread runs afterwards is then slower on many
// processors, as printf by half, until they are cleared. Nothing that was compiled for all processors of the kind keeps anything in
// them.
static inline void greenwood_clear_upper_halves(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx")) __asm__ volatile("vzeroupper");
#endif
}

// Compresses, as isal_deflate does.
static inline int greenwood_deflate(struct isal_zstream *stream) {
    int result = isal_deflate(stream);
    greenwood_clear_upper_halves();
    return result;
}

// Decompresses, as isal_inflate does.
static inline int greenwood_inflate(struct inflate_state *state) {
    int result = isal_inflate(state);
    greenwood_clear_upper_halves();
    return result;
}
#endif
