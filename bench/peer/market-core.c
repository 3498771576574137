/*
 * The market's day in C: the yardstick of the bench market-vs-c. The same algorithm as the phases
 * of kernel/market, with every saving they have, and the same digest to the last bit.
 *
 *   gcc -O3 -march=native -ffp-contract=off market-core.c -lm -o market-core
 *   ./market-core <dump> <days> <warm-up days>
 */
#include "market-core.h"
#include "market-phases.h"

#include <time.h>

/* Processor time, so that neighbors on the machine do not count. */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static double phase_ms[6];

static double run_day(int nth) {
  double t0 = now();
  open_day(nth);
  double t1 = now();
  prepare(0, z.offer_count);
  double t2 = now();
  rank_shelves(0, z.shelves);
  double t3 = now();
  phase_ms[0] += t1 - t0;
  phase_ms[1] += t2 - t1;
  phase_ms[2] += t3 - t2;
  for (int slice = 0; slice < SLICES; slice++) {
    double a = now();
    run_slice(slice, 0, z.shelves);
    double b = now();
    settle(slice);
    phase_ms[3] += b - a;
    phase_ms[4] += now() - b;
  }
  double t4 = now();
  close_day();
  double t5 = now();
  phase_ms[5] += t5 - t4;
  return t5 - t0;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  open_numbers();
  read_market(arguments[1]);
  open_workspace();
  int days = atoi(arguments[2]), warm = atoi(arguments[3]);
  /* One line a day, so that the bench can let both arms take turns: it asks by a byte. */
  for (int day = 0; day < days; day++) {
    if (day >= warm && getchar() == EOF) return 1;
    memset(phase_ms, 0, sizeof phase_ms);
    double ms = run_day(day);
    if (day < warm) continue;
    printf("%.3f", ms);
    for (int phase = 0; phase < 6; phase++) printf(" %.3f", phase_ms[phase]);
    printf("\n");
    fflush(stdout);
  }
  Hash hash = {0x811c9dc5u, 0x9e3779b9u};
  size_t listings = (size_t)z.offer_count * z.markets;
  mix_column(&hash, stock, (size_t)z.offer_count * (z.markets + 1) * 4);
  mix_column(&hash, velocity, listings * 8);
  mix_column(&hash, log_shock, (size_t)z.shelves * 8);
  mix_column(&hash, pacing, (size_t)z.campaigns * 8);
  mix_column(&hash, campaign_spent, (size_t)z.campaigns * 4);
  mix_column(&hash, clicks, listings * 4);
  mix_column(&hash, sold_orders, listings * 4);
  mix_column(&hash, sold_units, listings * 4);
  mix_column(&hash, ad_ticks, (size_t)z.entries * 8);
  printf("%08x%08x\n", hash.a, hash.b);
  return 0;
}
