#define SCALAR double
#define INTEGER int64_t
#define MANTISSA 52
#define BIAS 1023
#define VECTOR_BYTES 16
#define SET_NAME "baseline"
#define KERNELS kernels_baseline_double
#include "kernels.inc"
