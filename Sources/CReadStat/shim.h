// ReadStat: the files of SPSS, Stata and SAS.
#ifndef GREENWOOD_CREADSTAT_SHIM_H
#define GREENWOOD_CREADSTAT_SHIM_H
#include <readstat.h>
#endif
