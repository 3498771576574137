/** What every carrier of the atlas must fulfil before a store may choose it. */
import { cardFaults } from "@echelon/kernel/trade/check-rate-card.ts";
import type { Parcel } from "@echelon/kernel/trade/parcel.ts";
import {
  cardOn,
  trackingEvents,
  type CardOfDay,
  type Carrier,
  type ServiceOffer,
} from "@echelon/kernel/trade/rate-card.ts";
import type { Country } from "@echelon/kernel/trade/rule-set.ts";
import { placeOf, placesOf, shippingCost } from "@echelon/kernel/trade/shipping-cost.ts";
import { transitQuantile, transitWeights } from "@echelon/kernel/trade/transit.ts";
import type { Span } from "./country-suite.ts";

export function carrierComplaints(
  carrier: Carrier,
  services: readonly ServiceOffer[],
  countries: readonly Country[],
  span: Span,
): readonly string[] {
  const complaints = cardFaults(carrier).map((one) => `${one.file} ${one.row}: ${one.fault}`);
  if (!carrier.label.zh.includes("示例") || !/example/i.test(carrier.label.en)) {
    complaints.push("does not say that its rates are an example");
  }
  for (const service of services) {
    for (const market of service.markets) {
      const country = countries.find((one) => one.id === market);
      if (country === undefined) {
        complaints.push(`${service.id}: reaches ${market}, which is no country of the atlas`);
      } else complaints.push(...routeComplaints(carrier, service, country, span));
    }
  }
  return [...complaints, ...eventComplaints(carrier)];
}

/** One service to one country, on the first and last day of each period of its card. */
function routeComplaints(
  carrier: Carrier,
  service: ServiceOffer,
  country: Country,
  span: Span,
): readonly string[] {
  const where = `${service.id} to ${country.id}`;
  const days = new Set([span.from, span.to - 1]);
  for (const row of [...carrier.rows, ...carrier.surcharges]) {
    for (const border of [row.from, row.to ?? span.to]) {
      if (border > span.from && border < span.to) days.add(border).add(border - 1);
    }
  }
  for (const day of days) {
    const card = cardOn(carrier, service, country.code, day);
    if (!card.ok) return [`${where}: no card on day ${day}`];
    const complaint = cardComplaint(card.value, country);
    if (complaint !== null) return [`${where} on day ${day}: ${complaint}`];
  }
  return [];
}

function cardComplaint(card: CardOfDay, country: Country): string | null {
  const places = placesOf(card, country.cities);
  if (!places.ok) return `no zone: ${JSON.stringify(places.refusal.facts)}`;
  for (const start of firstCharacters(country)) {
    if (!placeOf(card, start).ok) return `no zone for postcodes from ${start}`;
  }
  for (const place of places.value) {
    let before = 0;
    for (const weightG of weightsFor(card)) {
      const price = shippingCost(card, block(weightG), place);
      if (!price.ok) return `refuses ${JSON.stringify(price.refusal.facts)}`;
      if (price.value.minor < before) return `${weightG} g cost less than what is lighter`;
      if (price.value.minor === 0) return `${weightG} g cost nothing`;
      before = price.value.minor;
    }
  }
  const { transitDays } = card.rows[0]!;
  const weights = transitWeights(...transitDays);
  const read = [100_000, 500_000, 900_000].map((share) => transitQuantile(weights, share));
  if (read.join() !== transitDays.join()) return `quantiles read back as ${read.join()}`;
  return null;
}

/** What the country's pattern lets a postcode begin with. */
function firstCharacters(country: Country): readonly string[] {
  const pattern = new RegExp(country.postcode!.pattern);
  const starts = country.cities.flatMap((city) => city.postcodes.map((mask) => mask.slice(1)));
  return [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((first) =>
    starts.some((rest) => pattern.test((first + rest).replaceAll("#", "0").replaceAll("@", "A"))),
  );
}

/** Both sides of every band and of its first steps, and its whole range in thirds. */
function weightsFor(card: CardOfDay): readonly number[] {
  const [first] = card.rows;
  const most = Math.min(first!.weightMaxG, Math.max(...card.rows.map((row) => row.weightToG)));
  const weights = card.rows.flatMap((row) => [
    row.weightFromG,
    row.weightFromG + 1,
    row.stepFromG + row.stepG,
    row.stepFromG + row.stepG + 1,
    Math.floor((row.weightFromG + row.weightToG) / 3),
    row.weightToG,
  ]);
  return [...new Set(weights)].filter((one) => one > 0 && one <= most).sort((a, b) => a - b);
}

/** A parcel so dense that its volume never counts and its size breaks no limit. */
function block(weightG: number): Parcel {
  const sidesMm = [100, 100, 10] as const;
  return { weightG, volumeMm3: 1, sidesMm, boxWeightG: weightG, battery: "none" };
}

/** For every tracking of the card the events are listed, each once, the ends among them. */
function eventComplaints(carrier: Carrier): readonly string[] {
  const complaints: string[] = [];
  for (const tracked of new Set(carrier.rows.map((row) => row.tracked))) {
    const events = carrier.events[tracked];
    if (events === undefined) {
      complaints.push(`events.json: nothing for tracking "${tracked}"`);
      continue;
    }
    if (new Set(events).size !== events.length) complaints.push(`events of ${tracked}: twice`);
    for (const end of ["DELIVERED", "LOST"] as const) {
      if (!events.includes(end)) complaints.push(`events of ${tracked}: no ${end}`);
    }
  }
  for (const surcharge of carrier.surcharges) {
    const { condition } = surcharge;
    if (condition.kind !== "event") continue;
    const isKnown = (trackingEvents as readonly string[]).includes(condition.event);
    if (!isKnown) complaints.push(`${surcharge.code}: no event ${condition.event}`);
  }
  return complaints;
}
