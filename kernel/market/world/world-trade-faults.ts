/** Whether every market of a season can be sold to: its law, its taxes, its services. */
import { rateOne, type RateTable } from "../../money/convert.ts";
import type { CurrencyCode } from "../../money/currency.ts";
import type { Day } from "../../calendar/day.ts";
import { compileTrade, type TradeAnswers } from "../../trade/answers.ts";
import { landed, newLandedSplit } from "../../trade/landed-program.ts";
import type { BatteryClass } from "../../trade/parcel.ts";
import type { WorldSource } from "./scenario.ts";
import type { Report } from "./world-fault.ts";

export function tradeFaults(source: WorldSource, start: Day, report: Report): void {
  dates(source, report);
  transit(source, report);
  const { scenario, exchange, products, trade } = source;
  const known = (currency: string) => exchange.some((one) => one.currency === currency);
  const base = scenario.booksCurrency as CurrencyCode;
  const rateE8 = Object.fromEntries(exchange.map((one) => [one.currency, one.rateE8]));
  const rates: RateTable = { base, rateE8: { ...rateE8, [base]: rateOne } };
  const goods = products.map(({ battery, ...rest }) => ({
    ...rest,
    battery: (battery ?? "none") as BatteryClass,
    attributes: [],
  }));
  const answers = compileTrade(trade, goods, start, rates);
  for (const { id, currency } of trade.services) {
    if (currency !== base && !known(currency)) report("currency-unknown", id, currency);
  }
  for (const { country } of scenario.markets) {
    const market = trade.countries.find(({ id }) => id === country);
    if (market === undefined || market.languages.length === 0) {
      report("market-unknown", country, country);
    } else if (market.currency !== base && !known(market.currency)) {
      report("currency-unknown", country, market.currency);
    } else {
      marketFaults(source, country, answers, report);
    }
  }
}

function dates({ trade }: WorldSource, report: Report): void {
  for (const { id, from, to } of trade.rules) {
    if (!Number.isInteger(from)) report("rule-undated", id, String(from));
    else if (to !== null && !(to > from)) report("rule-undated", id, to);
  }
}

function transit({ trade }: WorldSource, report: Report): void {
  for (const carrier of trade.carriers) {
    for (const { card, dest, transitDays } of carrier.rows) {
      const [p10, p50, p90] = transitDays;
      if (!(p10 >= 1 && p10 <= p50 && p50 <= p90)) {
        report("transit-out-of-order", `${carrier.id}.${card}.${dest}`, transitDays.join(" "));
      }
    }
  }
}

/** Each category must have a product that some service takes to the market and its law admits. */
function marketFaults(
  { categories, products }: WorldSource,
  country: string,
  answers: TradeAnswers,
  report: Report,
): void {
  const services = answers.services(country, "home");
  if (services.length === 0) report("market-without-service", country, "none");
  if (services.length === 0) return;
  categories.forEach(({ id }, category) => {
    const samples = products.flatMap((one, index) => (one.category === category ? [index] : []));
    if (samples.length === 0) return;
    const isTaken = (product: number, service: number) =>
      answers.serviceCost(service, country, product).ok;
    const isTaxed = (product: number, service: number) => {
      const ask = { product, market: country, service };
      const { weightG } = products[product]!;
      const order = { goodsMinor: 2_000, freightMinor: 0, quantity: 1, weightG };
      return landed(answers.landedProgram(ask), order, newLandedSplit());
    };
    const some = (holds: (product: number, service: number) => boolean) =>
      samples.some((product) => services.some(({ index }) => holds(product, index)));
    if (!some(isTaken)) report("market-without-service", country, id);
    if (!some(isTaxed)) report("market-without-tax", country, id);
  });
}
