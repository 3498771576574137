/**
 * The price of a parcel on a card: base + ⌈(w − stepFrom) / step⌉ steps + registration, then the
 * surcharges, rounded half up once.
 */
import { minorDigits, type CurrencyCode } from "../money/currency.ts";
import {
  addRational,
  compareRational,
  rational,
  roundRationalHalfUp,
  type Rational,
} from "../number/rational.ts";
import { chargeableWeightG, checkLimits, type Parcel } from "./parcel.ts";
import type { CardOfDay, CardRow, Surcharge, ZoneRow } from "./rate-card.ts";
import { ok, refuse, type Outcome } from "./refusal.ts";
import type { City } from "./rule-set.ts";

/** Where an address lies as a card sees it. */
export type Place = { readonly zone: string; readonly isRemote: boolean };

/** A place and its share of the country's parcels, in any common unit. */
export type WeightedPlace = Place & { readonly share: Rational };

export type ShippingPrice = {
  readonly minor: number;
  readonly currency: CurrencyCode;
  readonly chargeableG: number;
};

/** Zone by the longest prefix of the postcode; spaces and case do not matter. */
export function placeOf(card: CardOfDay, postcode: string): Outcome<Place> {
  const plain = postcode.replaceAll(/[\s-]/g, "").toUpperCase();
  const isRemote = card.remote.some((row) => plain.startsWith(row.postcodePrefix));
  if (card.rows.every((row) => row.zone === "")) return ok({ zone: "", isRemote });
  let best: ZoneRow | undefined;
  for (const row of card.zones) {
    if (!plain.startsWith(row.postcodePrefix)) continue;
    if (best === undefined || row.postcodePrefix.length > best.postcodePrefix.length) best = row;
  }
  if (best !== undefined) return ok({ zone: best.zone, isRemote });
  const facts = { card: card.service.card, destination: card.dest, postcode: plain };
  return refuse("trade/zone-unknown", facts);
}

/** The places that the country's cities lie in, each once, in the order of the cities. */
export function placesOf(
  card: CardOfDay,
  cities: readonly City[],
): Outcome<readonly WeightedPlace[]> {
  const shares = new Map<string, WeightedPlace>();
  for (const city of cities) {
    for (const mask of city.postcodes) {
      const place = placeOf(card, samplePostcode(mask));
      if (!place.ok) return place;
      const { zone, isRemote } = place.value;
      const key = `${isRemote ? "remote" : "near"} ${zone}`;
      const share = rational(BigInt(city.weight), BigInt(city.postcodes.length));
      const before = shares.get(key)?.share ?? rational(0n);
      shares.set(key, { zone, isRemote, share: addRational(before, share) });
    }
  }
  return ok([...shares.values()]);
}

/** A postcode of a mask: digits 0, letters A. */
export function samplePostcode(mask: string): string {
  return mask.replaceAll("#", "0").replaceAll("@", "A");
}

/**
 * The price of one parcel to one place.
 *
 * @param events  tracking events that have happened to the parcel and may cost something
 */
export function shippingCost(
  card: CardOfDay,
  parcel: Parcel,
  place: Place,
  events: readonly string[] = [],
): Outcome<ShippingPrice> {
  const rows = card.rows.filter((row) => row.zone === place.zone);
  const first = rows[0];
  if (first === undefined) {
    const facts = { card: card.service.card, destination: card.dest, zone: place.zone };
    return refuse("trade/zone-unknown", facts);
  }
  const limits = checkLimits(first, parcel);
  if (!limits.ok) return limits;
  // Minimum, divisor and trigger are the same in all bands of a zone; `check-rate-card` holds it.
  const chargeableG = chargeableWeightG(first, parcel);
  const row = rows.find((one) => one.weightFromG <= chargeableG && chargeableG <= one.weightToG);
  if (row === undefined) return refuseWeight(rows, chargeableG);
  const freight = BigInt(freightMicro(row, chargeableG));
  let total = rational(freight);
  for (const surcharge of card.surcharges) {
    if (!applies(surcharge, card, parcel, place, events)) continue;
    total = addRational(total, surchargeMicro(surcharge, freight, chargeableG));
  }
  const perMinor = 10n ** BigInt(6 - minorDigits(row.currency));
  const minor = roundRationalHalfUp(rational(total.numerator, total.denominator * perMinor));
  return ok({ minor: Number(minor), currency: row.currency, chargeableG });
}

/**
 * The expected price of a parcel to an address of the country: the mean over its places by their
 * share of parcels, rounded half up. One place that refuses the parcel refuses it for all.
 */
export function meanShippingCost(
  card: CardOfDay,
  parcel: Parcel,
  places: readonly WeightedPlace[],
): Outcome<ShippingPrice> {
  let sum = rational(0n);
  let weight = rational(0n);
  let sample: ShippingPrice | undefined;
  for (const place of places) {
    const price = shippingCost(card, parcel, place);
    if (!price.ok) return price;
    sample ??= price.value;
    const { numerator, denominator } = place.share;
    sum = addRational(sum, rational(BigInt(price.value.minor) * numerator, denominator));
    weight = addRational(weight, place.share);
  }
  if (sample === undefined) return shippingCost(card, parcel, { zone: "", isRemote: false });
  const mean = rational(sum.numerator * weight.denominator, sum.denominator * weight.numerator);
  return ok({ ...sample, minor: Number(roundRationalHalfUp(mean)) });
}

/** Fee of a band without surcharges, micro. */
export function freightMicro(row: CardRow, chargeableG: number): number {
  const beyond = Math.max(0, chargeableG - row.stepFromG);
  const steps = row.stepG === 0 ? 0 : Math.ceil(beyond / row.stepG);
  return row.baseFeeMicro + steps * row.stepFeeMicro + row.registrationFeeMicro;
}

function refuseWeight(rows: readonly CardRow[], chargeableG: number): Outcome<never> {
  const allowed = rows.reduce((most, row) => Math.max(most, row.weightToG), 0);
  const facts = { card: rows[0]!.card, limit: "chargeable-g", allowed, value: chargeableG };
  return refuse("trade/service-refuses-parcel", facts);
}

function applies(
  surcharge: Surcharge,
  card: CardOfDay,
  parcel: Parcel,
  place: Place,
  events: readonly string[],
): boolean {
  const { condition } = surcharge;
  switch (condition.kind) {
    case "always":
      return true;
    case "remote":
      return place.isRemote;
    case "battery":
      return parcel.battery !== "none";
    case "duty-terms":
      return card.service.dutyTerms === condition.terms;
    case "side-over":
      return parcel.sidesMm[0] > condition.sideMm;
    case "event":
      return events.includes(condition.event);
  }
}

/** A share of the freight knows no other surcharge; the minimum holds for any basis. */
function surchargeMicro(surcharge: Surcharge, freight: bigint, chargeableG: number): Rational {
  const amount = BigInt(surcharge.amountMicro);
  const minimum = rational(BigInt(surcharge.minimumMicro));
  let due: Rational;
  if (surcharge.basis === "fixed") due = rational(amount);
  else if (surcharge.basis === "per-kg") due = rational(amount * BigInt(chargeableG), 1000n);
  else due = rational(freight * amount, 1_000_000n);
  return compareRational(due, minimum) < 0 ? minimum : due;
}
