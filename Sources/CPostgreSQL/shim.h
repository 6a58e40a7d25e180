// libpq: the client of PostgreSQL and of the databases that speak its protocol.
#ifndef GREENWOOD_CPOSTGRESQL_SHIM_H
#define GREENWOOD_CPOSTGRESQL_SHIM_H
#include <libpq-fe.h>
#endif
