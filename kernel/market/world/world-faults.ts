/** What may be wrong with a season's source. All faults are named, not only the first. */
import { fromIso, civilOf, type Day } from "../../calendar/day.ts";
import { retailYears } from "../../calendar/retail-events.ts";
import { isCurrencyCode } from "../../money/currency.ts";
import { depthNames, segmentNames, sliceNames } from "../parameters/parameter-lists.ts";
import {
  parameterList,
  parameterRows,
  parametersOf,
  type Parameters,
} from "../parameters/parameters.ts";
import type { Scenario, WorldSource } from "./scenario.ts";
import type { Report, WorldFault } from "./world-fault.ts";
import * as limits from "./world-limits.ts";
import { tradeFaults } from "./world-trade-faults.ts";

export function worldFaults(source: WorldSource): readonly WorldFault[] {
  const faults: WorldFault[] = [];
  const report: Report = (kind, at, value) => faults.push({ kind, at, value });
  const { parameters, faults: wrong } = parametersOf(source.scenario.parameters);
  for (const { name, value, kind } of wrong) report(`parameter-${kind}`, name, value);
  for (const { name, source: from } of parameterRows) {
    if (from === "") report("parameter-without-source", name, "");
  }
  numbers(source, "source", report);
  shares(source, parameters, report);
  demand(parameters, report);
  sizes(source, report);
  places(source, report);
  const start = startOf(source.scenario, report);
  if (start !== null) {
    shocks(source.scenario, report);
    tradeFaults(source, start, report);
  }
  return faults;
}

/** What may take away as well as add. */
const signed = /\.(sizeBp|commissionBp|rentBp|wageBp|rankBonusMilli|parameters\.\d+\.value)$/;

function numbers(value: unknown, at: string, report: Report): void {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) report("not-finite", at, String(value));
    else if (value < 0 && !signed.test(at)) report("negative", at, value);
  } else if (Array.isArray(value)) {
    value.forEach((one, index) => numbers(one, `${at}.${index}`, report));
  } else if (value !== null && typeof value === "object") {
    for (const [name, one] of Object.entries(value)) {
      // The law of a country is checked where it is made; it is large, and its signs are its own.
      if (name !== "trade") numbers(one, `${at}.${name}`, report);
    }
  }
}

function shares(source: WorldSource, parameters: Parameters, report: Report): void {
  const { scenario, categories } = source;
  const whole = (at: string, sum: number, wanted: number) => {
    if (Math.abs(sum - wanted) > wanted * 1e-9) report("share-sum", at, sum);
  };
  const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);
  whole("scenario.markets", sum(scenario.markets.map((one) => one.visitShareBp)), 10_000);
  whole("scenario.bots.levelsBp", sum(scenario.bots.levelsBp), 10_000);
  const { profitBp, customerBp, operationsBp, processBp } = scenario.score;
  whole("scenario.score", profitBp + customerBp + operationsBp + processBp, 10_000);
  for (const { id, queries } of categories) {
    whole(`categories.${id}.queries`, sum(queries.map((one) => one.visitShareBp)), 10_000);
  }
  whole(
    "parameters.segment.share",
    sum(parameterList(parameters, "segment.share", segmentNames)),
    1,
  );
  whole("parameters.depth.share", sum(parameterList(parameters, "depth.share", depthNames)), 1);
  whole("parameters.traffic.slice", sum(parameterList(parameters, "traffic.slice", sliceNames)), 1);
  const depths = parameterList(parameters, "depth.slots", depthNames);
  depths.forEach((slots, depth) => {
    const isLast = depth === depths.length - 1;
    const isInOrder = depth === 0 || slots > depths[depth - 1]!;
    if (!Number.isInteger(slots) || !isInOrder || (isLast && slots !== limits.pageSlots)) {
      report("size-above-limit", `parameters.depth.slots.${depth}`, slots);
    }
  });
}

/** Demand falls in price where every segment minds it and the nest keeps the outside in sight. */
function demand(parameters: Parameters, report: Report): void {
  const prices = parameterList(parameters, "segment.price", segmentNames);
  prices.forEach((price, segment) => {
    if (!(price > 0)) report("demand-not-falling", `segment.price.${segmentNames[segment]}`, price);
  });
  const nest = parameters["choice.nest"];
  if (!(nest > 0 && nest <= 1)) report("demand-not-falling", "choice.nest", nest);
}

function sizes({ scenario, categories, tiers, trade }: WorldSource, report: Report): void {
  const within = (at: string, value: number, most: number, least = 1) => {
    if (!Number.isInteger(value) || value < least || value > most) {
      report("size-above-limit", at, value);
    }
  };
  const queries = categories.reduce((most, one) => Math.max(most, one.queries.length), 0);
  within("scenario.storesMax", scenario.storesMax, limits.storesMax);
  within("scenario.offersPerStore", scenario.offersPerStore, limits.offersPerStoreMax);
  within("scenario.days", scenario.days, limits.daysMax);
  within("scenario.burnInDays", scenario.burnInDays, limits.daysMax, 0);
  within("scenario.bots.stores", scenario.bots.stores, scenario.storesMax, 0);
  within("scenario.markets", scenario.markets.length, limits.marketsMax);
  within("categories", categories.length, limits.categoriesMax);
  within("queries", queries, limits.queriesMax);
  within("shelves", scenario.markets.length * categories.length * queries, limits.shelvesMax);
  within("offers", scenario.storesMax * scenario.offersPerStore, limits.offersMax);
  within("trade.services", trade.services.length, limits.servicesMax);
  within("tiers", tiers.length, limits.tiersMax);
}

function places(source: WorldSource, report: Report): void {
  const { scenario, categories, products, exchange, tiers } = source;
  const listed = categories.map(({ id }) => id);
  if (scenario.categories.join() !== listed.join()) {
    report("place-unknown", "scenario.categories", scenario.categories.join(" "));
  }
  for (const { sku, category, costCurrency } of products) {
    if (listed[category] === undefined) report("place-unknown", `products.${sku}`, category);
    const isBooks = costCurrency === scenario.booksCurrency;
    if (!isBooks && !exchange.some(({ currency }) => currency === costCurrency)) {
      report("currency-unknown", `products.${sku}`, costCurrency);
    }
  }
  for (const code of [scenario.booksCurrency, ...exchange.map(({ currency }) => currency)]) {
    if (!isCurrencyCode(code)) report("currency-unknown", "exchange", code);
  }
  twice(
    "products",
    products.map(({ sku }) => sku),
    report,
  );
  twice("categories", listed, report);
  twice(
    "markets",
    scenario.markets.map(({ country }) => country),
    report,
  );
  twice(
    "tiers",
    tiers.map(({ id }) => id),
    report,
  );
  twice(
    "exchange",
    exchange.map(({ currency }) => currency),
    report,
  );
}

function twice(at: string, names: readonly string[], report: Report): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) report("duplicate", at, name);
    seen.add(name);
  }
}

/** The season's first day, or null where its calendar is not known. */
function startOf({ startDate, days, burnInDays }: Scenario, report: Report): Day | null {
  let start: Day;
  try {
    start = fromIso(startDate);
  } catch {
    report("date-unknown", "scenario.startDate", startDate);
    return null;
  }
  const first = civilOf(start - burnInDays).year;
  const last = civilOf(start + days).year;
  if (first < retailYears.first || last > retailYears.last) {
    report("date-unknown", "scenario.startDate", startDate);
    return null;
  }
  return start;
}

function shocks({ shocks: script, days, markets, categories }: Scenario, report: Report): void {
  script.forEach((shock, index) => {
    const at = `scenario.shocks.${index}`;
    if (!(shock.from >= 1 && shock.from <= days)) report("shock-outside-season", at, shock.from);
    for (const market of shock.markets) {
      if (!markets.some(({ country }) => country === market)) report("place-unknown", at, market);
    }
    for (const category of shock.categories) {
      if (!categories.includes(category)) report("place-unknown", at, category);
    }
  });
}
