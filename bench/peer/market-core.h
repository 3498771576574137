/* What the bench hands over: sizes, world and state, in the order of market-dump.ts. */
#ifndef MARKET_CORE_H
#define MARKET_CORE_H

#include "numbers.h"

enum {
  ORGANIC = 48,
  SPONSORED = 6,
  KEPT = 16,
  PAGE = 54,
  ROWS = 70,
  WINDOW = 12,
  SEGMENTS = 8,
  DEPTHS = 5,
  SLICES = 4,
  QUANTILES = 5,
  SERVICES_MAX = 1024
};

typedef struct {
  int stores, offers, offer_count, markets, categories, queries, shelves, entries, campaigns, day;
  int burn_in, days;
  uint32_t k0, k1;
} Sizes;

typedef struct {
  double content, service, ratio_max, beyond, beyond_from, click_base, click_content, click_review,
      click_price, click_ratio_max, rank_velocity, rank_content, rank_delivery, rank_price,
      rank_sanction, nest,
      extra_units, prior_stars, prior_reviews, stars_center, stars, reviews, star_variance,
      review_center, rank_stars, rank_penalty, fresh, fresh_days, shock_memory, shock_sd,
      velocity_keep, velocity_scale, pacing_gain, pacing_least, rank_relevance, rank_noise,
      auction_floor, auction_scale;
} Weights;

/* World. */
static Sizes z;
static Weights w;
static double *base_visits, *segment_price, *segment_fit, *segment_review, *segment_delivery;
static double *segment_share, *price_weight, *slice_shares, *depth_shares, *tier_bonus, *day_factor;
static int32_t *reserve, *depth_slots;
static uint8_t *is_last_mile;
/* State. */
static int32_t *store_of, *offer_number, *sku_of, *category_of, *born_on, *is_dropped;
static int32_t *review_count, *star_sum, *star_square_sum, *stock, *price_minor, *fee_minor, *tier;
static uint8_t *listing, *relevance, *sanction;
static int16_t *service, *promise_days, *discount_bp, *discount_from, *discount_to, *content_milli;
static double *fit, *velocity, *answered, *log_shock, *log_outside, *pacing;
static int32_t *campaign_store, *campaign_on, *campaign_budget, *campaign_spent, *campaign_markets;
static int32_t *campaign_number;
static int32_t *entry_of_campaign, *entry_of_offer, *entry_bid_ticks, *entry_masks;
/* Landed prices, as trade gave them; they are looked at and found unchanged each day. */
static int32_t *goods_minor, *seen_fee, *seen_terms, *terms_epoch, *seen_sku;
static int16_t *seen_promise;
static double *log_price, *checkout_share;

static inline void *read_column(FILE *file, size_t count, size_t width) {
  void *memory = aligned_alloc(64, (count * width + 64) / 64 * 64);
  int32_t bytes;
  if (fread(&bytes, 4, 1, file) != 1 || (size_t)bytes != count * width ||
      fread(memory, width, count, file) != count) {
    fprintf(stderr, "the dump is not the one expected\n");
    exit(1);
  }
  return memory;
}

static inline void *zeroed(size_t count, size_t width) {
  void *memory = aligned_alloc(64, (count * width + 64) / 64 * 64);
  memset(memory, 0, (count * width + 64) / 64 * 64);
  return memory;
}

static inline void read_market(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(1);
  z = *(Sizes *)read_column(file, 1, sizeof(Sizes));
  w = *(Weights *)read_column(file, 1, sizeof(Weights));
  size_t cells = (size_t)z.markets * z.categories, listings = (size_t)z.offers * z.markets;
#define READ(name, count) name = read_column(file, (count), sizeof *name)
  READ(base_visits, z.shelves);
  READ(segment_price, SEGMENTS);
  READ(segment_fit, SEGMENTS);
  READ(segment_review, SEGMENTS);
  READ(segment_delivery, SEGMENTS);
  READ(segment_share, z.markets * SEGMENTS);
  READ(price_weight, z.categories);
  READ(slice_shares, SLICES);
  READ(depth_shares, DEPTHS);
  READ(tier_bonus, 3);
  READ(day_factor, z.days);
  READ(reserve, cells);
  READ(depth_slots, DEPTHS);
  READ(is_last_mile, z.markets * 5);
  READ(store_of, z.offers);
  READ(offer_number, z.offers);
  READ(sku_of, z.offers);
  READ(category_of, z.offers);
  READ(born_on, z.offers);
  READ(is_dropped, z.offers);
  READ(review_count, z.offers);
  READ(star_sum, z.offers);
  READ(star_square_sum, z.offers);
  READ(stock, z.offers * (z.markets + 1));
  READ(price_minor, listings);
  READ(fee_minor, listings);
  READ(tier, z.stores);
  READ(listing, listings);
  READ(relevance, listings * z.queries);
  READ(service, listings);
  READ(promise_days, listings);
  READ(discount_bp, listings);
  READ(discount_from, listings);
  READ(discount_to, listings);
  READ(content_milli, listings);
  READ(fit, z.offers);
  READ(velocity, listings);
  READ(answered, z.stores);
  READ(sanction, (size_t)z.stores * z.markets);
  READ(log_shock, z.shelves);
  READ(log_outside, cells);
  READ(pacing, z.campaigns);
  READ(campaign_store, z.campaigns);
  READ(campaign_on, z.campaigns);
  READ(campaign_budget, z.campaigns);
  READ(campaign_spent, z.campaigns);
  READ(campaign_markets, z.campaigns);
  READ(campaign_number, z.campaigns);
  READ(entry_of_campaign, z.entries);
  READ(entry_of_offer, z.entries);
  READ(entry_bid_ticks, z.entries);
  READ(entry_masks, z.entries * 8);
  READ(goods_minor, listings);
  READ(seen_fee, listings);
  READ(seen_terms, listings);
  READ(terms_epoch, cells);
  READ(seen_sku, z.offers);
  READ(seen_promise, listings);
  READ(log_price, listings);
  READ(checkout_share, listings);
#undef READ
  fclose(file);
}

#endif
