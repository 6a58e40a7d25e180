// cairo and pango, with the few macros that Swift cannot see as functions.
#ifndef GREENWOOD_CCAIRO_SHIM_H
#define GREENWOOD_CCAIRO_SHIM_H
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

static inline void greenwood_unref(gpointer object) { g_object_unref(object); }
#endif
