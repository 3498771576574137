/**
 * What random numbers are for: the one registry.
 *
 * A purpose is the upper half of an address's last word, so two purposes never share a number. Once
 * a season was stored, a number here keeps its meaning for ever: append, never renumber or reuse.
 *
 * The second column is the entity and the unit of each address (c0, c1); "offer" is the number that
 * the log gave, store · 256 + place, never a row of an array.
 */
export const purpose = Object.freeze({
  // Shopping, each slice.
  purchase: 1, // offer, shelf: units of purchases of a slot
  click: 2, // offer, shelf: clicks without purchase; first uniform in words 2, 3 of `purchase`
  impression: 3, // offer, shelf: views without click, where a report asks
  cart: 4, // offer, shelf: carts without order
  checkoutLoss: 5, // offer, shelf: would-be buyers lost at checkout
  orderSize: 6, // offer, shelf: further units in the slot's orders
  rankNoise: 7, // shelf, 0: the day's key of the rank lottery
  pacing: 8, // campaign, shelf: whether a campaign takes part in a slice
  ration: 9, // offer, market: which units of a short pool go to whom

  // Visits to a store's own page, each slice (offer, market · 16 + source).
  directOrder: 10,
  directClick: 11,
  directSize: 12,
  directView: 13, // views without click, where a report asks
  directCart: 14, // carts without order and buyers lost at checkout, likewise

  // Promotions (offer, shelf or source).
  promotionUnits: 15, // pieces that a promotion adds to a place's orders
  couponClip: 24, // who of a place's buyers clips a coupon
  falsePrice: 25, // offer, market: whether a list price that was never charged is found
  bundleTakers: 26, // who of a place's buyers takes the others of a bundle

  // Fulfilment of a cohort (offer, market · 65,536 + service · 256 + profile), in this order.
  cohortReject: 16,
  cohortExportHold: 17,
  cohortLoss: 18,
  cohortHold: 19,
  cohortAfterHold: 20,
  cohortRefuse: 21,
  transit: 22, // spread of what is left over arrival days

  // After the sale.
  review: 32, // offer, market: how many write
  star: 33, // offer, market: satisfaction of unit `index`
  return: 34, // offer, market
  dispute: 35, // offer, market
  chargeback: 36, // offer, market
  question: 37, // store, market
  disputeOutcome: 38, // offer, market: lost or won
  reviewDelay: 39, // offer, market: days from delivery to review
  mailJoin: 40, // store, market: buyers who ask for letters
  mailLeave: 41, // store, market: readers who ask for no more
  mailSplit: 42, // store, number: readers who get the second of two letters
  mailLeaveSecond: 43, // store, market: those of them who ask for no more
  mailCame: 44, // store, 2 · number + arm: readers who came, where a report asks
  mailOrder: 45, // store, 2 · number + arm: which letter an order came of, likewise

  // The world.
  supplyLead: 48, // purchase order, 0
  supplyDefect: 49, // purchase order, 0
  exchange: 50, // currency, 0: the day's diffusion
  exchangeJump: 51, // currency, 0: number and size of jumps
  shelfShock: 52, // shelf, 0
  endowment: 53, // SKU, 0: latent fit and cost
  categoryDeal: 54, // store, 0: which categories a store is dealt
  segmentMix: 55, // market, segment
  categoryWeight: 56, // category, 0: price sensitivity
  shockDraw: 57, // row of the shock script, 0
  categoryPull: 58, // category, 0: its traffic against the scenario's
  taste: 59, // row of the varied parameters, 0
  mediaSlot: 61, // market, slot: how many see a place that is sold by bid
  influencer: 60, // market, number: reach, price and followers of an influencer
  makerDeal: 62, // category, 0: which synthetic product has which maker
  makerPrice: 63, // 0, 0: what makers ask for a day sooner

  // Bots (store, offer).
  botPrice: 64,
  botContent: 65,
  botAd: 66,
  botReorder: 67,
  botPick: 68, // which SKUs
  botDecide: 69, // whether the week's decisions are revised
  botService: 70,

  // Pages shown on demand. The engine itself must never draw with these.
  orderBuyer: 80,
  orderPage: 81,
  parcelFate: 82,
  questionText: 83,
  orderSegment: 84,

  // What is offered behind the platform's back, and what is found of it.
  inboxOffer: 104, // store, week: whether an offer comes, when, which and at what price
  finding: 105, // store, number of the offer: whether it is found today
  scan: 106, // offer, cohort: which false scans are looked into
  auditDay: 107, // store, turn: the day of the platform's audit

  // Practice around the market.
  teamDeal: 96, // which students share a team
  taskDeal: 97, // which variant of a task

  // Market research: panels beside the market; what they see changes no sale.
  panelVisit: 128, // store, cell: visits of a panel by search
  panelDepth: 129, // store, shelf: how far a search's panel reads
  panelOrder: 130, // store, shelf: orders of a search's panel
  panelClick: 131, // store, shelf: its clicks without order
  panelBuyer: 132, // store, cell: orders of a segment's panel, by segment
  panelPrice: 133, // store, cell: the mean price they paid, by segment
  trialVisit: 134, // offer, market: which like visits of an experiment see arm B
  trialOrder: 135, // offer, market: orders of an arm, A from index 0, B from 64
  trialClick: 136, // offer, market: clicks without order of an arm, likewise
  panelSegment: 137, // store, cell: visits of a panel by segment
  panelAnswer: 138, // store, cell: what people of a panel answer, by question and segment
  panelName: 139, // store, named store · 64 + market: who of a panel names a store
  // Sourcing.
  workshop: 144, // row of the SKU, workshop: how it differs from the maker
  talk: 145, // offer, supplier: whether a supplier gives way
  panel: 146, // offer, supplier: stars of a panel that tried a sample
  sampleDefects: 147, // offer, supplier: defective units of a sample
  inspection: 148, // offer, number of the purchase: defective units that were found
  tender: 149, // round or tender, what of it: which products, sizes, band and other buyers

  // Measurements: they look at copies of a season and change none.
  treatedSet: 120, // deal, 0: which offers or stores are treated

  // Measuring the score itself.
  bootstrap: 112, // round, 0: which stores a sample holds
  controlLabel: 113, // store, 0: a label that the engine never sees

  // Made-up people and raters, against whom estimates of real ones are tried.
  madeAbility: 160, // person or rater, what of it
  madePiece: 161, // person, piece: difficulty, what is not told of it, and what was reached
  madeMark: 162, // person, criterion · 2 + rater's place

  // Papers of exams (seat, both words of the question's digest).
  paperQuestion: 163, // which questions a seat gets, and in which order
  paperOptions: 164, // in which order it sees a question's options

  // Placement (both words of the person's digest, its length).
  placementLottery: 165, // where a person stands in a round's lottery
  madeMarket: 166, // made-up markets of places: what of it, by student or place

  // Parallel tests.
  testForm: 167, // pair of seats, 0: which of the two takes which form first
  madeTest: 168, // made-up person, question: ability, learning and answers to a test

  // Planning: paths of need, and made-up regions against which plans are tried.
  pathBlock: 176, // path, quarter: which block of past surprises a path repeats
  madeRegion: 177, // school, city or cell; programme or family, what of it
  madeNeed: 178, // scenario or world, cell; half-year, what of it
  foreseenNeed: 179, // path, cell or skill; half-year of the plan, what of it
});

/** The name of a purpose. */
export type Purpose = keyof typeof purpose;

/** Indices of one purpose: 0 to indexCount - 1. */
export const indexCount = 65_536;

/**
 * How many indices one sampled value may use from its own on. A sampler that rejects takes its
 * retries there, so values drawn under one purpose are laid `retriesMax` indices apart.
 */
export const retriesMax = 64;

/**
 * The last word of an address: purpose · 65,536 + index.
 *
 * @param of     a number of the registry above
 * @param index  counts retries or units
 * @throws RangeError when the index would reach into the next purpose
 */
export function address(of: number, index = 0): number {
  if (!(index >= 0 && index < indexCount)) {
    throw new RangeError(`index ${index} of purpose ${of} is not below ${indexCount}`);
  }
  return of * indexCount + index;
}

/** Throws RangeError unless `count` indices from that of `c3` on stay within its purpose. */
export function assertIndices(c3: number, count: number): void {
  if ((c3 & 0xffff) + count > indexCount) {
    throw new RangeError(`${count} draws from index ${c3 & 0xffff} leave purpose ${c3 >>> 16}`);
  }
}
