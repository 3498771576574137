/* Page, choice and draws: page.ts, choice.ts, draws.ts of kernel/market. */
#ifndef MARKET_PAGES_H
#define MARKET_PAGES_H

#include "market-ranking.h"

/* The page that is being laid out. */
static struct {
  int shelf, cell, market, start, bidder, next, sponsored, offers[SPONSORED];
  uint8_t is_taken[ORGANIC], *known;
} walk;

enum { UNRANKED = ROWS + 1 };

static void more_bidders(int shelf) {
  int last = bidders.count - 1;
  select_bidders(shelf, -INFINITY, bidders.score[last], bidders.entry[last]);
}

static int known_facts(int entry, int j) {
  if (walk.known[entry]) return walk.known[entry];
  int found = UNRANKED;
  for (int place = 0; place < top_count[walk.shelf]; place++)
    if (top_offer[walk.shelf * ORGANIC + place] == j) found = place + 1;
  return walk.known[entry] = found;
}

static int is_on_page(int entry) {
  int j = entry_offer[entry], known = known_facts(entry, j);
  if (known <= ORGANIC) return known <= walk.next || walk.is_taken[known - 1];
  for (int i = 0; i < walk.sponsored; i++)
    if (walk.offers[i] == j) return 1;
  return 0;
}

static int has_bidder(void) {
  for (;;) {
    for (; walk.bidder < bidders.count; walk.bidder++)
      if (!is_on_page(bidders.entry[walk.bidder])) return 1;
    if (!bidders.has_more) return 0;
    more_bidders(walk.shelf);
    walk.bidder = 0;
  }
}

static int sponsored_row(int entry, int j) {
  int shelf = walk.shelf, first = shelf * ROWS, known = known_facts(entry, j);
  if (known <= ORGANIC) {
    walk.is_taken[known - 1] = 1;
    return top_facts[shelf * ORGANIC + known - 1];
  }
  if (known != UNRANKED) return first + known - 1;
  int kept = sponsored_count[shelf];
  int row = ORGANIC + (kept < KEPT ? kept : KEPT + walk.sponsored);
  const double *card = card_of(j, walk.cell);
  write_facts(j, card, walk.cell, click_rate_of(j, card, walk.cell), first + row);
  if (kept < KEPT) {
    sponsored_count[shelf]++;
    walk.known[entry] = row + 1;
  }
  return first + row;
}

static void place_bidder(int place) {
  int entry = bidders.entry[walk.bidder], j = entry_offer[entry], bid = entry_bid[entry];
  double score = bidders.score[walk.bidder];
  page_offer[walk.start + place] = j;
  page_entry[walk.start + place] = entry;
  fact_row[walk.shelf * PAGE + place] = sponsored_row(entry, j);
  walk.offers[walk.sponsored++] = j;
  walk.bidder++;
  double price = reserve[walk.cell];
  if (has_bidder()) {
    double beat = floor(bidders.score[walk.bidder] / score * bid) + 1;
    if (beat > price) price = beat;
  }
  page_price[walk.start + place] = (int)(bid < price ? bid : price);
}

static int lay_page(int slice, int shelf) {
  static const int places[SPONSORED] = {0, 1, 2, 3, 14, 26};
  int start = (slice * z.shelves + shelf) * PAGE, ranked = top_count[shelf], place = 0;
  int most = SPONSORED, cell = shelf / z.queries, m = cell / z.categories;
  walk.shelf = shelf;
  walk.start = start;
  walk.cell = cell;
  walk.market = m;
  walk.known = bid_facts + (size_t)(m * z.queries + shelf - cell * z.queries) * entry_count;
  walk.bidder = walk.next = walk.sponsored = 0;
  memset(walk.is_taken, 0, ORGANIC);
  if (bid_cell != cell) {
    gather_bids(cell);
    bidders.guess = -INFINITY;
  }
  select_bidders(shelf, bidders.guess, INFINITY, -1);
  if (bidders.count == 0 && bidders.has_more) select_bidders(shelf, -INFINITY, INFINITY, -1);
  int is_any_sold_out = is_sold_out_of[cell];
  for (;;) {
    int has_room = walk.sponsored < most, end = has_room ? places[walk.sponsored] : PAGE;
    int next = walk.next;
    for (; place < end && next < ranked; next++) {
      int j = top_offer[shelf * ORGANIC + next];
      if (walk.is_taken[next]) continue;
      if (is_any_sold_out && !has_stock[(size_t)j * z.markets + m]) continue;
      page_offer[start + place] = j;
      page_entry[start + place] = -1;
      fact_row[shelf * PAGE + place++] = top_facts[shelf * ORGANIC + next];
    }
    walk.next = next;
    if (!has_room || place == PAGE) break;
    if (has_bidder()) place_bidder(place++);
    else most = walk.sponsored;
  }
  slot_count[slice * z.shelves + shelf] = place;
  if (slice == 0 || slot_count[(slice - 1) * z.shelves + shelf] != place) return 1;
  return memcmp(page_offer + start, page_offer + start - z.shelves * PAGE, place * 4) != 0;
}

static void write_rates(int slice, int shelf) {
  int count = slot_count[slice * z.shelves + shelf], cell = shelf / z.queries;
  int m = cell / z.categories, slot = 0;
  const int32_t *rows = fact_row + shelf * PAGE;
  double nest[DEPTHS][SEGMENTS], sum[SEGMENTS] = {0};
  for (int d = 0; d < DEPTHS; d++) {
    int end = count < depth_slots[d] ? count : depth_slots[d];
    for (; slot < end; slot++)
      for (int g = 0; g < SEGMENTS; g++) sum[g] += attraction[rows[slot] * SEGMENTS + g];
    memcpy(nest[d], sum, sizeof sum);
  }
  double outside = fixed_exp(log_outside[cell]);
  double earned[SEGMENTS] = {0}, each[SEGMENTS] = {0};
  for (int d = DEPTHS - 1; d >= 0; d--) {
    int is_new = d == DEPTHS - 1 || depth_slots[d] < count;
    for (int g = 0; g < SEGMENTS; g++) {
      if (is_new) {
        double s = nest[d][g], drawn = s > 0 ? fixed_exp(w.nest * fixed_log(s)) : 0;
        each[g] = s > 0 ? drawn / ((outside + drawn) * s) : 0;
      }
      earned[g] += visits[shelf] * segment_share[m * SEGMENTS + g] * depth_shares[d] * each[g];
      nest[d][g] = earned[g];
    }
  }
  slot = 0;
  for (int d = 0; d < DEPTHS; d++) {
    int end = count < depth_slots[d] ? count : depth_slots[d];
    for (; slot < end; slot++) {
      int row = rows[slot];
      const double *e = attraction + row * SEGMENTS, *v = nest[d];
      double buying = e[0] * v[0] + e[1] * v[1] + e[2] * v[2] + e[3] * v[3] + e[4] * v[4] +
                      e[5] * v[5] + e[6] * v[6] + e[7] * v[7];
      double completed = buying * fact_checkout[row];
      order_rate[shelf * PAGE + slot] = completed;
      click_only_rate[shelf * PAGE + slot] =
          click_rate[row] * (visits[shelf] * examined[slot] - buying) + (buying - completed);
    }
  }
}

static void draw_shelf(int slice, int shelf) {
  int count = slot_count[slice * z.shelves + shelf], start = (slice * z.shelves + shelf) * PAGE;
  uint32_t time = 4 * z.day + slice;
  double share = slice_shares[slice];
  for (int slot = 0; slot < count; slot++) {
    int at = start + slot;
    uint32_t number = offer_number[page_offer[at]];
    Block block = philox(number, shelf, time, 65536, z.k0, z.k1);
    double u = uniform_of(block.w[0], block.w[1]), v = uniform_of(block.w[2], block.w[3]);
    double wanted = order_rate[shelf * PAGE + slot] * share;
    double opened = click_only_rate[shelf * PAGE + slot] * share;
    int orders = (int)poisson_from(wanted, u, number, shelf, time, 65536, z.k0, z.k1);
    int looks = (int)poisson_from(opened, v, number, shelf, time, 2 * 65536, z.k0, z.k1);
    page_orders[at] = orders;
    page_clicks[at] = orders + looks;
    page_units[at] = 0;
    if (orders == 0) continue;
    double extra = w.extra_units * orders;
    double x = uniform(number, shelf, time, 6 * 65536, z.k0, z.k1);
    page_units[at] =
        orders + (int)poisson_from(extra, x, number, shelf, time, 6 * 65536, z.k0, z.k1);
  }
}

#endif
