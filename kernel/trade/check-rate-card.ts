/** What must be true of a rate card before anything is priced with it; every fault is reported. */
import type { Day } from "../calendar/day.ts";
import type { CardRow, Carrier } from "./rate-card.ts";
import { freightMicro } from "./shipping-cost.ts";
import { transitDaysMax } from "./transit.ts";

/** A fault names its file, the rows of it that are concerned, and what is wrong. */
export type CardFault = {
  readonly file: "card" | "surcharges" | "zones" | "remote" | "services";
  readonly row: string;
  readonly fault:
    | "empty"
    | "dates-reversed"
    | "band-reversed"
    | "band-gap"
    | "band-overlap"
    | "band-not-uniform"
    | "price-falls-with-weight"
    | "negative"
    | "quantiles-unordered"
    | "transit-not-uniform"
    | "loss-out-of-range"
    | "size-rule-incomplete"
    | "zone-without-row"
    | "row-without-zone"
    | "card-unknown"
    | "service-without-row"
    | "row-without-service"
    | "currency-mixed";
};

type Report = (file: CardFault["file"], row: string, fault: CardFault["fault"]) => void;

export function cardFaults(carrier: Carrier): readonly CardFault[] {
  const faults: CardFault[] = [];
  const report: Report = (file, row, fault) => faults.push({ file, row, fault });
  if (carrier.rows.length === 0) report("card", "", "empty");
  for (const row of carrier.rows) checkRow(row, report);
  for (const [key, rows] of groupBy(carrier.rows, cardKey)) checkBands(key, rows, report);
  for (const [key, rows] of groupBy(carrier.rows, routeKey)) checkTransit(key, rows, report);
  checkSurcharges(carrier, report);
  checkZones(carrier, report);
  checkServices(carrier, report);
  return faults;
}

/** (card, product, destination, zone): what one weight finds exactly one band of on any day. */
export function cardKey(row: CardRow): string {
  return [row.card, row.product, row.dest, row.zone].join(" ");
}

function routeKey(row: CardRow): string {
  return [row.card, row.product, row.dest].join(" ");
}

function groupBy(
  rows: readonly CardRow[],
  keyOf: (row: CardRow) => string,
): ReadonlyMap<string, readonly CardRow[]> {
  const groups = new Map<string, CardRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function checkRow(row: CardRow, report: Report): void {
  const name = `${cardKey(row)} ${row.weightFromG}-${row.weightToG}`;
  const amounts = [
    row.weightFromG,
    row.baseFeeMicro,
    row.stepFromG,
    row.stepG,
    row.stepFeeMicro,
    row.registrationFeeMicro,
    row.weightMinG,
    row.divisor,
  ];
  if (amounts.some((amount) => amount < 0)) report("card", name, "negative");
  if (row.to !== null && row.to <= row.from) report("card", name, "dates-reversed");
  if (row.weightToG < row.weightFromG) report("card", name, "band-reversed");
  const [p10, p50, p90] = row.transitDays;
  if (!(1 <= p10 && p10 <= p50 && p50 <= p90 && p90 <= transitDaysMax)) {
    report("card", name, "quantiles-unordered");
  }
  if (row.lossPpm < 0 || row.lossPpm > 1_000_000) report("card", name, "loss-out-of-range");
  if ((row.sizeRule === null) !== (row.sizeMaxMm === 0)) {
    report("card", name, "size-rule-incomplete");
  }
}

/** On each day the bands of a key follow one another, and the price never falls between them. */
function checkBands(key: string, rows: readonly CardRow[], report: Report): void {
  for (const day of borderDays(rows)) {
    const bands = rows
      .filter((row) => row.from <= day && (row.to === null || day < row.to))
      .sort((a, b) => a.weightFromG - b.weightFromG);
    const first = bands[0];
    if (first === undefined) continue;
    if (first.weightFromG !== 0) report("card", `${key} ${first.weightFromG}`, "band-gap");
    for (const [index, band] of bands.entries()) {
      const next = bands[index + 1];
      if (!isUniform(first, band)) report("card", `${key} ${band.weightFromG}`, "band-not-uniform");
      if (next === undefined) continue;
      const name = `${key} ${band.weightToG}/${next.weightFromG}`;
      if (next.weightFromG > band.weightToG + 1) report("card", name, "band-gap");
      if (next.weightFromG <= band.weightToG) report("card", name, "band-overlap");
      if (freightMicro(next, next.weightFromG) < freightMicro(band, band.weightToG)) {
        report("card", name, "price-falls-with-weight");
      }
    }
  }
}

/** Days under way, loss and tracking are those of the route: the market knows no zones. */
function checkTransit(key: string, rows: readonly CardRow[], report: Report): void {
  for (const day of borderDays(rows)) {
    const valid = rows.filter((row) => row.from <= day && (row.to === null || day < row.to));
    const stated = valid.map((row) => [...row.transitDays, row.lossPpm, row.tracked].join(" "));
    if (new Set(stated).size > 1) report("card", key, "transit-not-uniform");
  }
}

/** The days on which the set of valid rows changes. */
function borderDays(rows: readonly CardRow[]): readonly Day[] {
  const days = new Set<Day>();
  for (const row of rows) {
    days.add(row.from);
    if (row.to !== null) days.add(row.to);
  }
  return [...days].sort((a, b) => a - b);
}

/** What decides the chargeable weight and the limits may not change from band to band. */
function isUniform(a: CardRow, b: CardRow): boolean {
  return (
    a.weightMinG === b.weightMinG &&
    a.divisor === b.divisor &&
    a.volumeTrigger === b.volumeTrigger &&
    a.sideMaxMm === b.sideMaxMm &&
    a.sizeRule === b.sizeRule &&
    a.sizeMaxMm === b.sizeMaxMm &&
    a.weightMaxG === b.weightMaxG &&
    a.battery === b.battery &&
    a.currency === b.currency
  );
}

function checkSurcharges(carrier: Carrier, report: Report): void {
  const cards = new Set(carrier.rows.map((row) => row.card));
  for (const surcharge of carrier.surcharges) {
    const name = `${surcharge.card} ${surcharge.code}`;
    if (!cards.has(surcharge.card)) report("surcharges", name, "card-unknown");
    if (surcharge.amountMicro < 0 || surcharge.minimumMicro < 0) {
      report("surcharges", name, "negative");
    }
    if (surcharge.to !== null && surcharge.to <= surcharge.from) {
      report("surcharges", name, "dates-reversed");
    }
  }
}

/** Every zone of a card has prices, and every priced zone can be reached from some postcode. */
function checkZones(carrier: Carrier, report: Report): void {
  const priced = new Set(carrier.rows.map((row) => [row.card, row.dest, row.zone].join(" ")));
  const reached = new Set(carrier.zones.map((row) => [row.card, row.dest, row.zone].join(" ")));
  for (const zone of reached) if (!priced.has(zone)) report("zones", zone, "zone-without-row");
  for (const row of carrier.rows) {
    const zone = [row.card, row.dest, row.zone].join(" ");
    if (row.zone !== "" && !reached.has(zone)) report("card", zone, "row-without-zone");
  }
  const cards = new Set(carrier.rows.map((row) => `${row.card} ${row.dest}`));
  for (const row of carrier.remote) {
    if (!cards.has(`${row.card} ${row.dest}`)) report("remote", row.postcodePrefix, "card-unknown");
  }
}

function checkServices(carrier: Carrier, report: Report): void {
  for (const service of carrier.services) {
    const rows = carrier.rows.filter(
      (row) =>
        row.card === service.card &&
        row.product === service.product &&
        row.dutyTerms.includes(service.dutyTerms),
    );
    if (rows.length === 0) report("services", service.id, "service-without-row");
    if (new Set(rows.map((row) => row.currency)).size > 1) {
      report("services", service.id, "currency-mixed");
    }
  }
  for (const row of carrier.rows) {
    const isServed = carrier.services.some(
      (service) => service.card === row.card && service.product === row.product,
    );
    if (!isServed) report("card", cardKey(row), "row-without-service");
  }
}
