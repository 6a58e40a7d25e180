// The project's own reference set, embedded in the program: an installation can be validated on any machine.
#ifndef CREFERENCESET_H
#define CREFERENCESET_H

#include <stddef.h>

// One file of Tests/References.
struct CReferenceFile {
    // The path inside Tests/References.
    const char *_Nonnull path;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

// How many files there are.
size_t CReferenceFileCount(void);

// A file, in the order of their paths; the index is below CReferenceFileCount().
const struct CReferenceFile *_Nonnull CReferenceFileAt(size_t index);

#endif
