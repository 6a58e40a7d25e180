// libtiff, with the function of a variable number of arguments that Swift cannot call, once for each type of value.
#ifndef GREENWOOD_CTIFF_SHIM_H
#define GREENWOOD_CTIFF_SHIM_H
#include <tiffio.h>

static inline int greenwood_tiff_number(TIFF *file, uint32_t tag, uint32_t value) {
    return TIFFSetField(file, tag, value);
}
static inline int greenwood_tiff_ratio(TIFF *file, uint32_t tag, double value) {
    return TIFFSetField(file, tag, value);
}
static inline int greenwood_tiff_text(TIFF *file, uint32_t tag, const char *value) {
    return TIFFSetField(file, tag, value);
}
#endif
