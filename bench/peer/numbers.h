/*
 * The kernel's fixed operations and samplers in C, operation for operation: kernel/number and
 * kernel/random. Compile with -ffp-contract=off, or fused multiply-adds change last bits.
 */
#ifndef NUMBERS_H
#define NUMBERS_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPONENT_MAX 1010
static double powers_of_two[2 * EXPONENT_MAX + 1];
static double ln_factorials[1024];
static double gumbel[4096];

static inline double fixed_exp(double x) {
  if (x < -700) return 0;
  if (x > 700) x = 700;
  double k = floor(x * 1.4426950408889634 + 0.5);
  double r = x - k * 0.6931471803691238 - k * 1.9082149292705877e-10;
  double p = 2.505210838544172e-8 + r * 2.08767569878681e-9;
  p = 2.755731922398589e-7 + r * p;
  p = 2.7557319223985893e-6 + r * p;
  p = 2.48015873015873e-5 + r * p;
  p = 0.0001984126984126984 + r * p;
  p = 0.001388888888888889 + r * p;
  p = 0.008333333333333333 + r * p;
  p = 0.041666666666666664 + r * p;
  p = 0.16666666666666666 + r * p;
  p = 0.5 + r * p;
  p = 1 + r * p;
  p = 1 + r * p;
  return p * powers_of_two[(int)k + EXPONENT_MAX];
}

static inline double fixed_log(double x) {
  union { double d; uint64_t u; } bits = {x};
  int k = (int)(bits.u >> 52) - 1023;
  bits.u = (bits.u & 0xfffffffffffffULL) | 0x3ff0000000000000ULL;
  double m = bits.d;
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k++;
  }
  double s = (m - 1) / (m + 1), z = s * s;
  double p = 0.058823529411764705 + z * 0.05263157894736842;
  p = 0.06666666666666667 + z * p;
  p = 0.07692307692307693 + z * p;
  p = 0.09090909090909091 + z * p;
  p = 0.1111111111111111 + z * p;
  p = 0.14285714285714285 + z * p;
  p = 0.2 + z * p;
  p = 0.3333333333333333 + z * p;
  p = 1 + z * p;
  return k * 0.6931471805599453 + 2 * s * p;
}

typedef struct { uint32_t w[4]; } Block;

static inline Block philox(uint32_t c0, uint32_t c1, uint32_t c2, uint32_t c3, uint32_t k0,
                           uint32_t k1) {
  for (int round = 0; round < 10; round++) {
    uint64_t a = (uint64_t)0xd2511f53u * c0, b = (uint64_t)0xcd9e8d57u * c2;
    c0 = (uint32_t)(b >> 32) ^ c1 ^ k0;
    c2 = (uint32_t)(a >> 32) ^ c3 ^ k1;
    c1 = (uint32_t)b;
    c3 = (uint32_t)a;
    k0 += 0x9e3779b9u;
    k1 += 0xbb67ae85u;
  }
  return (Block){{c0, c1, c2, c3}};
}

static inline double uniform_of(uint32_t a, uint32_t b) {
  return ((a >> 6) * 67108864.0 + (b >> 6) + 0.5) * 2.220446049250313e-16;
}

static inline double uniform(uint32_t c0, uint32_t c1, uint32_t c2, uint32_t c3, uint32_t k0,
                             uint32_t k1) {
  Block block = philox(c0, c1, c2, c3, k0, k1);
  return uniform_of(block.w[0], block.w[1]);
}

static inline uint32_t mix32(uint32_t x) {
  x ^= x >> 16;
  x *= 0x21f0aaadu;
  x ^= x >> 15;
  x *= 0x735a2d97u;
  return x ^ (x >> 15);
}

static inline double ln_factorial(double k) {
  if (k < 1024) return ln_factorials[(int)k];
  double x = k + 1;
  return (x - 0.5) * fixed_log(x) - x + 0.9189385332046727 + 1 / (12 * x) - 1 / (360 * x * x * x);
}

static double poisson_reject(double mean, uint32_t c0, uint32_t c1, uint32_t c2, uint32_t c3,
                             uint32_t k0, uint32_t k1) {
  double root = sqrt(mean), log_mean = fixed_log(mean);
  double b = 0.931 + 2.53 * root, a = -0.059 + 0.02483 * b;
  double log_inverse_alpha = fixed_log(1.1239 + 1.1328 / (b - 3.4));
  double vr = 0.9277 - 3.6224 / (b - 2);
  for (int retry = 1; retry < 64; retry++) {
    Block block = philox(c0, c1, c2, c3 + retry, k0, k1);
    double u = uniform_of(block.w[0], block.w[1]) - 0.5;
    double v = uniform_of(block.w[2], block.w[3]);
    double us = 0.5 - fabs(u);
    double count = floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    double left = fixed_log(v) + log_inverse_alpha - fixed_log(a / (us * us) + b);
    if (left <= count * log_mean - mean - ln_factorial(count)) return count;
  }
  return floor(mean + 0.5);
}

static inline double poisson_from(double mean, double u, uint32_t c0, uint32_t c1, uint32_t c2,
                                  uint32_t c3, uint32_t k0, uint32_t k1) {
  if (mean <= 0 || u < 1 - mean) return 0;
  if (mean >= 12) return poisson_reject(mean, c0, c1, c2, c3, k0, k1);
  double term = fixed_exp(-mean), sum = term, count = 0;
  while (u >= sum) {
    count++;
    term *= mean / count;
    double next = sum + term;
    if (next == sum) return count;
    sum = next;
  }
  return count;
}

/* Units are drawn one by one: the bench never asks for more than 4,096 of a pool. */
static int hypergeometric(int marked, int total, int drawn, uint32_t c0, uint32_t c1, uint32_t c2,
                          uint32_t c3, uint32_t k0, uint32_t k1) {
  if (marked == 0 || drawn == 0) return 0;
  if (marked == total) return drawn;
  if (drawn == total) return marked;
  if (drawn > 4096) {
    fprintf(stderr, "a pool of %d units is too large for the bench\n", drawn);
    exit(1);
  }
  int left = marked;
  for (int unit = 0; unit < drawn && left > 0; unit++)
    if (uniform(c0, c1, c2, c3 + unit, k0, k1) * (total - unit) < left) left--;
  return marked - left;
}

static double horner(const double *coefficients, double r) {
  double value = 0;
  for (int i = 7; i >= 0; i--) value = value * r + coefficients[i];
  return value;
}

static double normal_quantile(double p) {
  static const double center[2][8] = {
      {3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
       45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227},
      {1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
       39307.89580009271, 28729.085735721943, 5226.495278852854}};
  static const double shoulder[2][8] = {
      {1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
       1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414},
      {1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
       0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9}};
  static const double tail[2][8] = {
      {6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
       0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5,
       2.0103343992922881e-7},
      {1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
       1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15}};
  double q = p - 0.5;
  if (fabs(q) <= 0.425) {
    double r = 0.180625 - q * q;
    return q * (horner(center[0], r) / horner(center[1], r));
  }
  double r = sqrt(-fixed_log(q < 0 ? p : 1 - p));
  double x = r <= 5 ? horner(shoulder[0], r - 1.6) / horner(shoulder[1], r - 1.6)
                    : horner(tail[0], r - 5) / horner(tail[1], r - 5);
  return q < 0 ? -x : x;
}

/* Two FNV lanes over 32-bit words, as kernel/number/fnv.ts. */
typedef struct { uint32_t a, b; } Hash;

static void mix_word(Hash *hash, uint32_t word) {
  uint32_t a = (hash->a ^ word) * 0x01000193u;
  uint32_t b = (hash->b ^ (word << 16 | word >> 16)) * 0x85ebca6bu;
  hash->a = a ^ a >> 13;
  hash->b = b ^ b >> 15;
}

static void mix_column(Hash *hash, const void *column, size_t bytes) {
  const uint32_t *words = column;
  mix_word(hash, (uint32_t)bytes);
  for (size_t i = 0; i < bytes / 4; i++) mix_word(hash, words[i]);
}

static void open_numbers(void) {
  double up = 1, down = 1;
  for (int k = 0; k <= EXPONENT_MAX; k++, up *= 2, down *= 0.5) {
    powers_of_two[EXPONENT_MAX + k] = up;
    powers_of_two[EXPONENT_MAX - k] = down;
  }
  for (int k = 2; k < 1024; k++) ln_factorials[k] = ln_factorials[k - 1] + fixed_log(k);
  for (int i = 0; i < 4096; i++) gumbel[i] = -fixed_log(-fixed_log((i + 0.5) / 4096));
}

#endif
