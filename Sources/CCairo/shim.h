// cairo, pango and zlib (which cairo brings along, for PNG), with the few macros that Swift cannot see as functions.
#ifndef GREENWOOD_CCAIRO_SHIM_H
#define GREENWOOD_CCAIRO_SHIM_H
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ps.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>
#include <zlib.h>

static inline void greenwood_unref(gpointer object) { g_object_unref(object); }

// The character that a font lacks, where a glyph stands for none of its glyphs; else 0.
static inline gunichar greenwood_missing_character(PangoGlyph glyph) {
    return glyph & PANGO_GLYPH_UNKNOWN_FLAG ? glyph & ~PANGO_GLYPH_UNKNOWN_FLAG : 0;
}

// The first run of a list of runs, which has no type in C.
static inline PangoGlyphItem *greenwood_first_run(GSList *runs) { return (PangoGlyphItem *)runs->data; }
#endif
