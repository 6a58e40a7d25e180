// Files that the program carries: pages of the documentation, which `greenwood explain` shows, and the studies that
// `greenwood init --example` copies.
#ifndef CHANDBOOK_H
#define CHANDBOOK_H

#include <stddef.h>

// One page of Greenwood.docc, in Markdown.
struct CPageFile {
    // The path inside Greenwood.docc.
    const char *_Nonnull path;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

// How many pages there are.
size_t CPageFileCount(void);

// A page, in the order of their paths; the index is below CPageFileCount().
const struct CPageFile *_Nonnull CPageFileAt(size_t index);

// One file of an example study.
struct CExampleFile {
    // The path inside studies, such as lung/study.yaml.
    const char *_Nonnull path;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

// How many files of examples there are.
size_t CExampleFileCount(void);

// A file of an example, in the order of their paths; the index is below CExampleFileCount().
const struct CExampleFile *_Nonnull CExampleFileAt(size_t index);

#endif
