#include <stddef.h>

#include "kernels.h"

extern const kernels kernels_baseline_float, kernels_baseline_double;
#if defined(__x86_64__)
extern const kernels kernels_avx2_float, kernels_avx2_double;
extern const kernels kernels_avx512_float, kernels_avx512_double;
#endif

const kernels *_Nullable kernels_of_set(int set, int scalar_size) {
  const int single = scalar_size == 4;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (set == kernel_set_avx512 && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return single ? &kernels_avx512_float : &kernels_avx512_double;
  if (set == kernel_set_avx2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    return single ? &kernels_avx2_float : &kernels_avx2_double;
#endif
  if (set == kernel_set_baseline) return single ? &kernels_baseline_float : &kernels_baseline_double;
  return NULL;
}

const kernels *kernels_best(int scalar_size) {
  for (int set = kernel_set_count - 1; set > kernel_set_baseline; set--) {
    const kernels *found = kernels_of_set(set, scalar_size);
    if (found) return found;
  }
  return scalar_size == 4 ? &kernels_baseline_float : &kernels_baseline_double;
}
