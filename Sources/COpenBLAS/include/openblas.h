/// The few OpenBLAS functions the engine calls, as types of function pointers.
///
/// The library is opened on the first product (see `OpenBLAS.swift`), not linked: opening it costs
/// milliseconds and starts its threads, and `gradbook check` never multiplies. It must also be
/// opened after `OPENBLAS_CORETYPE` has been chosen. So nothing here needs the library to build.
///
/// The enumerators' values are those of the reference CBLAS interface (netlib `cblas.h`); `int` is
/// the 32-bit index type of an LP64 build, which is what distributions ship as `libopenblas.so.0`.
#ifndef GRADBOOK_OPENBLAS_H
#define GRADBOOK_OPENBLAS_H

enum openblas_order { openblas_row_major = 101 };
enum openblas_transpose { openblas_no_transpose = 111, openblas_transposed = 112 };

typedef void (*openblas_sgemm)(int order, int transpose_a, int transpose_b, int m, int n, int k,
                               float alpha, const float *a, int lda, const float *b, int ldb,
                               float beta, float *c, int ldc);
typedef void (*openblas_dgemm)(int order, int transpose_a, int transpose_b, int m, int n, int k,
                               double alpha, const double *a, int lda, const double *b, int ldb,
                               double beta, double *c, int ldc);
typedef void (*openblas_sgemv)(int order, int transpose_a, int m, int n, float alpha,
                               const float *a, int lda, const float *x, int incx, float beta,
                               float *y, int incy);
typedef void (*openblas_dgemv)(int order, int transpose_a, int m, int n, double alpha,
                               const double *a, int lda, const double *x, int incx, double beta,
                               double *y, int incy);
/// `openblas_get_corename` and `openblas_get_config`.
typedef const char *(*openblas_get_word)(void);

/// Whether this processor runs the library's SKYLAKEX kernels (AVX-512 F, CD, BW, DQ and VL).
int openblas_runs_skylakex(void);

#endif
