/* Workspace, facts, ranking and auction: facts.ts, ranking.ts, auction.ts of kernel/market. */
#ifndef MARKET_RANKING_H
#define MARKET_RANKING_H

#include "market-core.h"

static double *visits, *review_term, *cards, *log_reference, *quantiles;
/* Fields of a card. */
enum { RANK_BASE, LOG_PRICE, CHECKOUT, CONTENT, DAYS, CARD };
static int32_t *category_start, *offer_at, *position_of, *live_listings;
static uint32_t *hash_at;
static uint8_t *has_stock, *is_sold_out_of;
static int32_t entry_count, *entry_start, *entry_row, *entry_offer, *entry_bid, *entry_campaign;
static int32_t *charge_order;
static uint8_t *entry_mask, *campaign_open;
static double *campaign_pacing, *campaign_phase, *bid_value, *due_ticks;
static uint64_t *entry_keys;
static int32_t *top_count, *top_offer, *top_facts, *sponsored_count, *fact_row;
static double *attraction, *click_rate, *fact_checkout, *order_rate, *click_only_rate;
static int32_t *slot_count, *page_offer, *page_entry, *page_price, *page_clicks, *page_orders;
static int32_t *page_units, *clicks, *sold_orders, *sold_units, *lost_units;
static int32_t *ad_clicks, *ad_orders, *ad_units;
static double *ad_ticks;
/* Scratch. */
static int32_t *candidate_row, *candidate_facts, *candidate_at, *drawn_index, *bid_entry_of;
static uint32_t *candidate_hash;
static uint8_t *bucket_of, *candidate_relevance, *bid_mask, *bid_relevance, *bid_facts;
static double *candidate_base, *candidate_click, *prices, *dealt, *drawn_score;
static double *bid_worth, *bid_share, *bid_phase;
static double relevance_score[256], root_relevance[256], examined[PAGE];
static float noise[4096];
static int bid_cell = -1, bid_count;

typedef struct {
  int count, has_more;
  double guess;
  int32_t entry[WINDOW];
  double score[WINDOW];
} Bidders;
static Bidders bidders;
static double heap_score[ORGANIC];
static int32_t heap_index[ORGANIC];

static inline int is_worse(const double *score, const int32_t *index, int at, double s, int i) {
  return score[at] < s || (score[at] == s && index[at] > i);
}

static inline void sink(double *score, int32_t *index, int size, double s, int i) {
  int at = 0;
  for (;;) {
    int child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && is_worse(score, index, child + 1, score[child], index[child])) child++;
    if (!is_worse(score, index, child, s, i)) break;
    score[at] = score[child];
    index[at] = index[child];
    at = child;
  }
  score[at] = s;
  index[at] = i;
}

static inline int offer_score(double *score, int32_t *index, int kept, int limit, double s, int i) {
  if (kept < limit) {
    int at = kept;
    while (at > 0) {
      int parent = (at - 1) >> 1;
      if (is_worse(score, index, parent, s, i)) break;
      score[at] = score[parent];
      index[at] = index[parent];
      at = parent;
    }
    score[at] = s;
    index[at] = i;
    return kept + 1;
  }
  if (s > score[0]) sink(score, index, limit, s, i);
  return kept;
}

static inline void sort_heap(double *score, int32_t *index, int kept) {
  for (int last = kept - 1; last > 0; last--) {
    double s = score[last];
    int i = index[last];
    score[last] = score[0];
    index[last] = index[0];
    sink(score, index, last, s, i);
  }
}

static double select_nth(double *values, int from, int end, int rank) {
  int low = from, high = end - 1;
  while (low < high) {
    double a = values[low], b = values[(low + high) >> 1], c = values[high];
    double least = a < b ? a : b, most = a < b ? b : a;
    double pivot = c < least ? least : c > most ? most : c;
    int left = low, right = high;
    while (left <= right) {
      while (values[left] < pivot) left++;
      while (values[right] > pivot) right--;
      if (left <= right) {
        double value = values[left];
        values[left++] = values[right];
        values[right--] = value;
      }
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank];
}

enum { BUCKETS = 256 };

/* Deals the values into buckets between the least and the greatest: order-statistics.ts. */
static void deal_values(int count, int32_t *starts) {
  double least = prices[0], greatest = prices[0];
  for (int i = 1; i < count; i++) {
    least = prices[i] < least ? prices[i] : least;
    greatest = prices[i] > greatest ? prices[i] : greatest;
  }
  double width = greatest - least, per_unit = width > 1e-300 ? (BUCKETS - 0.5) / width : 0;
  memset(starts, 0, (BUCKETS + 1) * 4);
  for (int i = 0; i < count; i++) {
    int bucket = (int)((prices[i] - least) * per_unit);
    bucket_of[i] = bucket;
    starts[bucket + 1]++;
  }
  for (int bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] += starts[bucket];
  for (int i = 0; i < count; i++) dealt[--starts[bucket_of[i] + 1]] = prices[i];
  memmove(starts, starts + 1, BUCKETS * 4);
  starts[BUCKETS] = count;
}

static void write_reference(int cell) {
  static const int hundredths[QUANTILES] = {10, 25, 50, 75, 90};
  int m = cell / z.categories, k = cell % z.categories, count = 0, bucket = 0;
  int32_t starts[BUCKETS + 1];
  for (int p = category_start[k]; p < category_start[k + 1]; p++) {
    double price = cards[((size_t)m * z.offers + p) * CARD + LOG_PRICE];
    if (price != -INFINITY) prices[count++] = price;
  }
  live_listings[cell] = count;
  log_reference[cell] = 0;
  memset(quantiles + cell * QUANTILES, 0, QUANTILES * 8);
  if (count == 0) return;
  deal_values(count, starts);
  for (int q = 0; q < QUANTILES; q++) {
    int rank = count * hundredths[q] / 100;
    while (starts[bucket + 1] <= rank) bucket++;
    double price = select_nth(dealt, starts[bucket], starts[bucket + 1], rank);
    quantiles[cell * QUANTILES + q] = floor(fixed_exp(price) + 0.5);
    if (q == 2) log_reference[cell] = price;
  }
}

static inline const double *card_of(int j, int cell) {
  return cards + ((size_t)(cell / z.categories) * z.offers + position_of[j]) * CARD;
}

static inline double price_ratio(const double *card, int cell) {
  double ratio = card[LOG_PRICE] - log_reference[cell];
  return ratio > w.ratio_max ? w.ratio_max : ratio < -w.ratio_max ? -w.ratio_max : ratio;
}

static double click_rate_of(int j, const double *card, int cell) {
  double ratio = price_ratio(card, cell);
  double bounded = ratio < w.click_ratio_max ? ratio : w.click_ratio_max;
  double rate = w.click_base * fixed_exp(w.click_content * card[CONTENT] / 1000 +
                                         w.click_review * review_term[j] - w.click_price * bounded);
  return rate < 1 ? rate : 1;
}

static void write_facts(int j, const double *card, int cell, double rate, size_t row) {
  double *restrict into = attraction + row * SEGMENTS;
  double ratio = price_ratio(card, cell), weighed = ratio * price_weight[cell % z.categories];
  double beyond = ratio - w.beyond_from > 0 ? ratio - w.beyond_from : 0;
  double own_fit = fit[j], own_review = review_term[j], days = card[DAYS];
  double common = w.content * card[CONTENT] / 1000 + w.service * answered[store_of[j]] -
                  w.beyond * beyond * beyond;
  for (int g = 0; g < SEGMENTS; g++)
    into[g] = fixed_exp(segment_fit[g] * own_fit + common + segment_review[g] * own_review -
                        segment_price[g] * weighed - segment_delivery[g] * days);
  click_rate[row] = rate;
  fact_checkout[row] = card[CHECKOUT];
}

static inline double candidate_click_rate(int index, const double *card, int cell) {
  if (candidate_click[index] < 0)
    candidate_click[index] = click_rate_of(candidate_row[index], card, cell);
  return candidate_click[index];
}

static int gather_candidates(int cell) {
  int m = cell / z.categories, k = cell % z.categories, count = 0;
  double reference = log_reference[cell];
  for (int p = category_start[k]; p < category_start[k + 1]; p++) {
    const double *card = cards + ((size_t)m * z.offers + p) * CARD;
    double base = card[RANK_BASE];
    candidate_at[p] = -1;
    if (base == -INFINITY) continue;
    double ratio = card[LOG_PRICE] - reference;
    ratio = ratio > w.ratio_max ? w.ratio_max : ratio < -w.ratio_max ? -w.ratio_max : ratio;
    candidate_at[p] = count;
    candidate_row[count] = offer_at[p];
    candidate_hash[count] = hash_at[p];
    candidate_base[count] = base - w.rank_price * ratio;
    size_t row = ((size_t)offer_at[p] * z.markets + m) * z.queries;
    for (int q = 0; q < z.queries; q++)
      candidate_relevance[(size_t)q * z.offers + count] = relevance[row + q];
    candidate_facts[count] = -1;
    candidate_click[count] = -1;
    count++;
  }
  return count;
}

static void value_bids(int cell) {
  int m = cell / z.categories, k = cell % z.categories;
  for (int e = entry_start[k]; e < entry_start[k + 1]; e++) {
    int j = entry_offer[e], candidate = candidate_at[position_of[j]];
    double value = -1;
    if (candidate >= 0 && entry_bid[e] >= reserve[cell] && entry_mask[e * z.markets + m]) {
      double click = candidate_click_rate(candidate, card_of(j, cell), cell);
      value = entry_bid[e] * sqrt(click * w.auction_scale);
      size_t listing = ((size_t)j * z.markets + m) * z.queries;
      for (int q = 0; q < z.queries; q++) {
        size_t at = (size_t)(m * z.queries + q) * entry_count + e;
        bid_relevance[at] = relevance[listing + q];
        bid_facts[at] = 0;
      }
    }
    bid_value[(size_t)m * entry_count + e] = value;
  }
}

static void close_listing(int j, int m) {
  size_t at = (size_t)j * z.markets + m;
  if (!has_stock[at]) return;
  has_stock[at] = 0;
  is_sold_out_of[m * z.categories + category_of[j]] = 1;
  for (int e = entry_start[category_of[j]]; e < entry_start[category_of[j] + 1]; e++)
    if (entry_offer[e] == j) bid_value[(size_t)m * entry_count + e] = -1;
}

static void gather_bids(int cell) {
  int m = cell / z.categories, k = cell % z.categories, count = 0;
  for (int e = entry_start[k]; e < entry_start[k + 1]; e++) {
    double value = bid_value[(size_t)m * entry_count + e];
    int c = entry_campaign[e];
    if (value < 0 || !campaign_open[c]) continue;
    bid_entry_of[count] = e;
    bid_mask[count] = entry_mask[e * z.markets + m];
    bid_worth[count] = value;
    bid_share[count] = campaign_pacing[c];
    bid_phase[count++] = campaign_phase[c];
  }
  bid_count = count;
  bid_cell = cell;
}

static inline void insert_bidder(int entry, double score) {
  int at = bidders.count;
  if (at == WINDOW) at--;
  else bidders.count++;
  for (; at > 0 && bidders.score[at - 1] < score; at--) {
    bidders.entry[at] = bidders.entry[at - 1];
    bidders.score[at] = bidders.score[at - 1];
  }
  bidders.entry[at] = entry;
  bidders.score[at] = score;
}

static void select_bidders(int shelf, double bound, double after_score, int after) {
  int q = shelf - bid_cell * z.queries, passed_over = 0;
  const uint8_t *of_query =
      bid_relevance + (size_t)(bid_cell / z.categories * z.queries + q) * entry_count;
  double turn = shelf * 0.6180339887498949, least = bound;
  bidders.count = 0;
  for (int bid = 0; bid < bid_count; bid++) {
    if (bid_worth[bid] * root_relevance[255] <= least) {
      passed_over++;
      continue;
    }
    double turned = bid_phase[bid] + turn;
    if (turned - floor(turned) >= bid_share[bid] || !(bid_mask[bid] >> q & 1)) continue;
    int entry = bid_entry_of[bid];
    double score = bid_worth[bid] * root_relevance[of_query[entry]];
    if (score > after_score || (score == after_score && entry <= after)) continue;
    if (score <= least) {
      passed_over++;
      continue;
    }
    if (bidders.count == WINDOW) passed_over++;
    insert_bidder(entry, score);
    if (bidders.count == WINDOW) least = bidders.score[WINDOW - 1];
  }
  bidders.has_more = passed_over > 0;
  bidders.guess = bidders.count == WINDOW ? least * 0.75 : -INFINITY;
}

static int draw_scores(int cell, int shelf, int candidates, double bound) {
  const uint8_t *of_query = candidate_relevance + (size_t)(shelf - cell * z.queries) * z.offers;
  uint32_t lottery = mix32(mix32(mix32((uint32_t)z.day ^ z.k0) ^ z.k1) + shelf);
  int drawn = 0;
  for (int i = 0; i < candidates; i++) {
    double score = relevance_score[of_query[i]] + candidate_base[i] +
                   noise[mix32(lottery ^ candidate_hash[i]) >> 20];
    if (score <= bound) continue;
    drawn_score[drawn] = score;
    drawn_index[drawn++] = i;
  }
  return drawn;
}

static double rank_shelf(int cell, int shelf, int candidates, double guess) {
  int kept = 0, drawn = draw_scores(cell, shelf, candidates, guess);
  if (drawn < ORGANIC) drawn = draw_scores(cell, shelf, candidates, -INFINITY);
  for (int i = 0; i < drawn; i++) {
    if (kept == ORGANIC && drawn_score[i] <= heap_score[0]) continue;
    kept = offer_score(heap_score, heap_index, kept, ORGANIC, drawn_score[i], drawn_index[i]);
  }
  sort_heap(heap_score, heap_index, kept);
  top_count[shelf] = kept;
  for (int i = 0; i < kept; i++) top_offer[shelf * ORGANIC + i] = candidate_row[heap_index[i]];
  return kept == ORGANIC ? heap_score[kept - 1] : -INFINITY;
}

static void keep_facts(int cell, int shelf) {
  int row = shelf * ROWS;
  for (int place = 0; place < top_count[shelf]; place++) {
    int index = heap_index[place], j = candidate_row[index];
    if (candidate_facts[index] < 0) {
      const double *card = card_of(j, cell);
      write_facts(j, card, cell, candidate_click_rate(index, card, cell), row);
      candidate_facts[index] = row++;
    }
    top_facts[shelf * ORGANIC + place] = candidate_facts[index];
  }
}

static void rank_shelves(int from, int to) {
  for (int shelf = from; shelf < to;) {
    int cell = shelf / z.queries, end = (cell + 1) * z.queries;
    if (end > to) end = to;
    write_reference(cell);
    int candidates = gather_candidates(cell);
    value_bids(cell);
    double last = -INFINITY;
    for (; shelf < end; shelf++) {
      last = rank_shelf(cell, shelf, candidates, last - 0.3);
      keep_facts(cell, shelf);
      sponsored_count[shelf] = 0;
    }
  }
}

#endif
