#if defined(__x86_64__)
#define SCALAR float
#define INTEGER int32_t
#define MANTISSA 23
#define BIAS 127
#define VECTOR_BYTES 64
#define SET_NAME "avx512"
#define KERNELS kernels_avx512_float
#pragma clang attribute push(__attribute__((target("avx512f,avx512cd,avx512bw,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#include "kernels.inc"
#pragma clang attribute pop
#endif
