#define SCALAR float
#define INTEGER int32_t
#define MANTISSA 23
#define BIAS 127
#define VECTOR_BYTES 16
#define SET_NAME "baseline"
#define KERNELS kernels_baseline_float
#include "kernels.inc"
