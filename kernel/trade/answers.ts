/**
 * The market's three questions to trade, answered for one day from a season's slice of the atlas:
 * what a product costs landed, what a service asks for its parcel, and what becomes of the parcel.
 *
 * Compile once a season, and again when a rule period begins (`until`) or a customs rate changes.
 * Products and services are named by their place in the lists handed in,
 * markets by their folder. Programs and prices are made when first asked for and then kept.
 */
import type { Day } from "../calendar/day.ts";
import type { RateTable } from "../money/convert.ts";
import { amended, noAmendment, type Amendment } from "./amendment.ts";
import type { Assessment } from "./assess-consignment.ts";
import { compileLanded, withLine, type LandedQuery } from "./compile-landed.ts";
import { complianceOf } from "./compliance.ts";
import {
  faultsOf,
  standard1,
  type ConsequenceSet,
  type DeclarationProfile,
  type Fault,
  type ProductTruth,
} from "./fault.ts";
import type { ProductDutyRate } from "./facts.ts";
import { assessInput, type LandedInput, type LandedProgram } from "./landed-program.ts";
import { lawOf, type Law } from "./law.ts";
import { lineClass, lineQuestions, type LineQuestions } from "./line-class.ts";
import { cargoOf, parcelOf, type BatteryClass, type SizeMm } from "./parcel.ts";
import { parcelFate, type ParcelFate } from "./parcel-fate.ts";
import { cardOn, type CardOfDay, type ServiceOffer, type Tracking } from "./rate-card.ts";
import { nextChange } from "./next-change.ts";
import { ok, refuse, type Outcome } from "./refusal.ts";
import { documentKinds, type Country, type DocumentKind, type TradeSlice } from "./rule-set.ts";
import {
  meanShippingCost,
  placesOf,
  type ShippingPrice,
  type WeightedPlace,
} from "./shipping-cost.ts";

/** A product as trade sees it: what it truly is. */
export type TradeProduct = {
  readonly hs10: string;
  /** ISO 3166-1 alpha-2, in either case. */
  readonly origin: string;
  readonly weightG: number;
  readonly sizeMm: SizeMm;
  readonly battery: BatteryClass;
  /** Of `trade.md` section 5: electronic, radio, toy, … */
  readonly attributes: readonly string[];
  /** Papers that the enterprise holds; all of them when not said. */
  readonly evidence?: readonly DocumentKind[];
  readonly dutyRates?: readonly ProductDutyRate[];
  readonly isInfringing?: boolean;
};

export type TradeOptions = {
  readonly consequences: ConsequenceSet;
  /** The class's accident frequency; 1,000 is once. */
  readonly accidentsMilli: number;
};

export type Pool = "home" | "warehouse";

/** A service to one market on the day. */
export type ServiceQuote = {
  /** Place in the slice's services. */
  readonly index: number;
  readonly service: ServiceOffer;
  readonly transitDays: readonly [p10: number, p50: number, p90: number];
  readonly tracked: Tracking;
  readonly lossPpm: number;
};

export type LandedAsk = {
  readonly product: number;
  readonly market: string;
  readonly service: number;
  readonly amendment?: Amendment;
  readonly profile?: DeclarationProfile;
};

export type FateAsk = {
  readonly product: number;
  readonly market: string;
  readonly service: number;
  /** Without one the product is declared as it is, and the sale does not matter. */
  readonly declared?: { readonly profile: DeclarationProfile; readonly sale: LandedInput };
};

export type TradeAnswers = {
  readonly day: Day;
  /** First later day on which any rule, rate or card of the slice changes; null when none does. */
  readonly until: Day | null;
  readonly ruleSetHash: string;
  /** Services to the buyers of a market from a pool, in the order of the slice. */
  services(market: string, pool: Pool): readonly ServiceQuote[];
  /** Services that carry stock to the overseas warehouse of a market. */
  firstLegs(market: string): readonly ServiceQuote[];
  landedProgram(ask: LandedAsk): LandedProgram;
  /** The assessment behind a landed price, for the screens that ask why. */
  assess(ask: LandedAsk, order: LandedInput): Outcome<Assessment>;
  /** Mean over the market's addresses, minor units of the card's currency. */
  serviceCost(
    service: number,
    market: string,
    product: number,
    units?: number,
  ): Outcome<ShippingPrice>;
  fate(ask: FateAsk): Outcome<ParcelFate>;
};

type Desk = {
  readonly slice: TradeSlice;
  readonly products: readonly TradeProduct[];
  readonly day: Day;
  readonly rates: RateTable;
  readonly options: TradeOptions;
  readonly countries: ReadonlyMap<string, Country>;
  readonly laws: Map<string, AskedLaw>;
  readonly cards: Map<string, Outcome<PlacedCard>>;
  readonly quotes: Map<string, readonly ServiceQuote[]>;
  /** One program for each class of lines that the law cannot tell apart. */
  readonly codes: Map<string, LandedProgram>;
  readonly programs: Map<string, LandedProgram>;
  readonly prices: Map<string, Outcome<ShippingPrice>>;
  readonly fates: Map<string, Outcome<ParcelFate>>;
};

type AskedLaw = { readonly law: Outcome<Law>; readonly questions: LineQuestions | null };
type PlacedCard = { readonly card: CardOfDay; readonly places: readonly WeightedPlace[] };

const defaults: TradeOptions = { consequences: standard1, accidentsMilli: 1000 };

/**
 * @param rates  customs rates of the day, by each country's regime (`customs-rate.ts`)
 */
export function compileTrade(
  slice: TradeSlice,
  products: readonly TradeProduct[],
  day: Day,
  rates: RateTable,
  options: TradeOptions = defaults,
): TradeAnswers {
  const desk: Desk = {
    slice,
    products,
    day,
    rates,
    options,
    countries: new Map(slice.countries.map((country) => [country.id, country])),
    laws: new Map(),
    cards: new Map(),
    quotes: new Map(),
    codes: new Map(),
    programs: new Map(),
    prices: new Map(),
    fates: new Map(),
  };
  return {
    day,
    until: nextChange(slice, day),
    ruleSetHash: slice.hash,
    services: (market, pool) => quotes(desk, market, pool === "home" ? "parcel" : "last-mile"),
    firstLegs: (market) => quotes(desk, market, "first-leg"),
    landedProgram: (ask) => landedProgram(desk, ask),
    assess: (ask, order) => assessInput(landedProgram(desk, ask), order),
    serviceCost: (service, market, product, units = 1) =>
      serviceCost(desk, service, market, product, units),
    fate: (ask) => fate(desk, ask),
  };
}

/** The product as it is, at the price paid, with its papers, under the marketplace's scheme. */
export function honestProfile(product: TradeProduct): DeclarationProfile {
  return {
    hs10: product.hs10,
    names: { zh: product.hs10, en: product.hs10 },
    declaredUnitMinor: null,
    origin: product.origin.toUpperCase(),
    battery: product.battery,
    documents: documentKinds,
    scheme: "marketplace",
    schemeNumber: "when-allowed",
  };
}

/** An order as the profile declares it. */
export function declaredOrder(profile: DeclarationProfile, sale: LandedInput): LandedInput {
  if (profile.declaredUnitMinor === null) return sale;
  return { ...sale, goodsMinor: profile.declaredUnitMinor * sale.quantity };
}

function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}

function quotes(desk: Desk, market: string, leg: ServiceOffer["leg"]): readonly ServiceQuote[] {
  return kept(desk.quotes, `${leg} ${market}`, () =>
    desk.slice.services.flatMap((service, index) => {
      if (service.leg !== leg || !service.markets.includes(market)) return [];
      const placed = cardOf(desk, index, market);
      if (!placed.ok) return [];
      const { transitDays, tracked, lossPpm } = placed.value.card.rows[0]!;
      return [{ index, service, transitDays, tracked, lossPpm }];
    }),
  );
}

function cardOf(desk: Desk, service: number, market: string): Outcome<PlacedCard> {
  return kept(desk.cards, `${service} ${market}`, () => {
    const offer = desk.slice.services[service];
    const country = desk.countries.get(market);
    if (country === undefined) return refuse("trade/country-unknown", { country: market });
    const carrier = desk.slice.carriers.find((one) => one.id === offer?.carrier);
    if (offer === undefined || carrier === undefined) {
      return refuse("trade/card-not-valid", { service, destination: market, day: desk.day });
    }
    const card = cardOn(carrier, offer, country.code, desk.day);
    if (!card.ok) return card;
    const places = placesOf(card.value, country.cities);
    return places.ok ? ok({ card: card.value, places: places.value }) : places;
  });
}

function lawFor(desk: Desk, market: string, amendment: Amendment): AskedLaw {
  const key = `${market} ${amendment.tariffStepBp} ${amendment.isReliefRemoved ? 1 : 0}`;
  return kept(desk.laws, key, () => {
    const country = desk.countries.get(market);
    const law =
      country === undefined
        ? refuse("trade/country-unknown", { country: market })
        : lawOf(amended(desk.slice, country, amendment), country.code, desk.day);
    return { law, questions: law.ok ? lineQuestions(law.value) : null };
  });
}

/** What a parcel of the service is to customs. Stock for a warehouse is imported by the store. */
function queryOf(
  desk: Desk,
  market: string,
  offer: ServiceOffer,
  product: TradeProduct,
  profile: DeclarationProfile,
): LandedQuery {
  const country = desk.countries.get(market);
  return {
    destination: country?.code ?? market.toUpperCase(),
    buyer: offer.leg === "first-leg" ? "business" : "consumer",
    channel: offer.channel,
    currency: country?.currency ?? desk.rates.base,
    dutyTerms: offer.dutyTerms,
    ioss: offer.leg !== "first-leg" && profile.scheme !== "none",
    hs: profile.hs10,
    origin: profile.origin,
    ...(product.dutyRates === undefined ? {} : { dutyRates: product.dutyRates }),
  };
}

function landedProgram(desk: Desk, ask: LandedAsk): LandedProgram {
  const { product, market, service, amendment = noAmendment } = ask;
  const truth = desk.products[product]!;
  const offer = desk.slice.services[service]!;
  const profile = ask.profile ?? honestProfile(truth);
  const query = queryOf(desk, market, offer, truth, profile);
  const { tariffStepBp, isReliefRemoved } = amendment;
  const { buyer, channel, dutyTerms, ioss, hs, origin } = query;
  const order = [market, buyer, channel, dutyTerms, ioss, tariffStepBp, isReliefRemoved].join(" ");
  const key = [order, hs, origin, truth.dutyRates === undefined ? "" : product].join(" ");
  return kept(desk.programs, key, () => {
    const { law, questions } = lawFor(desk, market, amendment);
    const kind = questions === null ? "" : lineClass(questions, query);
    const code = kept(desk.codes, `${order} ${kind}`, () => compileLanded(law, query, desk.rates));
    return withLine(code, query);
  });
}

function serviceCost(
  desk: Desk,
  service: number,
  market: string,
  product: number,
  units: number,
): Outcome<ShippingPrice> {
  return kept(desk.prices, `${service} ${market} ${product} ${units}`, () => {
    const placed = cardOf(desk, service, market);
    if (!placed.ok) return placed;
    const goods = desk.products[product]!;
    const isCargo = desk.slice.services[service]!.leg === "first-leg";
    const parcel = isCargo ? cargoOf(goods, units) : parcelOf(goods, units);
    return meanShippingCost(placed.value.card, parcel, placed.value.places);
  });
}

function fate(desk: Desk, ask: FateAsk): Outcome<ParcelFate> {
  const placed = cardOf(desk, ask.service, ask.market);
  if (!placed.ok) return placed;
  const { card } = placed.value;
  return ask.declared === undefined
    ? honestFate(desk, ask, card)
    : declaredFate(desk, ask, card, ask.declared);
}

/** Declared as it is: what remains at fault is the product, and the sale does not matter. */
function honestFate(desk: Desk, ask: FateAsk, card: CardOfDay): Outcome<ParcelFate> {
  const product = desk.products[ask.product]!;
  const program = landedProgram(desk, ask);
  if (program.refusal !== null) return { ok: false, refusal: program.refusal };
  const order = { goodsMinor: 1, freightMinor: 0, quantity: 1, weightG: product.weightG };
  const isProhibited = program.prohibitions.length > 0 && isBanned(assessInput(program, order));
  const truth = truthOf(desk, ask.market, product, isProhibited);
  const faults = faultsOf(truth, honestProfile(product), {
    goodsMinor: 0,
    quantity: 1,
    documents: [],
    flags: [],
  });
  const key = [ask.service, ask.market, ...faults.map((one) => `${one.id} ${one.reason}`)];
  return kept(desk.fates, key.join(" "), () => ok(fateOf(desk, card, faults, 0, 0)));
}

function declaredFate(
  desk: Desk,
  ask: FateAsk,
  card: CardOfDay,
  { profile, sale }: NonNullable<FateAsk["declared"]>,
): Outcome<ParcelFate> {
  const { service, market, product } = ask;
  const program = landedProgram(desk, { product, market, service, profile });
  const stated = assessInput(program, declaredOrder(profile, sale));
  if (!stated.ok) return stated;
  const real = assessInput(landedProgram(desk, { product, market, service }), sale);
  const truth = truthOf(desk, market, desk.products[product]!, isBanned(real));
  const { goodsMinor, quantity } = sale;
  const { documents, flags, byPayer } = stated.value;
  const faults = faultsOf(truth, profile, { goodsMinor, quantity, documents, flags });
  const evadedMinor = real.ok ? Math.max(0, dueOf(real.value) - dueOf(stated.value)) : 0;
  return ok(fateOf(desk, card, faults, evadedMinor, byPayer["buyer-at-sale"]));
}

function fateOf(
  desk: Desk,
  card: CardOfDay,
  faults: readonly Fault[],
  evadedMinor: number,
  saleVatMinor: number,
): ParcelFate {
  const { transitDays, lossPpm, tracked } = card.rows[0]!;
  const { consequences, accidentsMilli } = desk.options;
  return parcelFate({
    transitDays,
    lossPpm,
    tracked,
    crossesBorder: card.service.channel !== "domestic",
    faults,
    consequences,
    accidentsMilli,
    evadedMinor,
    saleVatMinor,
  });
}

function isBanned(assessed: Outcome<Assessment>): boolean {
  return !assessed.ok && assessed.refusal.code === "trade/prohibited";
}

function dueOf(assessment: Assessment): number {
  const { byPayer } = assessment;
  return byPayer["buyer-at-sale"] + byPayer["buyer-at-door"] + byPayer.seller;
}

function truthOf(
  desk: Desk,
  market: string,
  product: TradeProduct,
  isProhibited: boolean,
): ProductTruth {
  const country = desk.countries.get(market)!;
  const evidence = product.evidence ?? documentKinds;
  const { hs10, attributes } = product;
  const rows = complianceOf(
    desk.slice.compliance,
    country,
    { hs10, attributes, evidence },
    desk.day,
  );
  return {
    hs10,
    origin: product.origin.toUpperCase(),
    battery: product.battery,
    isInfringing: product.isInfringing === true,
    isProhibited,
    complianceMissing: rows.filter((one) => one.state === "missing").map((one) => one.row.flag),
  };
}
