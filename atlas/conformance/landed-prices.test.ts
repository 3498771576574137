import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { fromIso } from "@echelon/kernel/calendar/day.ts";
import { assessConsignment, type Assessment } from "@echelon/kernel/trade/assess-consignment.ts";
import type { Consignment } from "@echelon/kernel/trade/facts.ts";
import type { RuleSet } from "@echelon/kernel/trade/rule-set.ts";
import { traceOf } from "@echelon/kernel/trade/trace.ts";
import { loadTradeAtlas, ruleSetOf } from "../trade-atlas.ts";
import { rates } from "./testing/country-suite.ts";

const atlas = loadTradeAtlas();
const law: RuleSet = ruleSetOf([...atlas.countries.values()]);
const currencies = new Map(law.countries.map((country) => [country.code, country.currency]));

const shirt = { hs: "6109100000", origin: "CN", goodsMinor: 2_000, quantity: 1, weightG: 200 };

function assessed(destination: string, iso: string, fields: Partial<Consignment> = {}): Assessment {
  const outcome = assessConsignment(
    law,
    {
      destination,
      day: fromIso(iso),
      buyer: "consumer",
      channel: "line",
      currency: currencies.get(destination)!,
      lines: [shirt],
      freightMinor: 0,
      insuranceMinor: 0,
      dutyTerms: "DAP",
      ioss: true,
      ...fields,
    },
    rates,
  );
  assert.ok(outcome.ok, outcome.ok ? "" : JSON.stringify(outcome.refusal));
  return outcome.value;
}

const minors = ({ charges }: Assessment) =>
  Object.fromEntries(charges.map((charge) => [charge.code, Number(charge.minor)]));
const winner = (assessment: Assessment) => assessment.selection.winner.id;
const of = (goodsMinor: number, fields: Partial<typeof shirt> = {}) => ({
  lines: [{ ...shirt, goodsMinor, ...fields }],
});

describe("the worked example", () => {
  test("two goods to Poland on 15 August 2026 land at EUR 81.18", () => {
    const assessment = assessed("PL", "2026-08-15", {
      currency: "EUR",
      freightMinor: 600,
      lines: [
        { ...shirt, goodsMinor: 3_600 },
        { ...shirt, hs: "9503000000", goodsMinor: 1_800 },
      ],
    });
    assert.equal(winner(assessment), "EU.lv.2026");
    assert.deepEqual(minors(assessment), { duty: 600, vat: 1_518 });
    assert.equal(assessment.landedMinor, 8_118);
    const formulas = traceOf(assessment).flatMap((row) => ("formula" in row ? [row.formula] : []));
    assert.ok(formulas.includes("(54.00 goods + 6.00 freight + 6.00 duty) × 23 % = 15.18"));
  });

  test("a duty that the seller bears leaves the base of VAT under the scheme", () => {
    const assessment = assessed("PL", "2026-08-15", {
      currency: "EUR",
      freightMinor: 600,
      dutyRecharged: false,
      ...of(5_400),
    });
    assert.deepEqual(minors(assessment), { duty: 300, vat: 1_380 });
  });
});

describe("the three dates", () => {
  test("29 August 2025 ends the US relief for all origins, 2 May 2025 for China", () => {
    const from = (origin: string, iso: string) => {
      const assessment = assessed("US", iso, of(5_000, { origin }));
      return [winner(assessment), assessment.landedMinor - 5_000];
    };
    assert.deepEqual(from("VN", "2025-08-28"), ["US.deminimis", 0]);
    assert.deepEqual(from("VN", "2025-08-29"), ["US.std.2025-05-14", 1_325]);
    assert.deepEqual(from("CN", "2025-05-01"), ["US.deminimis.cn", 0]);
    assert.deepEqual(from("CN", "2025-05-02")[0], "US.std.2025-04-10");
  });

  test("24 February 2026 replaces the IEEPA duties by Section 122, until 24 July", () => {
    const due = (iso: string) => minors(assessed("US", iso));
    assert.deepEqual(due("2026-02-23"), { mfn: 330, s301: 150, "ieepa-cn": 400 });
    assert.deepEqual(due("2026-02-24"), { mfn: 330, s301: 150, s122: 200 });
    assert.deepEqual(due("2026-07-23"), { mfn: 330, s301: 150, s122: 200 });
    const after = assessed("US", "2026-07-24");
    assert.deepEqual(minors(after), { mfn: 330, s301: 150 });
    assert.equal(after.certainty, "scenario");
    const post = minors(assessed("US", "2026-02-24", { channel: "postal" }));
    assert.deepEqual(post, { duty: 200 });
  });

  test("1 July 2026 begins EUR 3 an item in the Union", () => {
    const before = assessed("DE", "2026-06-30");
    assert.deepEqual(minors(before), { duty: 0, vat: 380 });
    const after = assessed("DE", "2026-07-01");
    assert.deepEqual(minors(after), { duty: 300, vat: 437 });
    assert.deepEqual(after.byPayer, { "buyer-at-sale": 437, "buyer-at-door": 300, seller: 0 });
    assert.equal(after.certainty, "probable");
  });
});

describe("thresholds, one coin on either side", () => {
  test("EUR 150 in the Union, tested on the goods alone", () => {
    const at = (goodsMinor: number, freightMinor = 0) =>
      winner(assessed("FR", "2026-11-24", { freightMinor, ...of(goodsMinor) }));
    assert.equal(at(15_000, 5_000), "EU.lv.2026");
    assert.equal(at(15_001), "EU.std");
  });

  test("EUR 150 in zloty at the customs rate of the day", () => {
    // 15,000 cents × 115,340,007 / 27,010,203 = 64,053.57 grosz.
    const at = (goodsMinor: number) => winner(assessed("PL", "2026-11-24", of(goodsMinor)));
    assert.equal(at(64_053), "EU.lv.2026");
    assert.equal(at(64_054), "EU.std");
  });

  test("GBP 135, AUD 1,000, CAD 20 and JPY 10,000", () => {
    const at = (country: string, goodsMinor: number, hs = "9503000000") =>
      winner(assessed(country, "2026-11-24", of(goodsMinor, { hs })));
    assert.deepEqual([at("GB", 13_500), at("GB", 13_501)], ["GB.lv", "GB.std"]);
    assert.deepEqual([at("AU", 100_000), at("AU", 100_001)], ["AU.lv", "AU.std.chafta"]);
    assert.deepEqual([at("CA", 2_000), at("CA", 2_001)], ["CA.lv", "CA.std"]);
    assert.deepEqual([at("JP", 10_000), at("JP", 10_001)], ["JP.lv", "JP.std"]);
    assert.equal(at("JP", 3_000, "6110200000"), "JP.std");
  });

  test("USD 150 in Korea, 200 for goods of the US, the whole taxed above", () => {
    // 150 USD are 210,931.9 won at this rate.
    const at = (goodsMinor: number, origin = "CN") =>
      assessed("KR", "2026-11-24", of(goodsMinor, { origin, hs: "9503000000" }));
    assert.equal(at(210_931).landedMinor, 210_931);
    assert.equal(winner(at(210_932)), "KR.std");
    assert.deepEqual(minors(at(210_932)), { duty: 16_875, vat: 22_781 });
    assert.equal(winner(at(281_242, "US")), "KR.lv.us");
    assert.equal(winner(at(281_243, "US")), "KR.std");
  });
});

describe("the value that duty is taken on", () => {
  const dutyOf = (country: string, goodsMinor: number, freightMinor: number) => {
    const { charges } = assessed(country, "2026-11-24", { freightMinor, ...of(goodsMinor) });
    return charges.filter((charge) => !charge.isVat).reduce((sum, one) => sum + one.minor, 0n);
  };

  test("leaves freight out in the US and Canada", () => {
    for (const country of ["US", "CA"]) {
      assert.equal(dutyOf(country, 50_000, 0), dutyOf(country, 50_000, 9_000), country);
    }
  });

  test("holds freight in the Union, the UK, Japan and Korea", () => {
    for (const country of ["DE", "GB", "JP", "KR"]) {
      const goods = country === "KR" ? 500_000 : 50_000;
      assert.ok(dutyOf(country, goods, 9_000) > dutyOf(country, goods, 0), country);
    }
  });

  test("is the province's tax in Canada, to the fourth digit in Quebec", () => {
    const tax = (region?: string) =>
      minors(
        assessed("CA", "2026-11-24", {
          ...of(10_000),
          ...(region === undefined ? {} : { region }),
        }),
      )["tax"];
    // Duty of 18 % on a shirt first: 118.00.
    assert.deepEqual([tax(), tax("ON"), tax("NS"), tax("QC")], [590, 1_534, 1_652, 1_767]);
    const before = assessed("CA", "2025-03-31", { ...of(10_000), region: "NS" });
    assert.equal(minors(before)["tax"], 1_770);
  });
});

describe("who pays", () => {
  test("VAT at the sale goes to the marketplace, the rest by the duty terms", () => {
    const paid = assessed("GB", "2026-11-24", { dutyTerms: "DDP", freightMinor: 500 });
    assert.deepEqual(paid.byPayer, { "buyer-at-sale": 500, "buyer-at-door": 0, seller: 0 });
    assert.equal(paid.collector, "marketplace");
    const above = assessed("GB", "2026-11-24", { dutyTerms: "DDP", ...of(20_000) });
    assert.deepEqual(above.byPayer, { "buyer-at-sale": 0, "buyer-at-door": 0, seller: 6_880 });
    assert.equal(above.sellerVatMinor, 4_480);
  });

  test("from a warehouse only the sale is taxed, in Japan and Korea by the seller himself", () => {
    const stock = (country: string) => {
      const { byPayer, collector } = assessed(country, "2026-11-24", { channel: "domestic" });
      return [byPayer["buyer-at-sale"], byPayer["buyer-at-door"] + byPayer.seller, collector];
    };
    assert.deepEqual(stock("DE"), [380, 0, "marketplace"]);
    assert.deepEqual(stock("JP"), [200, 0, "seller"]);
    assert.deepEqual(stock("KR"), [200, 0, "seller"]);
    assert.deepEqual(stock("US"), [0, 0, null]);
  });

  test("France adds its own fee, the Union one whose amount is not known", () => {
    const fees = minors(assessed("FR", "2026-11-24"));
    assert.deepEqual(fees, { duty: 300, vat: 460, "fr-fee": 200, handling: 0 });
    assert.equal(assessed("FR", "2026-11-24").certainty, "scenario");
    assert.equal(minors(assessed("FR", "2026-02-28"))["fr-fee"], undefined);
  });
});
