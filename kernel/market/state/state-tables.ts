/** The growing tables of a season's memory, each declared once; see `state.ts`. */
import type { ColumnType } from "./tables.ts";

/** Tables that grow and shrink; rows are kept in the order of writing. */
export const stateTables = {
  campaigns: {
    store: "i32",
    /** Number within the store. */
    campaign: "i32",
    isOn: "i32",
    dailyBudgetTicks: "i32",
    spentTicks: "i32",
    /** Bit c is set where the campaign runs in market c. */
    markets: "i32",
    /** Share of auctions it takes part in, so that the budget lasts the day. */
    pacing: "f64",
  },
  adEntries: {
    /** Row of `campaigns`. */
    campaign: "i32",
    /** Number within its campaign. */
    entry: "i32",
    /** Row of the offer. */
    offer: "i32",
    /** 0 exact, 1 phrase, 2 broad, 3 auto, 4 a store's name. */
    match: "i32",
    /** Hash of the keyword's words, to find the entry again; 0 with `auto`; number of the store. */
    keyword: "i32",
    /** 0 is removed. */
    bidTicks: "i32",
    /** Bits of the queries it matches, eight for each market, four markets a word: `matchMask`. */
    mask0: "i32",
    mask1: "i32",
    mask2: "i32",
    mask3: "i32",
    mask4: "i32",
    mask5: "i32",
    mask6: "i32",
    mask7: "i32",
  },
  /** Queries on which a campaign never shows. */
  negatives: { campaign: "i32", market: "i32", category: "i32", mask: "i32", keyword: "i32" },
  /** Goods on the way into a pool. */
  supply: {
    offer: "i32",
    pool: "i32",
    units: "i32",
    /** Cost of these units on arrival, minor units of the books. */
    costMinor: "f64",
    dueOn: "i32",
    /** Share already paid, minor units of the books; the rest is due on arrival. */
    paidMinor: "f64",
    number: "i32",
    orderedOn: "i32",
    /** 0 from the supplier, 1 moved by air, 2 moved by sea. */
    mode: "i32",
    /** Number of the supplier among the product's, and the day on which it said they would come. */
    supplier: "i32",
    promisedOn: "i32",
    /** Share of the units that is looked at on arrival, basis points. */
    inspectBp: "i32",
    /** How they are made (`product-tiers.ts`). */
    make: "i32",
  },
  /** Room that stores rent in warehouses; engine days, both inclusive. */
  rents: { store: "i32", pool: "i32", cubicMeters: "i32", fromOn: "i32", untilOn: "i32" },
  /** First-in first-out layers of stock. */
  layers: { offer: "i32", pool: "i32", units: "i32", costMinor: "f64", arrivedOn: "i32" },
  /** What stores owe on account, minor units of the books. */
  dues: { store: "i32", dueOn: "i32", amountMinor: "f64", offer: "i32", supplier: "i32" },
  /** What there is between a person's store and a supplier of a product. */
  relations: {
    store: "i32",
    product: "i32",
    supplier: "i32",
    /** Units that were delivered; payments in time, and late ones or cancellations. */
    units: "i32",
    paid: "i32",
    late: "i32",
    /** Units that were looked at one by one, and those of them that were defective. */
    looked: "i32",
    found: "i32",
    /** What was granted: off the price, off the lead time, off the deposit; basis points. */
    priceBp: "i32",
    leadBp: "i32",
    depositBp: "i32",
    /** Index into `asks` of what is being asked for today; 0 nothing. */
    ask: "i32",
    /** Rounds of talks of the last week in which there were any, and that week. */
    rounds: "i32",
    week: "i32",
    /** 1 while a sample of today waits for the panel. */
    isSampled: "i32",
  },
  /** Sealed bids in tenders that have not closed, one of a store in each. */
  tenderBids: {
    store: "i32",
    /** Number of the entry, by which the purchase is known that it may become. */
    number: "i32",
    tender: "i32",
    /** Row of the own offer of the tender's product. */
    offer: "i32",
    /** Minor units of the books. */
    unitMinor: "i32",
    units: "i32",
    /** The instant of its acceptance. */
    acceptedAt: "f64",
  },
  /** Loans not paid back, minor units of the books. */
  loans: {
    store: "i32",
    number: "i32",
    /** Index into `loanTerms`. */
    term: "i32",
    takenOn: "i32",
    principalMinor: "f64",
    openMinor: "f64",
    yearlyBp: "i32",
    /** What is paid back each period. */
    partMinor: "f64",
    /** Day of the next part, -1 when the store pays as it likes. */
    dueOn: "i32",
    /** Interest since this day, and what was charged of it. */
    sinceOn: "i32",
    chargedMinor: "f64",
  },
  /** Exchanges agreed on and not yet made; currencies by number. */
  forwards: {
    store: "i32",
    number: "i32",
    from: "i32",
    to: "i32",
    fromMinor: "f64",
    toMinor: "f64",
    agreedOn: "i32",
    dueOn: "i32",
  },
  /** Payouts sold before their day, minor units of the market. */
  factorings: { store: "i32", market: "i32", dueOn: "i32", amountMinor: "f64" },
  /** Fates of parcels under way, drawn when they were handed over. */
  parcels: {
    dueOn: "i32",
    offer: "i32",
    market: "i32",
    service: "i32",
    orderedOn: "i32",
    /** Index into `parcelEvents`. */
    event: "i32",
    units: "i32",
    promiseDays: "i32",
    /** Of one unit in minor units of the market: price and fee, commission and tax within. */
    priceMinor: "i32",
    commissionMinor: "i32",
    taxMinor: "i32",
    /** Cost of one unit in minor units of the books, for what comes back or is lost. */
    costMinor: "i32",
    claimMilli: "i32",
    /** Place among the prices that the listing's units of one day were sold at. */
    lot: "i32",
    /** What the carrier pays for a unit that it loses, minor units of the books. */
    insuredMinor: "i32",
  },
  /** Reviews that will appear. */
  reviewsDue: {
    dueOn: "i32",
    offer: "i32",
    market: "i32",
    orderedOn: "i32",
    stars: "i32",
    lateDays: "i32",
    theme: "i32",
    wording: "i32",
  },
  /** Returns, disputes and chargebacks that are to come or wait for an answer. */
  cases: {
    /** The day on which the store hears of it, and the last on which it may answer. */
    opensOn: "i32",
    dueOn: "i32",
    offer: "i32",
    market: "i32",
    service: "i32",
    orderedOn: "i32",
    /** The day on which the parcel met its end. */
    endedOn: "i32",
    /** Index into `caseReasons`. */
    reason: "i32",
    units: "i32",
    /** Index into the answers to its kind; 0 while there is none. */
    answer: "i32",
    /** Of one unit, as the parcel had it. */
    priceMinor: "i32",
    commissionMinor: "i32",
    taxMinor: "i32",
    costMinor: "i32",
    /** The day on which the platform pays the store for it; -1 while no day is set. */
    payoutOn: "i32",
    lot: "i32",
  },
  /** Prices asked of people's listings, from one season day to another. */
  askedPrices: { listing: "i32", priceMinor: "i32", from: "i32", to: "i32" },
  /** Promotions that run or will, but the plain lower price of a listing. Days are season days. */
  promotions: {
    store: "i32",
    /** Number of the entry by which it was decided. */
    number: "i32",
    /** Row of the offer. */
    offer: "i32",
    market: "i32",
    /** Index into `promotionKinds`. */
    kind: "i32",
    from: "i32",
    to: "i32",
    depthBp: "i32",
    slices: "i32",
    pieces: "i32",
    overMinor: "i32",
    offMinor: "i32",
    /** The most units it may sell, 0 for any number, and those it has sold. */
    capUnits: "i32",
    soldUnits: "i32",
  },
  /** Reports bought and panels asked today: each is answered while the day runs, and forgotten. */
  reportOrders: {
    store: "i32",
    /** Number of the entry by which it was bought. */
    number: "i32",
    /** Index into `researchReports`; -1 where a panel is asked. */
    report: "i32",
    /** -1 is every market. */
    market: "i32",
    category: "i32",
    /** Of a panel alone, else 0: what `PanelAsk` says, the segment -1 for all. */
    question: "i32",
    segment: "i32",
    sample: "i32",
    detail: "i32",
  },
  /** Experiments that nobody has closed. */
  experiments: {
    store: "i32",
    number: "i32",
    /** Number of the offer, not its row. */
    offer: "i32",
    market: "i32",
    /** Indices into `experimentFields` and `experimentMeasures`. */
    field: "i32",
    measure: "i32",
    armA: "i32",
    armB: "i32",
    /** Part of the like visits that see arm B. */
    shareBp: "i32",
    /** Its last day. */
    toDay: "i32",
    /** What the measure is expected to be over its days: who is right is told by these. */
    expectedA: "f64",
    expectedB: "f64",
    /** Index into `experimentVerdicts`; -1 while it is open. */
    verdict: "i32",
  },
  /** Whom each store has watched, until it decides otherwise. */
  watches: { store: "i32", rival: "i32" },
  /** What stores have running off the market; a row is forgotten some days after its last one. */
  outreach: {
    store: "i32",
    /** Number of the decision. */
    number: "i32",
    /** Index into `salesSources`. */
    channel: "i32",
    market: "i32",
    /** First and last day. */
    from: "i32",
    until: "i32",
    /** Of each day: minor units of the books, and the cents of a US dollar they buy reach by. */
    spendMinor: "f64",
    usdCents: "f64",
    /** Score of the text. */
    fitMilli: "i32",
    /** Number of the influencer or place; of letters how many are written to; else 0. */
    subject: "i32",
    /** Letters of the seven days before; 0 of all else. */
    earlier: "i32",
  },
  /** Asked for and not yet given: the highest bid has it, of equal ones the earliest. */
  bookings: {
    store: "i32",
    number: "i32",
    channel: "i32",
    market: "i32",
    subject: "i32",
    from: "i32",
    until: "i32",
    /** Minor units of the books. */
    bidMinor: "f64",
    /** The instant of its acceptance. */
    acceptedAt: "f64",
    /** Engine day at the close of which it is decided. */
    dueOn: "i32",
  },
  /** Offers of the inbox that stores accepted (`temptations/`). */
  temptations: {
    store: "i32",
    /** Number of the offer within the store's inbox. */
    number: "i32",
    /** Number of its kind. */
    kind: "i32",
    /** Row of the own offer and market of the listing it is for; -1 where it is for none. */
    offer: "i32",
    market: "i32",
    acceptedOn: "i32",
    /** Last day on which it works or can be found. */
    endsOn: "i32",
    /** Reviews, thousandths of content, or orders whose buyers' data were sold. */
    units: "i32",
    /** What accepting it moved, minor units of the books; negative was paid. */
    cashMinor: "f64",
    /** The day on which it was found last, -1 never. */
    foundOn: "i32",
  },
  /** What was found of them, and what that cost. */
  findings: {
    store: "i32",
    number: "i32",
    kind: "i32",
    foundOn: "i32",
    points: "i32",
    /** Fine, claim or refunds, minor units of the books. */
    costMinor: "f64",
    units: "i32",
  },
  /** Events the steward put into the season. Days are season days. */
  injected: {
    kind: "i32",
    from: "i32",
    days: "i32",
    /** Bits of the markets and of the categories (two words) it concerns. */
    markets: "i32",
    categoriesLow: "i32",
    categoriesHigh: "i32",
    sizeBp: "i32",
    noticeDays: "i32",
    announcedOn: "i32",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnType>>>>;
