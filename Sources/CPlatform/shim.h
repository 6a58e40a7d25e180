// What Swift cannot call of the system: the C library hides it behind a macro, or offers it only as a variadic function.
#ifndef GREENWOOD_CPLATFORM_SHIM_H
#define GREENWOOD_CPLATFORM_SHIM_H
#include <stdio.h>
#include <unistd.h>
#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#endif

// Exchanges two existing paths atomically; 0, or -1 with errno set.
static inline int greenwood_exchange(const char *first, const char *second) {
#if defined(__linux__)
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2u /* RENAME_EXCHANGE */);
#elif defined(__APPLE__)
    return renamex_np(first, second, RENAME_SWAP);
#endif
}

// Begins to write an open file to the disk, and does not wait; what the system would do by itself some seconds later.
static inline void greenwood_begin_settling(int file) {
#if defined(__linux__)
    (void)syscall(SYS_sync_file_range, file, 0L, 0L, 2u /* SYNC_FILE_RANGE_WRITE */);
#else
    (void)file;
#endif
}

// Waits until the disk has everything that was written to the file system of an open folder; 0, or -1 with errno set.
static inline int greenwood_settle(int folder) {
#if defined(__linux__)
    return (int)syscall(SYS_syncfs, folder);
#elif defined(__APPLE__)
    return fsync(folder);
#endif
}
#endif
