import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { width } from "@echelon/kernel/market/listing/score-listing.ts";
import { titleWidthMax } from "./editor-parts.ts";
import { joinedHints } from "./joined-hints.ts";
import { levelCost } from "./photo-cost.ts";
import { contentParts, contentPoints, pointsTone, relevancePercent } from "./score-bars.ts";
import { type Service, serviceMarks, sortedServices, outdoneServices } from "./service-order.ts";
import { placeOfTerm, withKeyword, withTerm } from "./terms.ts";
import { titleWidth } from "./title-width.ts";
import { barPlaces, type Economics, waterfallBars } from "./waterfall-bars.ts";

const economics = (parts: Partial<Economics>): Economics => ({
  currency: "EUR",
  priceMinor: 2_730,
  feeMinor: 0,
  taxAtSaleMinor: 0,
  dueAtDoorMinor: 0,
  landedMinor: 2_730,
  commissionMinor: 0,
  goodsMinor: 0,
  shippingMinor: 0,
  sellerDutyMinor: 0,
  marginMinor: 2_730,
  marginBp: 10_000,
  breakEvenBidTicks: 0,
  certainty: "certain",
  rateSource: null,
  ...parts,
});

test("the steps of a waterfall lead from what the buyer pays to what is left", () => {
  const part = fc.integer({ min: 0, max: 100_000 });
  const parts = fc.tuple(part, part, part, part, part, part, part);
  fc.assert(
    fc.property(parts, ([price, sale, door, commission, goods, shipping, duty]) => {
      const bars = waterfallBars(
        economics({
          priceMinor: price,
          taxAtSaleMinor: sale,
          dueAtDoorMinor: door,
          landedMinor: price + sale + door,
          commissionMinor: commission,
          goodsMinor: goods,
          shippingMinor: shipping,
          sellerDutyMinor: duty,
          marginMinor: price - commission - goods - shipping - duty,
        }),
      );
      const steps = bars.filter(({ kind }) => kind === "step");
      const end = bars[0]!.minor + steps.reduce((sum, { minor }) => sum + minor, 0);
      assert.equal(end, bars.at(-1)?.minor);
      assert.equal(bars.at(-1)?.code, "margin");
      for (const { left, width: long } of barPlaces(bars)) {
        assert.ok(left >= 0 && left + long <= 101, `${left} + ${long}`);
      }
    }),
  );
});

test("what the seller receives is only named where a tax was taken off", () => {
  const codes = (parts: Partial<Economics>) =>
    waterfallBars(economics(parts)).map(({ code }) => code);
  assert.ok(!codes({}).includes("received"));
  assert.ok(codes({ taxAtSaleMinor: 500, landedMinor: 3_230 }).includes("received"));
});

test("a loss is drawn to the left of nothing", () => {
  const bars = waterfallBars(economics({ goodsMinor: 3_000, marginMinor: -270 }));
  assert.deepEqual([bars.at(-1)?.from, bars.at(-1)?.to], [-270, 0]);
});

test("a title is as wide here as the kernel counts it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      assert.equal(titleWidth(title), width(title.trim()));
    }),
  );
  assert.equal(titleWidth("保温杯 500ml"), 12);
});

test("a word counts where it stands, whatever its case and width", () => {
  assert.equal(placeOfTerm("LED", "Warm led lamp", []), "title");
  assert.equal(placeOfTerm("lamp", "Light", ["desk Lamp"]), "keywords");
  assert.equal(placeOfTerm("usb", "Ｕｓｂ light", []), "title");
  assert.equal(placeOfTerm("usb", "light", ["lamp"]), "nowhere");
});

test("adding a word twice changes nothing, and a full title takes no more", () => {
  const word = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() === text && text !== "");
  fc.assert(
    fc.property(fc.string({ maxLength: 140 }), word, (title, term) => {
      const once = withTerm(title, term);
      assert.equal(withTerm(once, term), once);
      assert.ok(once === title || titleWidth(once) <= titleWidthMax);
    }),
  );
});

test("keywords are not doubled and stay within their number", () => {
  assert.deepEqual(withKeyword(["lamp"], "Lamp", 7), ["lamp"]);
  const full = Array.from({ length: 7 }, (_, index) => `k${index}`);
  assert.deepEqual(withKeyword(full, "one more", 7), full);
  assert.deepEqual(withKeyword(["a"], "b", 7), ["a", "b"]);
});

test("content runs from 0 to 100 points, and its parts weigh a hundred", () => {
  assert.equal(contentPoints(-1_000), 0);
  assert.equal(contentPoints(1_000), 100);
  assert.equal(
    contentParts.reduce((sum, { weight }) => sum + weight, 0),
    100,
  );
  assert.equal(relevancePercent(255), 100);
  assert.deepEqual([39, 40, 70].map(pointsTone), ["bad", "warn", "good"]);
});

test("missing words are hinted at once, with all of them", () => {
  const missing = (term: string) => ({ code: "listing/term-missing", facts: { term } });
  const other = { code: "listing/title-length", facts: { width: 9 } };
  assert.deepEqual(joinedHints([missing("a"), other, missing("b"), missing("a")], ", "), [
    other,
    { code: "listing/term-missing", facts: { term: "a, b" } },
  ]);
  assert.deepEqual(joinedHints([other], ", "), [other]);
});

test("better pictures cost each level on the way, and what is owned costs nothing", () => {
  const costs = [0, 2_000, 3_000, 6_000];
  assert.equal(levelCost(costs, 0, 3), 11_000);
  assert.equal(levelCost(costs, 1, 2), 3_000);
  assert.equal(levelCost(costs, 2, 1), 0);
});

const service = (id: string, costMinor: number | null, parts: Partial<Service> = {}): Service => ({
  id,
  name: { zh: id, en: id },
  from: "home",
  onHand: 40,
  costMinor,
  currency: "CNY",
  refusal: null,
  p10Days: 5,
  p50Days: 8,
  p90Days: 12,
  lossPpm: 0,
  isTracked: true,
  dutyTerms: "DDP",
  ...parts,
});
const inEuro = (minor: number, from: string) => (from === "CNY" ? Math.round(minor / 8) : minor);

test("services are compared in one currency, and refused ones stand apart", () => {
  const { offered, refused } = sortedServices(
    [service("post", 4_000), service("local", 441, { currency: "EUR" }), service("no", null)],
    inEuro,
  );
  assert.deepEqual(
    offered.map(({ id, localMinor }) => [id, localMinor]),
    [
      ["local", 441],
      ["post", 500],
    ],
  );
  assert.deepEqual(
    refused.map(({ id }) => id),
    ["no"],
  );
});

test("a warehouse that holds none of the product offers nothing yet, however cheap it is", () => {
  const services = [
    service("post", 4_000),
    service("last mile", 10, { from: "warehouse", onHand: 0 }),
    service("stocked", 20, { from: "warehouse", onHand: 3 }),
    service("sold out at home", 5_000, { onHand: 0 }),
  ];
  const { offered, empty } = sortedServices(services, inEuro);
  assert.deepEqual(
    [offered, empty].map((group) => group.map(({ id }) => id)),
    [["stocked", "post", "sold out at home"], ["last mile"]],
  );
  assert.equal(serviceMarks(offered).get("stocked"), "cheapest");
});

test("a service is put aside only where a cheaper one is as good in everything", () => {
  const services = [
    service("general", 200, { p90Days: 10 }),
    service("battery", 300, { p90Days: 12 }),
    service("quick", 400, { p90Days: 4 }),
    service("at the door", 500, { p90Days: 12, dutyTerms: "DAP" }),
    service("near", 600, { p90Days: 12, from: "warehouse" }),
    service("untracked", 100, { p90Days: 9, isTracked: false }),
  ];
  assert.deepEqual(
    outdoneServices(sortedServices(services, inEuro).offered).map(({ id }) => id),
    ["battery"],
  );
});

test("the cheapest tracked service is marked even when it is the fastest, too", () => {
  const untracked = service("a", 100, { isTracked: false });
  const { offered } = sortedServices([untracked, service("b", 200, { p90Days: 3 })], inEuro);
  assert.deepEqual([...serviceMarks(offered)], [["b", "cheapest"]]);
});
