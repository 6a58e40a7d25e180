// R's own distribution functions. Rmath.h renames the common ones by macros (pnorm is pnorm5), which Swift
// cannot see, so each is given a plain function here.
#ifndef GREENWOOD_CRMATH_SHIM_H
#define GREENWOOD_CRMATH_SHIM_H
#define MATHLIB_STANDALONE 1
#include <Rmath.h>

static inline double rmath_pnorm(double x, int lower, int log) { return pnorm(x, 0.0, 1.0, lower, log); }
static inline double rmath_qnorm(double p, int lower, int log) { return qnorm(p, 0.0, 1.0, lower, log); }
static inline double rmath_dnorm(double x, int log) { return dnorm(x, 0.0, 1.0, log); }
#endif
