/** Named limits of decisions (market.md 3, practice.md 4.2). Every input has one. */
export const decisionLimits = Object.freeze({
  /** Places of offers in a store that are ever given out; numbers are never used again. */
  offerPlacesMax: 256,
  campaignsPerStoreMax: 50,
  negativesPerCampaignMax: 200,
  /** Entries of a campaign that bid on names of stores, an offer and a name each. */
  nameBidsPerCampaignMax: 40,
  titleCharsMax: 150,
  textCharsMax: 2000,
  keywordsMax: 20,
  keywordCharsMax: 80,
  attributesMax: 40,
  nameCharsMax: 60,
  /** Minor units of any currency; keeps price times units far inside the safe integers. */
  priceMinorMax: 100_000_000,
  promiseDaysMax: 120,
  discountBpMax: 9000,
  promotionDaysMax: 30,
  promotionPiecesMax: 10,
  groupUnitsMax: 10_000,
  returnDaysMax: 90,
  warrantyMonthsMax: 36,
  /** 100 USD a click. */
  bidTicksMax: 1_000_000,
  /** 100,000 USD a day and campaign: ticks stay inside 32 bits. */
  budgetTicksMax: 1_000_000_000,
  unitsPerPurchaseMax: 100_000,
  cubicMetersMax: 1_000,
  roomDaysMax: 180,
  /** Questions a day that a store's people may answer themselves, and what they begin with. */
  handAnswersMax: 30,
  handAnswersAtFirst: 10,
  staffMax: 50,
  /** Ten thousand million major units: keeps interest and rates inside exact arithmetic. */
  financeMinorMax: 1_000_000_000_000,
  loansPerStoreMax: 20,
  forwardsPerStoreMax: 50,
  forwardDaysMax: 90,
  loanPeriodsMax: 12,
  rivalsWatchedMax: 10,
  displayDaysMax: 14,
  /** How far ahead an influencer can be booked. */
  bookingDaysMax: 14,
  forecastDaysMax: 28,
  experimentDaysMin: 3,
  experimentDaysMax: 28,
  experimentShareBpMin: 1000,
  experimentShareBpMax: 5000,
  hypothesisCharsMax: 300,
  statementCharsMax: 2000,
  trainingTopicCharsMax: 200,
  /** Hours of training that somebody may log for a day. */
  trainingHoursMax: 8,
  /** As many as a team has members. */
  shiftsPerStoreDayMax: 6,
  /** A tenth of the going price, and ten times as much. */
  priceIndexBpMin: 1000,
  priceIndexBpMax: 100_000,
  panelSampleMin: 50,
  panelSampleMax: 2000,
  forecastUnitsMax: 10_000_000,
});
