// Which of 64 bytes are marks of a table of text: vector instructions that Swift has no words for.
#ifndef GREENWOOD_CBYTEMARKS_SHIM_H
#define GREENWOOD_CBYTEMARKS_SHIM_H
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// One bit for each of 64 bytes, the first byte's the lowest: whether it is the delimiter, a line feed, a carriage return or a
// quote.
static inline uint64_t greenwood_marks(const uint8_t *bytes, uint8_t delimiter) {
    uint64_t marks = 0;
#if defined(__SSE2__)
    const __m128i d = _mm_set1_epi8((char)delimiter), n = _mm_set1_epi8('\n'), r = _mm_set1_epi8('\r'),
                  q = _mm_set1_epi8('"');
    for (int part = 0; part < 4; part++) {
        __m128i text = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(text, d), _mm_cmpeq_epi8(text, n)),
                                     _mm_or_si128(_mm_cmpeq_epi8(text, r), _mm_cmpeq_epi8(text, q)));
        marks |= (uint64_t)(uint16_t)_mm_movemask_epi8(found) << (16 * part);
    }
#else
    for (int index = 0; index < 64; index++) {
        uint8_t byte = bytes[index];
        marks |= (uint64_t)(byte == delimiter || byte == '\n' || byte == '\r' || byte == '"') << index;
    }
#endif
    return marks;
}
#endif
