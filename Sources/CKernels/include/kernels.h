/// The innermost loops of training, compiled once for each instruction set.
///
/// Swift cannot compile one function for several processors, and a binary built for AVX-512 alone
/// would die on an older one; so these loops, and only these, are C. `kernels.inc` holds them
/// once, over vectors whose width the including file states; a table of function pointers is
/// chosen when the program runs.
///
/// Conventions, which the callers keep (`Sources/Neural/Fast`):
/// - Scalars are `float` or `double`, as the table's `scalar_size` says; buffers are `void *`.
/// - Every buffer that is read by vectors starts on 64 bytes. A "stride" is the number of scalars
///   from one row to the next and a multiple of 64 bytes, and so is a count of vectorized scalars:
///   no loop has a tail. Lanes past the valid ones hold finite numbers.
/// - A table of functions does not allocate, does not keep what it is given, and has no state.
#ifndef GRADBOOK_KERNELS_H
#define GRADBOOK_KERNELS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// What a product starts from.
enum kernel_start {
  kernel_start_zero,
  /// c[i, :] starts at start[i]: a bias, where rows are units.
  kernel_start_rows,
  /// c[:, j] starts at start[j]: a bias, where columns are units.
  kernel_start_columns,
  /// c starts at what it holds.
  kernel_start_result,
};

enum kernel_activation {
  kernel_linear,
  kernel_sigmoid,
  kernel_tanh,
  kernel_relu,
  kernel_leaky_relu,
};

enum kernel_loss { kernel_cross_entropy, kernel_binary_cross_entropy, kernel_quadratic };

/// Samples of which only the features that are not zero are listed, and each by a code: the
/// feature `index[q]` of sample s is `table[code[q]]` for start[s] ≤ q < start[s + 1].
typedef struct kernel_sparse {
  const uint32_t *start;
  const uint16_t *index;
  const uint8_t *code;
  /// 256 scalars.
  const void *table;
} kernel_sparse;

/// The same for one batch by feature: `entry[q]` is `position in the batch · 256 + code` for
/// start[f] ≤ q < start[f + 1].
typedef struct kernel_features {
  uint32_t *start;
  uint32_t *entry;
  long count;
} kernel_features;

/// What an optimizer's update needs; which of it, the update says.
typedef struct kernel_update {
  double rate;
  double beta1, beta2;
  double epsilon;
  /// 1 − β₁ᵗ and 1 − β₂ᵗ.
  double correction1, correction2;
  /// λ of a decay that is decoupled from the gradient.
  double decay;
} kernel_update;

typedef struct kernels {
  const char *name;
  int scalar_size;

  /// c[i, j] = start + Σₖ a[i · a_row + k · a_step] · b[k, j], for i < m, k < depth; n vectorized.
  void (*product)(const void *a, long a_row, long a_step, const void *b, long b_stride, int start,
                  const void *_Nullable bias, void *c, long c_stride, long m, long depth, long n);
  /// c[i, j] = Σₖ a[i, k] · b[j, k], for i < m, j < n; depth vectorized. c_stride is any.
  void (*dots)(const void *a, long a_stride, const void *b, long b_stride, void *c, long c_stride,
               long m, long n, long depth);
  /// sums[i] = Σₖ a[i, k], for i < m; n vectorized.
  void (*row_sums)(const void *a, long stride, void *sums, long m, long n);
  /// sums[j] = Σᵢ a[i, j], for i < m; n vectorized.
  void (*column_sums)(const void *a, long stride, void *sums, long m, long n);
  /// to[j, i] = from[i, j], for i < rows, j < columns.
  void (*transpose)(const void *from, long from_stride, void *to, long to_stride, long rows,
                    long columns);
  /// to[i, :] = from[i, :] + bias[i]; n vectorized.
  void (*add_bias)(const void *from, const void *bias, void *to, long stride, long m, long n);

  /// a = f(z) in place, for m rows; n vectorized.
  void (*activate)(int activation, double slope, void *z, long stride, long m, long n);
  /// g ← g ⊙ f′, given a = f(z), likewise.
  void (*pull)(int activation, double slope, const void *a, void *g, long stride, long m, long n);
  /// Softmax over the units of one sample, in place; of columns, n are vectorized.
  void (*softmax_columns)(void *z, long stride, long units, long n);
  void (*softmax_rows)(void *z, long stride, long rows, long units);
  /// g ← a ⊙ (g − Σ a ⊙ g), the sum over the units of one sample.
  void (*softmax_pull_columns)(const void *a, void *g, long stride, long units, long n);
  void (*softmax_pull_rows)(const void *a, void *g, long stride, long rows, long units);

  /// Softmax and cross-entropy at once: z becomes ∂L/∂z = a Σy − y, times `scale`, with zeros past
  /// the valid lanes of n. Adds the samples' loss to `loss`, unless that is null.
  void (*softmax_loss_columns)(void *z, const void *y, long stride, long units, long n, long valid,
                               double scale, double *_Nullable loss);
  void (*softmax_loss_rows)(void *z, const void *y, long stride, long rows, long units,
                            double scale, double *_Nullable loss);
  /// Sigmoid and binary cross-entropy at once: z becomes (a − y) · scale.
  void (*sigmoid_loss)(void *z, const void *y, long stride, long rows, long n, long valid,
                       double scale, double *_Nullable loss);
  /// Any other pair: g = ∂L/∂a · scale, and the loss as above.
  void (*loss_gradient)(int loss, const void *a, const void *y, void *g, long stride, long rows,
                        long n, long valid, double scale, double *_Nullable value);

  /// to[f, p] = from[order[p], f], as columns, or to[p, f], as rows.
  void (*gather_columns)(const double *from, long features, const int32_t *order, long count,
                         void *to, long to_stride);
  void (*gather_rows)(const double *from, long features, const int32_t *order, long count,
                      void *to, long to_stride);
  /// The same from bytes, each standing for `table[byte]`.
  void (*gather_byte_columns)(const uint8_t *from, const void *table, long features,
                              const int32_t *order, long count, void *to, long to_stride);
  void (*gather_byte_rows)(const uint8_t *from, const void *table, long features,
                           const int32_t *order, long count, void *to, long to_stride);
  /// One at y[label · unit_step + p · sample_step], zero elsewhere in y's `size` scalars; the label
  /// itself where there is one unit.
  void (*one_hot)(const int32_t *labels, const int32_t *order, long count, void *y, long unit_step,
                  long sample_step, long units, long size);
  /// How many samples have their largest output at their label, or above the threshold if there is
  /// one output and the label is 1.
  long (*hits_columns)(const void *z, long stride, long units, double threshold,
                       const int32_t *labels, const int32_t *order, long count);
  long (*hits_rows)(const void *z, long stride, long units, double threshold,
                    const int32_t *labels, const int32_t *order, long count);
  int (*is_finite)(const void *x, long count);

  /// How many bytes are not zero.
  long (*count_nonzero)(const uint8_t *bytes, long count);
  /// Where one sample's bytes are not zero, and what they are; the number of them. There must be
  /// room for one more.
  long (*list_nonzero)(const uint8_t *bytes, long features, uint16_t *index, uint8_t *code);

  /// z[p, :] = bias + Σ_q table[code[q]] · w[index[q], :] for the samples order[0 ..< count];
  /// `following` more of `order` may be read, to fetch what the next call needs.
  void (*sparse_product)(kernel_sparse x, const int32_t *order, long count, long following,
                         const void *w, long w_stride, const void *bias, void *z, long z_stride,
                         long n);
  /// Lists a batch by feature.
  void (*sparse_features)(kernel_sparse x, const int32_t *order, long count, kernel_features to);
  /// w[f, :] −= rate · Σ_p x[p, f] · d[p, :]; only of the features that occur.
  void (*sparse_descend)(kernel_features x, const void *table, const void *d, long d_stride,
                         void *w, long w_stride, long n, double rate);
  /// w[f, :] −= rate · x[f] · d for one sample.
  void (*sparse_descend_one)(kernel_sparse x, int32_t sample, const void *d, void *w,
                             long w_stride, long n, double rate);
  /// w[i, :] −= rate · x[i] · d, for i < m: one sample's step.
  void (*descend_one)(const void *x, const void *d, void *w, long w_stride, long m, long n,
                      double rate);

  /// y += factor · x.
  void (*add)(const void *x, void *y, double factor, long count);
  /// y += factor · sign(x), with sign(0) = 0.
  void (*add_sign)(const void *x, void *y, double factor, long count);
  /// x ← factor · x.
  void (*scale)(void *x, double factor, long count);
  /// to = x ⊙ y, for m rows; n vectorized. `to` may be one of the two.
  void (*multiply)(const void *x, const void *y, void *to, long stride, long m, long n);
  /// x ← min(max(x, −limit), limit).
  void (*clip)(void *x, double limit, long count);
  /// Σ x².
  double (*square_sum)(const void *x, long count);

  /// w −= rate · g.
  void (*descend)(void *w, const void *g, kernel_update u, long count);
  void (*momentum)(void *w, const void *g, void *velocity, kernel_update u, long count);
  void (*nesterov)(void *w, const void *g, void *velocity, kernel_update u, long count);
  void (*rmsprop)(void *w, const void *g, void *square, kernel_update u, long count);
  void (*adagrad)(void *w, const void *g, void *square, kernel_update u, long count);
  void (*adam)(void *w, const void *g, void *mean, void *square, kernel_update u, long count);
} kernels;

/// Instruction sets, the narrowest first.
enum kernel_set { kernel_set_baseline, kernel_set_avx2, kernel_set_avx512, kernel_set_count };

/// The kernels of one set for scalars of 4 or 8 bytes; null where the processor cannot run it.
const kernels *_Nullable kernels_of_set(int set, int scalar_size);

/// The widest kernels this processor runs.
const kernels *kernels_best(int scalar_size);

#pragma clang assume_nonnull end

#endif
