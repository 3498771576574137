/* The phases of a day: openDay, prepare, rank, slice, settle, and the day's end. */
#ifndef MARKET_PHASES_H
#define MARKET_PHASES_H

#include "market-core.h"
#include "market-pages.h"

/* Rationing and settlement. */
static int32_t *wanted_units, *wanting_offer, *card_owner;
static uint8_t *is_wanted;

static void open_workspace(void) {
  size_t cells = (size_t)z.markets * z.categories, listings = (size_t)z.offers * z.markets;
  size_t slots = (size_t)z.shelves * PAGE, rows = (size_t)z.shelves * ROWS;
#define ROOM(name, count) name = zeroed((count), sizeof *name)
  ROOM(visits, z.shelves), ROOM(review_term, z.offers), ROOM(cards, listings * CARD);
  ROOM(log_reference, cells), ROOM(quantiles, cells * QUANTILES);
  ROOM(category_start, z.categories + 1), ROOM(offer_at, z.offers), ROOM(position_of, z.offers);
  ROOM(live_listings, cells), ROOM(hash_at, z.offers), ROOM(has_stock, listings);
  ROOM(card_owner, z.offers), ROOM(is_sold_out_of, cells);
  ROOM(entry_start, z.categories + 1), ROOM(entry_row, z.entries), ROOM(entry_offer, z.entries);
  ROOM(entry_bid, z.entries), ROOM(entry_campaign, z.entries), ROOM(charge_order, z.entries);
  ROOM(entry_mask, (size_t)z.entries * z.markets), ROOM(campaign_open, z.campaigns);
  ROOM(campaign_pacing, z.campaigns), ROOM(campaign_phase, z.campaigns);
  ROOM(bid_value, (size_t)z.entries * z.markets), ROOM(due_ticks, z.entries);
  ROOM(entry_keys, z.entries);
  ROOM(top_count, z.shelves), ROOM(top_offer, z.shelves * ORGANIC);
  ROOM(top_facts, z.shelves * ORGANIC);
  ROOM(sponsored_count, z.shelves), ROOM(fact_row, slots);
  ROOM(bid_facts, (size_t)z.entries * z.markets * z.queries);
  ROOM(attraction, rows * SEGMENTS), ROOM(click_rate, rows), ROOM(fact_checkout, rows);
  ROOM(order_rate, slots), ROOM(click_only_rate, slots);
  ROOM(slot_count, SLICES * z.shelves), ROOM(page_offer, SLICES * slots);
  ROOM(page_entry, SLICES * slots), ROOM(page_price, SLICES * slots);
  ROOM(page_clicks, SLICES * slots), ROOM(page_orders, SLICES * slots);
  ROOM(page_units, SLICES * slots), ROOM(clicks, listings), ROOM(sold_orders, listings);
  ROOM(sold_units, listings), ROOM(lost_units, listings), ROOM(ad_clicks, z.entries);
  ROOM(ad_orders, z.entries), ROOM(ad_units, z.entries), ROOM(ad_ticks, z.entries);
  ROOM(candidate_row, z.offers), ROOM(candidate_facts, z.offers), ROOM(candidate_at, z.offers);
  ROOM(bid_entry_of, z.entries), ROOM(candidate_hash, z.offers);
  ROOM(bid_relevance, (size_t)z.entries * z.markets * z.queries);
  ROOM(candidate_relevance, (size_t)z.offers * z.queries), ROOM(bid_mask, z.entries);
  ROOM(candidate_base, z.offers), ROOM(candidate_click, z.offers), ROOM(prices, z.offers);
  ROOM(drawn_score, z.offers), ROOM(drawn_index, z.offers);
  ROOM(dealt, z.offers), ROOM(bucket_of, z.offers);
  ROOM(bid_worth, z.entries), ROOM(bid_share, z.entries), ROOM(bid_phase, z.entries);
  ROOM(wanted_units, listings), ROOM(is_wanted, z.offers), ROOM(wanting_offer, z.offers);
#undef ROOM
  memset(card_owner, 0xff, z.offers * 4);
  for (int r = 0; r < 256; r++) {
    relevance_score[r] = w.rank_relevance * r / 255;
    root_relevance[r] = sqrt(w.auction_floor + r / 255.0);
  }
  for (int i = 0; i < 4096; i++) noise[i] = (float)(w.rank_noise * gumbel[i]);
  for (int slot = 0; slot < PAGE; slot++)
    for (int d = 0; d < DEPTHS; d++)
      if (slot < depth_slots[d]) examined[slot] += depth_shares[d];
}

static int by_key(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

static void order_offers(void) {
  int is_ordered = category_start[z.categories] == z.offer_count;
  for (int k = 0; is_ordered && k < z.categories; k++) {
    int before = -1;
    for (int p = category_start[k]; p < category_start[k + 1]; p++) {
      int row = offer_at[p], number = offer_number[row];
      if (category_of[row] != k || number <= before ||
          hash_at[p] != mix32((uint32_t)number + 0x9e3779b9u)) {
        is_ordered = 0;
        break;
      }
      before = number;
    }
  }
  if (is_ordered) return;
  uint64_t *keys = malloc((size_t)z.offer_count * 8);
  for (int row = 0; row < z.offer_count; row++)
    keys[row] = (uint64_t)offer_number[row] * 131072 + row;
  qsort(keys, z.offer_count, 8, by_key);
  memset(category_start, 0, (z.categories + 1) * 4);
  for (int row = 0; row < z.offer_count; row++) category_start[category_of[row] + 1]++;
  for (int k = 0; k < z.categories; k++) category_start[k + 1] += category_start[k];
  int next[64];
  memcpy(next, category_start, z.categories * 4);
  for (int i = 0; i < z.offer_count; i++) {
    int row = keys[i] % 131072, position = next[category_of[row]]++;
    offer_at[position] = row;
    position_of[row] = position;
    hash_at[position] = mix32((uint32_t)offer_number[row] + 0x9e3779b9u);
  }
  free(keys);
}

static void index_entries(void) {
  for (int c = 0; c < z.campaigns; c++) {
    campaign_open[c] = campaign_on[c] != 0 && campaign_budget[c] > 0;
    campaign_pacing[c] = pacing[c];
  }
  int count = 0;
  uint64_t *keys = entry_keys;
  for (int row = 0; row < z.entries; row++)
    if (entry_bid_ticks[row] > 0 && campaign_open[entry_of_campaign[row]])
      keys[count++] = (uint64_t)offer_number[entry_of_offer[row]] * 262144 + row;
  qsort(keys, count, 8, by_key);
  memset(entry_start, 0, (z.categories + 1) * 4);
  for (int i = 0; i < count; i++)
    entry_start[category_of[entry_of_offer[keys[i] % 262144]] + 1]++;
  for (int k = 0; k < z.categories; k++) entry_start[k + 1] += entry_start[k];
  int next[64];
  memcpy(next, entry_start, z.categories * 4);
  for (int i = 0; i < count; i++) {
    int row = keys[i] % 262144, offer = entry_of_offer[row];
    int entry = next[category_of[offer]]++, campaign = entry_of_campaign[row];
    entry_row[entry] = row;
    entry_offer[entry] = offer;
    entry_bid[entry] = entry_bid_ticks[row];
    entry_campaign[entry] = campaign;
    charge_order[i] = entry;
    due_ticks[entry] = 0;
    for (int m = 0; m < z.markets; m++) {
      int mask = (uint32_t)entry_masks[(m >> 2) * z.entries + row] >> ((m & 3) * 8) & 0xff;
      entry_mask[entry * z.markets + m] = (uint32_t)campaign_markets[campaign] >> m & 1 ? mask : 0;
    }
  }
  entry_count = count;
}

static void draw_phases(int slice) {
  for (int c = 0; c < z.campaigns; c++)
    if (campaign_open[c])
      campaign_phase[c] = uniform(campaign_store[c] * 256 + campaign_number[c], 0,
                                  4 * z.day + slice, 8 * 65536, z.k0, z.k1);
}

static void open_day(int nth) {
  order_offers();
  for (int cell = 0; cell < z.markets * z.categories; cell++)
    for (int q = 0; q < z.queries; q++) {
      int shelf = cell * z.queries + q;
      double shock = fixed_exp(log_shock[shelf] - 0.5 * w.shock_sd * w.shock_sd);
      visits[shelf] = base_visits[shelf] * day_factor[nth] * shock;
    }
  memset(campaign_spent, 0, z.campaigns * 4);
  index_entries();
  draw_phases(0);
  size_t listings = (size_t)z.offer_count * z.markets;
  memset(clicks, 0, listings * 4);
  memset(sold_orders, 0, listings * 4);
  memset(sold_units, 0, listings * 4);
  memset(lost_units, 0, listings * 4);
  memset(ad_clicks, 0, z.entries * 4);
  memset(ad_orders, 0, z.entries * 4);
  memset(ad_units, 0, z.entries * 4);
  memset(ad_ticks, 0, z.entries * 8);
  memset(is_sold_out_of, 0, (size_t)z.markets * z.categories);
}

static void refresh_price(int offer, int market, size_t at) {
  int cell = market * z.categories + category_of[offer], goods = price_minor[at];
  if (discount_bp[at] != 0) {
    int day = z.day - z.burn_in + 1;
    if (day >= discount_from[at] && day <= discount_to[at])
      goods = (int)(((int64_t)goods * (10000 - discount_bp[at]) + 5000) / 10000);
  }
  int terms = terms_epoch[cell] * SERVICES_MAX + service[at];
  if (goods == goods_minor[at] && fee_minor[at] == seen_fee[at] &&
      promise_days[at] == seen_promise[at] && terms == seen_terms[at])
    return;
  fprintf(stderr, "a price changed, and trade is not here to ask\n");
  exit(1);
}

static void prepare(int from, int to) {
  for (int j = from; j < to; j++) {
    if (seen_sku[j] != sku_of[j]) exit(1);
    double count = review_count[j] + w.prior_reviews;
    double mean = (star_sum[j] + w.prior_reviews * w.prior_stars) / count;
    double squares = star_square_sum[j] + w.prior_reviews * w.prior_stars * w.prior_stars;
    double variance = squares / count - mean * mean, above = mean - w.stars_center;
    review_term[j] = w.stars * above + w.reviews * fixed_log(1 + review_count[j]) -
                     w.star_variance * variance - w.review_center;
    int age = z.day - born_on[j], s = store_of[j];
    double fresh = age < w.fresh_days ? w.fresh * (1 - age / w.fresh_days) : 0;
    double help = answered[s] < 0 ? -answered[s] : 0;
    double of_offer = w.rank_stars * above + fresh + tier_bonus[tier[s]] - w.rank_penalty * help;
    int position = position_of[j];
    int is_new = card_owner[position] != j;
    card_owner[position] = j;
    for (int m = 0; m < z.markets; m++) {
      size_t at = (size_t)j * z.markets + m;
      double *card = cards + ((size_t)m * z.offers + position) * CARD;
      int level = sanction[(size_t)s * z.markets + m];
      if (is_dropped[j] || listing[at] != 1 || level == 3) {
        card[RANK_BASE] = card[LOG_PRICE] = -INFINITY;
        has_stock[at] = 0;
        continue;
      }
      refresh_price(j, m, at);
      if (is_new || card[LOG_PRICE] == -INFINITY) {
        card[LOG_PRICE] = log_price[at];
        card[CHECKOUT] = checkout_share[at];
        card[DAYS] = promise_days[at];
      }
      int pool = is_last_mile[service[at]] ? 1 + m : 0;
      card[CONTENT] = content_milli[at];
      has_stock[at] = card[LOG_PRICE] != -INFINITY && stock[j * (z.markets + 1) + pool] > 0;
      if (!has_stock[at]) {
        card[RANK_BASE] = -INFINITY;
        continue;
      }
      double v = velocity[at], recent = v > 0 ? w.rank_velocity * fixed_log(1 + v) : 0;
      double base = of_offer + recent + w.rank_content * content_milli[at] -
                    w.rank_delivery * promise_days[at];
      card[RANK_BASE] = level == 2 ? base - w.rank_sanction : base;
    }
  }
}

static void run_slice(int slice, int from, int to) {
  bid_cell = -1;
  for (int shelf = from; shelf < to; shelf++) {
    if (lay_page(slice, shelf)) write_rates(slice, shelf);
    draw_shelf(slice, shelf);
  }
}

static void shorten_orders(int slice, int j, int m, int wanted, int served) {
  int first = (m * z.categories + category_of[j]) * z.queries, total = wanted, left = served;
  for (int shelf = first; shelf < first + z.queries; shelf++) {
    int start = (slice * z.shelves + shelf) * PAGE, end = start + slot_count[start / PAGE];
    for (int at = start; at < end; at++) {
      if (page_offer[at] != j || page_units[at] == 0) continue;
      int units = page_units[at], orders = page_orders[at];
      int kept = hypergeometric(units, total, left, offer_number[j], shelf, 4 * z.day + slice,
                                9 * 65536 + 32768, z.k0, z.k1);
      total -= units;
      left -= kept;
      int share = (2 * orders * kept + units) / (2 * units);
      int least = kept < 1 ? kept : 1;
      share = share < kept ? share : kept;
      page_units[at] = kept;
      page_orders[at] = share > least ? share : least;
    }
  }
}

static void serve_offer(int slice, int j) {
  int home = j * (z.markets + 1), wanted_home = 0;
  is_wanted[j] = 0;
  for (int m = 0; m < z.markets; m++) {
    size_t at = (size_t)j * z.markets + m;
    if (wanted_units[at] > 0 && !is_last_mile[service[at]]) wanted_home += wanted_units[at];
  }
  int left_home = stock[home] < wanted_home ? stock[home] : wanted_home;
  for (int m = 0; m < z.markets; m++) {
    size_t at = (size_t)j * z.markets + m;
    int wanted = wanted_units[at], is_local = is_last_mile[service[at]], served;
    if (wanted == 0) continue;
    wanted_units[at] = 0;
    int pool = is_local ? home + 1 + m : home;
    if (is_local) {
      served = wanted < stock[pool] ? wanted : stock[pool];
    } else {
      served = hypergeometric(wanted, wanted_home, left_home, offer_number[j], m,
                              4 * z.day + slice, 9 * 65536, z.k0, z.k1);
      wanted_home -= wanted;
      left_home -= served;
    }
    stock[pool] -= served;
    sold_units[at] += served;
    lost_units[at] += wanted - served;
    if (served < wanted) shorten_orders(slice, j, m, wanted, served);
    if (is_local && stock[pool] == 0) close_listing(j, m);
  }
  if (stock[home] != 0) return;
  for (int m = 0; m < z.markets; m++) {
    if (!is_last_mile[service[(size_t)j * z.markets + m]]) close_listing(j, m);
  }
}

static void count_entries(int slice) {
  for (int shelf = 0; shelf < z.shelves; shelf++) {
    int start = (slice * z.shelves + shelf) * PAGE, end = start + slot_count[start / PAGE];
    for (int at = start; at < end; at++) {
      int entry = page_entry[at];
      if (entry < 0) continue;
      int row = entry_row[entry];
      ad_clicks[row] += page_clicks[at];
      ad_orders[row] += page_orders[at];
      ad_units[row] += page_units[at];
      due_ticks[entry] += (double)page_clicks[at] * page_price[at];
    }
  }
}

static void count_listings(void) {
  for (int shelf = 0; shelf < z.shelves; shelf++) {
    int m = shelf / (z.categories * z.queries);
    for (int slice = 0; slice < SLICES; slice++) {
      int start = (slice * z.shelves + shelf) * PAGE, end = start + slot_count[start / PAGE];
      for (int at = start; at < end; at++) {
        if (page_clicks[at] == 0) continue;
        size_t row = (size_t)page_offer[at] * z.markets + m;
        clicks[row] += page_clicks[at];
        sold_orders[row] += page_orders[at];
      }
    }
  }
}

static void settle(int slice) {
  int wanting = 0;
  for (int shelf = 0; shelf < z.shelves; shelf++) {
    int m = shelf / (z.categories * z.queries);
    int start = (slice * z.shelves + shelf) * PAGE, end = start + slot_count[start / PAGE];
    for (int at = start; at < end; at++) {
      if (page_units[at] == 0) continue;
      int j = page_offer[at];
      wanted_units[(size_t)j * z.markets + m] += page_units[at];
      if (!is_wanted[j]) {
        is_wanted[j] = 1;
        wanting_offer[wanting++] = j;
      }
    }
  }
  for (int i = 0; i < wanting; i++) serve_offer(slice, wanting_offer[i]);
  count_entries(slice);
  for (int i = 0; i < entry_count; i++) {
    int entry = charge_order[i], c = entry_campaign[entry];
    if (due_ticks[entry] == 0) continue;
    double room = campaign_budget[c] - campaign_spent[c];
    double charge = due_ticks[entry] < room ? due_ticks[entry] : room;
    campaign_spent[c] += (int32_t)charge;
    ad_ticks[entry_row[entry]] += charge;
    due_ticks[entry] = 0;
  }
  double elapsed = 0;
  for (int t = 0; t <= slice; t++) elapsed += slice_shares[t];
  for (int c = 0; c < z.campaigns; c++) {
    if (!campaign_on[c] || campaign_budget[c] <= 0) continue;
    double planned = campaign_budget[c] * elapsed;
    double share = pacing[c] * (1 + w.pacing_gain * (planned - campaign_spent[c]) / planned);
    share = share < w.pacing_least ? w.pacing_least : share > 1 ? 1 : share;
    pacing[c] = campaign_pacing[c] = share;
    if (campaign_spent[c] >= campaign_budget[c]) campaign_open[c] = 0;
  }
  draw_phases(slice + 1);
  if (slice == SLICES - 1) count_listings();
}

static void close_day(void) {
  double gain = (1 - w.velocity_keep) * w.velocity_scale;
  size_t listings = (size_t)z.offer_count * z.markets;
  for (size_t at = 0; at < listings; at++)
    velocity[at] = w.velocity_keep * velocity[at] + gain * sold_units[at];
  double step = w.shock_sd * sqrt(1 - w.shock_memory * w.shock_memory);
  for (int shelf = 0; shelf < z.shelves; shelf++) {
    double n = normal_quantile(uniform(shelf, 0, 4 * (z.day + 1), 52 * 65536, z.k0, z.k1));
    log_shock[shelf] = w.shock_memory * log_shock[shelf] + step * n;
  }
  z.day++;
}

#endif
