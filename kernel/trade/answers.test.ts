import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { compileTrade, honestProfile, type LandedAsk } from "./answers.ts";
import { landed, newLandedSplit } from "./landed-program.ts";
import { rates, rule } from "./testing/generated.ts";
import { products, services, tradeSlice, unionRules } from "./testing/slice.ts";

const [parcel, firstLeg, lastMile] = services.keys();
const shirt = { product: 0, market: "aa" };

const answersOn = (day: number) => compileTrade(tradeSlice(), products, day, rates);

function split(day: number, ask: LandedAsk, goodsMinor: number, freightMinor = 0) {
  const out = newLandedSplit();
  const input = { goodsMinor, freightMinor, quantity: 1, weightG: 200 };
  assert.ok(landed(answersOn(day).landedProgram(ask), input, out));
  return [out.atSaleMinor, out.atDoorMinor, out.sellerMinor, out.sellerVatMinor];
}

describe("landed prices", () => {
  test("change on the day a rule begins, not the day before and not the day after", () => {
    const ask = { ...shirt, service: parcel! };
    assert.deepEqual(split(49, ask, 2_000), [460, 0, 0, 0]);
    assert.deepEqual(split(50, ask, 2_000), [529, 300, 0, 0]);
    assert.deepEqual(split(51, ask, 2_000), [529, 300, 0, 0]);
  });

  test("above the threshold are due at the door, scheme or not", () => {
    const ask = { ...shirt, service: parcel! };
    assert.deepEqual(split(0, ask, 15_000), [3_450, 0, 0, 0]);
    assert.deepEqual(split(0, ask, 15_001), [0, 6_494, 0, 0]);
  });

  test("of stock for a warehouse are the store's, its VAT told apart", () => {
    const ask = { ...shirt, service: firstLeg! };
    assert.deepEqual(split(0, ask, 100_000, 10_000), [0, 0, 47_625, 29_475]);
    // A small consignment of stock is no consumer's purchase and has no relief.
    assert.deepEqual(split(0, ask, 2_000), [0, 0, 866, 536]);
  });

  test("of two codes that the law cannot tell apart are one program, told its line", () => {
    const alike = [products[0]!, { ...products[0]!, hs10: "6109109999" }, products[2]!];
    const answers = compileTrade(tradeSlice(), alike, 0, rates);
    const [one, two, three] = [0, 1, 2].map((product) =>
      answers.landedProgram({ product, market: "aa", service: parcel! }),
    );
    assert.equal(one!.ladder, two!.ladder);
    assert.deepEqual([one!.line.hs, two!.line.hs], ["6109100000", "6109109999"]);
    assert.notEqual(one!.ladder, three!.ladder);
  });

  test("from the warehouse are VAT at the sale alone", () => {
    const ask = { ...shirt, service: lastMile! };
    assert.deepEqual(split(60, ask, 2_000), [460, 0, 0, 0]);
  });

  test("rise by exactly the step of a tariff event, and by losing a relief", () => {
    const ask = { ...shirt, service: parcel! };
    const step = { tariffStepBp: 1_000, isReliefRemoved: false };
    assert.deepEqual(split(0, { ...ask, amendment: step }, 2_000), [460, 200, 0, 0]);
    const end = { tariffStepBp: 0, isReliefRemoved: true };
    assert.deepEqual(split(0, { ...ask, amendment: end }, 2_000), [0, 866, 0, 0]);
    const both = { tariffStepBp: 1_000, isReliefRemoved: true };
    assert.deepEqual(split(0, { ...ask, amendment: both }, 2_000), [0, 1_112, 0, 0]);
  });

  test("can be asked why", () => {
    const order = { goodsMinor: 2_000, freightMinor: 0, quantity: 1, weightG: 200 };
    const assessed = answersOn(0).assess({ ...shirt, service: parcel! }, order);
    assert.ok(assessed.ok);
    assert.equal(assessed.value.selection.winner.id, "UU.lv");
    assert.equal(assessed.value.collector, "marketplace");
    assert.equal(assessed.value.certainty, "probable");
  });

  test("of an unknown market are refused by name", () => {
    const { refusal } = answersOn(0).landedProgram({ product: 0, market: "zz", service: 0 });
    assert.equal(refusal?.code, "trade/country-unknown");
  });
});

describe("services", () => {
  test("are listed by market and pool, with their days and tracking", () => {
    const answers = answersOn(0);
    const ids = (pool: "home" | "warehouse") =>
      answers.services("aa", pool).map((quote) => [quote.index, quote.service.id]);
    assert.deepEqual(ids("home"), [[parcel, "parcel"]]);
    assert.deepEqual(ids("warehouse"), [[lastMile, "last-mile"]]);
    assert.deepEqual(
      answers.firstLegs("aa").map((quote) => quote.service.mode),
      ["sea"],
    );
    assert.deepEqual(answers.services("aa", "home")[0]!.transitDays, [7, 11, 18]);
    assert.deepEqual(answers.services("zz", "home"), []);
  });

  test("ask the card's price of the day, of one parcel or a whole consignment", () => {
    const minor = (day: number, service: number, product: number, units?: number) => {
      const price = answersOn(day).serviceCost(service, "aa", product, units);
      return price.ok ? price.value.minor : price.refusal.facts["limit"];
    };
    assert.equal(minor(69, parcel!, 0), 3_500);
    assert.equal(minor(70, parcel!, 0), 3_600);
    assert.equal(minor(80, parcel!, 0), 3_500);
    assert.equal(minor(0, parcel!, 0, 2), 4_800);
    assert.equal(minor(0, parcel!, 2), "weight-g");
    assert.equal(minor(0, parcel!, 1), "battery");
    assert.equal(minor(0, firstLeg!, 0, 1_000), 1_302_200);
  });

  test("hold until the first day on which anything of the slice changes", () => {
    assert.equal(answersOn(0).until, 50);
    assert.equal(answersOn(50).until, 70);
    assert.equal(answersOn(70).until, 80);
    assert.equal(answersOn(80).until, null);
  });
});

describe("fates", () => {
  test("of an honest declaration are the carrier's loss and chance inspection", () => {
    const fate = answersOn(0).fate({ ...shirt, service: parcel! });
    assert.ok(fate.ok);
    assert.deepEqual(fate.value.faults, []);
    assert.deepEqual([fate.value.lossPpm, fate.value.importHoldPpm], [6_000, 5_000]);
  });

  test("tell of papers that the enterprise does not hold", () => {
    const fate = answersOn(0).fate({ product: 1, market: "aa", service: parcel! });
    assert.ok(fate.ok);
    assert.deepEqual(fate.value.faults, [{ id: "compliance-missing", reason: "radio" }]);
  });

  test("of a value declared low cost what was evaded and a penalty", () => {
    const profile = { ...honestProfile(products[0]!), declaredUnitMinor: 10_000 };
    const sale = { goodsMinor: 20_000, freightMinor: 0, quantity: 1, weightG: 200 };
    const fate = answersOn(0).fate({ ...shirt, service: parcel!, declared: { profile, sale } });
    assert.ok(fate.ok);
    assert.deepEqual(
      fate.value.faults.map((fault) => fault.id),
      ["value-low"],
    );
    // Declared: 23 % of 100.00. True: 16.5 % duty on 200.00, then 23 % of 233.00.
    const evaded = 3_300 + 5_359 - 2_300;
    const { chargeMinor, penaltyMinor } = fate.value.reassess;
    assert.equal(chargeMinor, Math.round((evaded * 50_000) / 54_750));
    assert.equal(penaltyMinor, chargeMinor);
  });

  test("of goods that may not be imported end at the gate", () => {
    const ban = rule("AA.ban", {
      kind: "prohibition",
      when: [{ fact: "hsPrefix", is: "in", value: ["61"] }],
    });
    const answers = compileTrade(tradeSlice([...unionRules, ban]), products, 0, rates);
    const fate = answers.fate({ ...shirt, service: parcel! });
    assert.ok(fate.ok);
    assert.deepEqual([fate.value.rejectPpm, fate.value.afterReject.seizedPpm], [1e6, 1e6]);
    const chair = answers.fate({ product: 2, market: "aa", service: parcel! });
    assert.ok(chair.ok && chair.value.rejectPpm === 0);
  });

  test("know no border for what is sold from the warehouse", () => {
    const fate = answersOn(0).fate({ ...shirt, service: lastMile! });
    assert.ok(fate.ok);
    assert.deepEqual([fate.value.importHoldPpm, fate.value.exportHoldPpm], [0, 0]);
  });

  test("are refused where the service does not reach", () => {
    const fate = answersOn(0).fate({ product: 0, market: "zz", service: parcel! });
    assert.ok(!fate.ok);
    assert.equal(fate.refusal.code, "trade/country-unknown");
  });
});

test("a slice that went through JSON gives the same answers", () => {
  const copy: ReturnType<typeof tradeSlice> = JSON.parse(JSON.stringify(tradeSlice()));
  const ask = { ...shirt, service: parcel! };
  const order = { goodsMinor: 2_000, freightMinor: 500, quantity: 1, weightG: 200 };
  const [a, b] = [answersOn(0), compileTrade(copy, products, 0, rates)];
  const [one, two] = [newLandedSplit(), newLandedSplit()];
  landed(a.landedProgram(ask), order, one);
  landed(b.landedProgram(ask), order, two);
  assert.deepEqual(one, two);
  assert.deepEqual(a.serviceCost(0, "aa", 0), b.serviceCost(0, "aa", 0));
});
