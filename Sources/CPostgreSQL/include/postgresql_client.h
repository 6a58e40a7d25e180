// The part of libpq, the client of PostgreSQL and of the databases that speak its protocol, that the program uses.
//
// libpq is loaded by the first connection and not with the program: it brings thirty libraries with it (TLS, Kerberos, LDAP),
// for which every study that reads files would wait longer than for all others together. The interface has been version 5
// since 2005.
#ifndef GREENWOOD_POSTGRESQL_CLIENT_H
#define GREENWOOD_POSTGRESQL_CLIENT_H

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef void (*PQnoticeProcessor)(void *argument, const char *message);

typedef enum { CONNECTION_OK = 0 } ConnStatusType;
typedef enum { PGRES_COMMAND_OK = 1, PGRES_TUPLES_OK = 2, PGRES_COPY_OUT = 3 } ExecStatusType;

// Loads libpq; 0 where it is not installed. The other functions may be called only after a success.
int greenwood_load_libpq(void);

PGconn *PQconnectdbParams(const char *const *keywords, const char *const *values, int expand_dbname);
void PQfinish(PGconn *connection);
ConnStatusType PQstatus(const PGconn *connection);
char *PQerrorMessage(const PGconn *connection);
int PQconnectionNeedsPassword(const PGconn *connection);
int PQconnectionUsedPassword(const PGconn *connection);
PQnoticeProcessor PQsetNoticeProcessor(PGconn *connection, PQnoticeProcessor processor, void *argument);
PGresult *PQexec(PGconn *connection, const char *query);
PGresult *PQprepare(
    PGconn *connection, const char *name, const char *query, int parameters, const unsigned int *parameter_types);
PGresult *PQdescribePrepared(PGconn *connection, const char *name);
PGresult *PQgetResult(PGconn *connection);
int PQgetCopyData(PGconn *connection, char **buffer, int async);
void PQfreemem(void *pointer);
void PQclear(PGresult *result);
ExecStatusType PQresultStatus(const PGresult *result);
char *PQresultErrorField(const PGresult *result, int field);
int PQntuples(const PGresult *result);
int PQnfields(const PGresult *result);
char *PQfname(const PGresult *result, int column);
unsigned int PQftype(const PGresult *result, int column);
char *PQgetvalue(const PGresult *result, int row, int column);
int PQgetisnull(const PGresult *result, int row, int column);
#endif
