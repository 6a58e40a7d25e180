// SQLite: databases in a file.
#ifndef GREENWOOD_CSQLITE_SHIM_H
#define GREENWOOD_CSQLITE_SHIM_H
#include <sqlite3.h>
#endif
