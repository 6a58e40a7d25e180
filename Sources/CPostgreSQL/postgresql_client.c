#include "postgresql_client.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// Every function: what it gives back, its name, its parameters, and these again as arguments.
#define FUNCTIONS(F) \
    F(PGconn *, PQconnectdbParams, (const char *const *k, const char *const *v, int e), (k, v, e)) \
    F(void, PQfinish, (PGconn *c), (c)) \
    F(ConnStatusType, PQstatus, (const PGconn *c), (c)) \
    F(char *, PQerrorMessage, (const PGconn *c), (c)) \
    F(int, PQconnectionNeedsPassword, (const PGconn *c), (c)) \
    F(int, PQconnectionUsedPassword, (const PGconn *c), (c)) \
    F(PQnoticeProcessor, PQsetNoticeProcessor, (PGconn *c, PQnoticeProcessor p, void *a), (c, p, a)) \
    F(PGresult *, PQexec, (PGconn *c, const char *q), (c, q)) \
    F(PGresult *, PQprepare, (PGconn *c, const char *s, const char *q, int n, const unsigned int *t), (c, s, q, n, t)) \
    F(PGresult *, PQdescribePrepared, (PGconn *c, const char *s), (c, s)) \
    F(PGresult *, PQgetResult, (PGconn *c), (c)) \
    F(int, PQgetCopyData, (PGconn *c, char **b, int a), (c, b, a)) \
    F(void, PQfreemem, (void *p), (p)) \
    F(void, PQclear, (PGresult *r), (r)) \
    F(ExecStatusType, PQresultStatus, (const PGresult *r), (r)) \
    F(char *, PQresultErrorField, (const PGresult *r, int f), (r, f)) \
    F(int, PQntuples, (const PGresult *r), (r)) \
    F(int, PQnfields, (const PGresult *r), (r)) \
    F(char *, PQfname, (const PGresult *r, int n), (r, n)) \
    F(unsigned int, PQftype, (const PGresult *r, int n), (r, n)) \
    F(char *, PQgetvalue, (const PGresult *r, int i, int n), (r, i, n)) \
    F(int, PQgetisnull, (const PGresult *r, int i, int n), (r, i, n))

#define POINTER(result, name, parameters, arguments) result(*name) parameters;
static struct { FUNCTIONS(POINTER) } libpq;

static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *opened(void) {
    static const char *const names[] = {
        "libpq.so.5", "libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib", "/usr/local/opt/libpq/lib/libpq.5.dylib"};
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (library) return library;
    }
    return NULL;
}

static void load(void) {
    void *library = opened();
    if (!library) return;
#define FIND(result, name, parameters, arguments) \
    if (!(*(void **)&libpq.name = dlsym(library, #name))) return;
    FUNCTIONS(FIND)
    is_loaded = 1;
}

int greenwood_load_libpq(void) {
    pthread_once(&once, load);
    return is_loaded;
}

// Hidden, so that libpq finds its own functions and not these.
#define CALL(result, name, parameters, arguments) \
    __attribute__((visibility("hidden"))) result name parameters { return libpq.name arguments; }
FUNCTIONS(CALL)
