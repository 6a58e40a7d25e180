// Reads XML or HTML by libxml2 and tells what is in it, so that no header of libxml2 (and of the ICU that they pull in)
// is seen beside Foundation's own ICU.
#ifndef GREENWOOD_CXML_MARKUP_H
#define GREENWOOD_CXML_MARKUP_H

struct greenwood_markup_events {
    void *context;
    // The attributes are names and values in turn, and end with NULL.
    void (*start)(void *context, const char *name, const char *const *attributes, long line);
    void (*end)(void *context);
    void (*text)(void *context, const char *text, long line);
};

// Whether the bytes could be read; HTML nearly always can. Elements deeper than 200 are passed over.
int greenwood_read_markup(const char *bytes, int size, int is_html, const struct greenwood_markup_events *events);

// Tells what is in XML while it is read, so that a file of any length takes no more memory than its deepest element. Returns
// 0, or the line at which the file is no XML, declares entities of its own, or is deeper than 200 elements.
long greenwood_stream_xml(const char *bytes, int size, const struct greenwood_markup_events *events);

#endif
