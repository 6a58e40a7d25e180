// cairo and pango, with the few macros that Swift cannot see as functions.
#ifndef GREENWOOD_CCAIRO_SHIM_H
#define GREENWOOD_CCAIRO_SHIM_H
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ps.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

static inline void greenwood_unref(gpointer object) { g_object_unref(object); }

// The character that a font lacks, where a glyph stands for none of its glyphs; else 0.
static inline gunichar greenwood_missing_character(PangoGlyph glyph) {
    return glyph & PANGO_GLYPH_UNKNOWN_FLAG ? glyph & ~PANGO_GLYPH_UNKNOWN_FLAG : 0;
}

// The glyph of what leaves no ink, such as a character that only steers the layout.
static inline PangoGlyph greenwood_empty_glyph(void) { return PANGO_GLYPH_EMPTY; }

// The font as the one of Cairo that it is: Pango's Cairo font maps make no other.
static inline PangoCairoFont *greenwood_cairo_font(PangoFont *font) { return (PangoCairoFont *)font; }
#endif
