// libxml2: reads XML, and HTML as browsers forgive it.
#ifndef GREENWOOD_CLIBXML2_SHIM_H
#define GREENWOOD_CLIBXML2_SHIM_H
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#endif
