// The C library's conversion of encodings, whose pointers to pointers and special values Swift would make a riddle of.
#ifndef GREENWOOD_CICONV_SHIM_H
#define GREENWOOD_CICONV_SHIM_H
#include <errno.h>
#include <iconv.h>
#include <stddef.h>

// A converter to UTF-8; NULL where the system does not know the encoding.
static inline void *greenwood_converter_open(const char *encoding) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    return converter == (iconv_t)-1 ? NULL : (void *)converter;
}

static inline void greenwood_converter_close(void *converter) { iconv_close((iconv_t)converter); }

enum { greenwood_converted, greenwood_output_full, greenwood_invalid_input };

// Converts from `input + *read` to `output + *written` and moves both on. An incomplete character at the end is invalid.
static inline int greenwood_convert(void *converter, const char *input, size_t input_size, size_t *read, char *output,
                                    size_t output_size, size_t *written) {
    char *in = (char *)input + *read, *out = output + *written;
    size_t in_left = input_size - *read, out_left = output_size - *written;
    size_t result = iconv((iconv_t)converter, &in, &in_left, &out, &out_left);
    *read = input_size - in_left;
    *written = output_size - out_left;
    if (result != (size_t)-1) return greenwood_converted;
    return errno == E2BIG ? greenwood_output_full : greenwood_invalid_input;
}
#endif
