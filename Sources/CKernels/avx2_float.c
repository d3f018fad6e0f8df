#if defined(__x86_64__)
#define SCALAR float
#define INTEGER int32_t
#define MANTISSA 23
#define BIAS 127
#define VECTOR_BYTES 32
#define SET_NAME "avx2"
#define KERNELS kernels_avx2_float
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "kernels.inc"
#pragma clang attribute pop
#endif
