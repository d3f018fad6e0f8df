#if defined(__x86_64__)
#define SCALAR double
#define INTEGER int64_t
#define MANTISSA 52
#define BIAS 1023
#define VECTOR_BYTES 64
#define SET_NAME "avx512"
#define KERNELS kernels_avx512_double
#pragma clang attribute push(__attribute__((target("avx512f,avx512cd,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#include "kernels.inc"
#pragma clang attribute pop
#endif
