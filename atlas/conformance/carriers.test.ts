import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { fromIso } from "@echelon/kernel/calendar/day.ts";
import { compileTrade, type TradeProduct } from "@echelon/kernel/trade/answers.ts";
import type { CardRow, Carrier } from "@echelon/kernel/trade/rate-card.ts";
import { loadTradeAtlas, tradeSlice } from "../trade-atlas.ts";
import { carrierComplaints } from "./testing/carrier-suite.ts";
import { rates, textComplaints } from "./testing/country-suite.ts";

const span = { from: fromIso("2025-01-01"), to: fromIso("2028-01-01") };
const atlas = loadTradeAtlas();
const countries = [...atlas.countries.values()].map((folder) => folder.country);
const markets = countries.filter((one) => one.role === "market").map((one) => one.id);
const slice = tradeSlice(atlas, { markets, carriers: [...atlas.carriers.keys()], ...span });

const complaintsOf = (carrier: Carrier) =>
  carrierComplaints(
    carrier,
    slice.services.filter((service) => service.carrier === carrier.id),
    countries,
    span,
  );

const shirt: TradeProduct = {
  hs10: "6109100000",
  origin: "cn",
  weightG: 200,
  sizeMm: [250, 200, 30],
  battery: "none",
  attributes: [],
};

describe("every carrier of the atlas", () => {
  for (const carrier of atlas.carriers.values()) {
    test(`${carrier.id}: bands close, prices rise with weight, zones reach every postcode`, () => {
      assert.deepEqual(complaintsOf(carrier), []);
      assert.deepEqual(textComplaints(carrier), []);
    });
  }

  test("together bring parcels, stock and warehouse orders to each of the ten markets", () => {
    const answers = compileTrade(slice, [shirt], fromIso("2026-09-01"), rates);
    for (const market of markets) {
      const home = answers.services(market, "home").map((quote) => quote.service);
      const channels = new Set(home.map((service) => service.channel));
      assert.deepEqual([...channels].sort(), ["express", "line", "postal"], market);
      assert.ok(home.every((service) => service.currency === "CNY"));
      const modes = answers.firstLegs(market).map((quote) => quote.service.mode);
      assert.deepEqual(modes.toSorted(), ["air", "sea"], market);
      assert.equal(answers.services(market, "warehouse").length, 1, market);
    }
  });

  test("ask plausible prices: a shirt by registered packet to the US costs CNY 25 to 35", () => {
    const answers = compileTrade(slice, [shirt], fromIso("2026-09-01"), rates);
    const packet = answers.services("us", "home").find((quote) => quote.tracked === "partial")!;
    const price = answers.serviceCost(packet.index, "us", 0);
    assert.ok(price.ok && price.value.minor >= 2_500 && price.value.minor <= 3_500);
  });

  test("take a power bank to every market by the dangerous-goods line alone", () => {
    const bank: TradeProduct = { ...shirt, hs10: "8507600000", battery: "PI965" };
    const answers = compileTrade(slice, [bank], fromIso("2026-09-01"), rates);
    for (const market of markets) {
      const takers = answers
        .services(market, "home")
        .filter((quote) => answers.serviceCost(quote.index, market, 0).ok)
        .map((quote) => quote.service.id);
      assert.deepEqual(takers, ["line-dangerous.ddp"], market);
    }
  });

  test("are slower where they are cheaper", () => {
    const answers = compileTrade(slice, [shirt], fromIso("2026-09-01"), rates);
    for (const market of markets) {
      const quotes = answers.services(market, "home");
      const priced = quotes.map((quote) => {
        const price = answers.serviceCost(quote.index, market, 0);
        assert.ok(price.ok);
        return { minor: price.value.minor, days: quote.transitDays[1] };
      });
      const cheapest = priced.reduce((a, b) => (b.minor < a.minor ? b : a));
      const dearest = priced.reduce((a, b) => (b.minor > a.minor ? b : a));
      assert.ok(cheapest.days > dearest.days, market);
    }
  });
});

describe("the suite of carriers catches", () => {
  const post = atlas.carriers.get("example-post")!;
  const line = atlas.carriers.get("example-line")!;
  const edit = (carrier: Carrier, change: (row: CardRow) => Partial<CardRow>): Carrier => ({
    ...carrier,
    rows: carrier.rows.map((row) => ({ ...row, ...change(row) })),
  });
  const found = (carrier: Carrier) => complaintsOf(carrier).join("\n");

  test("a card that ends before the span does", () => {
    const ended = edit(post, (row) => ({ to: row.to ?? fromIso("2027-03-01") }));
    assert.match(found(ended), /packet.dap to ca: no card on day/);
  });

  test("steps counted from the band's start", () => {
    const wrong = edit(post, (row) => ({ stepFromG: row.weightFromG }));
    assert.match(found(wrong), /EPK.*price-falls-with-weight/);
  });

  test("a fee for weight that falls", () => {
    const wrong = edit(line, () => ({ stepFeeMicro: 0, weightToG: 500, weightMaxG: 500 }));
    const cheap = wrong.rows.map((row) => ({
      ...row,
      weightFromG: 501,
      weightToG: 20_000,
      baseFeeMicro: 1,
    }));
    assert.match(found({ ...wrong, rows: [...wrong.rows, ...cheap] }), /price-falls-with-weight/);
  });

  test("a part of the country without a zone", () => {
    const zones = line.zones.filter((row) => row.postcodePrefix !== "4");
    assert.match(found({ ...line, zones }), /line.ddp to us.*no zone for postcodes from 4/);
  });

  test("quantiles out of order, and a tracking that reports nothing", () => {
    const turned = edit(post, () => ({ transitDays: [12, 11, 10] }));
    assert.match(found(turned), /quantiles-unordered/);
    assert.match(found({ ...post, events: {} }), /nothing for tracking "full"/);
  });

  test("a card that does not say it is an example", () => {
    const label = { zh: "运价", en: "Rates" };
    assert.match(found({ ...post, label }), /does not say that its rates are an example/);
  });
});
