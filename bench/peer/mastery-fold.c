/*
 * The fold of a log of evidence as a plain loop, with the exponential of the C library: what a
 * program that needs no equal bits would do. Reads the columns, answers each byte on its input with
 * the milliseconds of processor time of one pass, and at the end writes the means of ability.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void *column(FILE *file, size_t count, size_t size) {
  void *values = malloc(count * size);
  if (values == NULL || fread(values, size, count, file) != count) exit(2);
  return values;
}

static double clamp(double x, double low, double high) {
  return x < low ? low : x > high ? high : x;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (file == NULL) return 2;
  int32_t sizes[2];
  if (fread(sizes, 4, 2, file) != 2) return 2;
  const int estimates = sizes[0], pieces = sizes[1], times = atoi(arguments[3]);
  int32_t *starts = column(file, estimates + 1, 4), *day = column(file, pieces, 4);
  int32_t *outcome = column(file, pieces, 4);
  double *weight = column(file, pieces, 8), *difficulty = column(file, pieces, 8);
  double *guess = column(file, pieces, 8), *slip = column(file, pieces, 8);
  double *theta = malloc(8 * estimates), *variance = malloc(8 * estimates);
  while (getchar() != EOF) {
    const clock_t begin = clock();
    for (int time = 0; time < times; time++) {
      for (int at = 0; at < estimates; at++) {
        double mean = 0, v = 1;
        for (int row = starts[at]; row < starts[at + 1]; row++) {
          if (row > starts[at] && day[row] != day[row - 1]) {
            const double days = day[row] - day[row - 1];
            v = 1 / (1 + (1 / v - 1) * exp(-days * 0.6931471805599453 / 365)) + 0.02;
            if (v > 1) v = 1;
          }
          const double q = 1 / (1 + exp(-1.4 * (mean - difficulty[row])));
          const double reach = 1 - guess[row] - slip[row];
          const double p = guess[row] + reach * q, gradient = reach * 1.4 * q * (1 - q);
          const double pull = weight[row] * gradient / (p * (1 - p));
          v = 1 / (1 / v + pull * gradient);
          const double step = clamp(v * pull * (outcome[row] / 1e6 - p), -1.5, 1.5);
          mean = clamp(mean + step, -6, 6);
        }
        theta[at] = mean;
        variance[at] = v;
      }
    }
    printf("%f\n", (double)(clock() - begin) * 1000 / CLOCKS_PER_SEC);
    fflush(stdout);
  }
  FILE *out = fopen(arguments[2], "wb");
  if (out == NULL || fwrite(theta, 8, estimates, out) != (size_t)estimates) return 2;
  if (fwrite(variance, 8, estimates, out) != (size_t)estimates) return 2;
  return fclose(out);
}
