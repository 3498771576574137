import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { fromIso } from "@echelon/kernel/calendar/day.ts";
import { isInForce } from "@echelon/kernel/trade/dated.ts";
import type { Rule, RuleSet } from "@echelon/kernel/trade/rule-set.ts";
import { loadTradeAtlas, ruleSetOf } from "../trade-atlas.ts";
import {
  countryComplaints,
  daysOfChange,
  folderComplaints,
  textComplaints,
} from "./testing/country-suite.ts";

const span = { from: fromIso("2025-01-01"), to: fromIso("2028-01-01") };
const atlas = loadTradeAtlas();
const all = ruleSetOf([...atlas.countries.values()]);
const markets = all.countries.filter((country) => country.role === "market");
const countryOf = (id: string) => all.countries.find((country) => country.id === id)!;

describe("every country of the atlas", () => {
  test("is there: ten markets, the union of four of them, and the country of origin", () => {
    assert.deepEqual(
      markets.map((country) => country.id),
      ["au", "ca", "de", "es", "fr", "gb", "jp", "kr", "pl", "us"],
    );
    assert.deepEqual([countryOf("eu").role, countryOf("cn").role], ["union", "origin"]);
    for (const { union } of markets) {
      if (union !== null) assert.equal(countryOf(union.toLowerCase()).role, "union");
    }
  });

  test("has rules that are dated, cited, owned, and whose conditions can be asked", () => {
    assert.deepEqual(folderComplaints(all), []);
  });

  test("is complete in both languages", () => {
    assert.deepEqual(textComplaints(all), []);
  });

  test("has a rate of VAT for every day", () => {
    for (const { code } of markets) {
      const rows = all.vat.filter((row) => row.jurisdiction === code && row.region === undefined);
      for (let day = span.from; day < span.to; day++) {
        const held = rows.filter((row) => isInForce(row, day));
        assert.equal(held.length, 1, `${code} on ${day}`);
      }
    }
  });

  for (const country of markets) {
    test(`${country.id}: one rule wins for all goods, buyers, channels, values and days`, () => {
      assert.ok(daysOfChange(all, country, span).length >= 2);
      assert.deepEqual(countryComplaints(all, country, span), []);
    });
  }

  test("labels its duty tables as teaching rates, and what it could not find as scenario", () => {
    assert.ok(all.dutyTables.every((table) => table.kind === "teaching"));
    const scenario = all.rules.filter((rule) => rule.certainty === "scenario");
    const ids = scenario.map((rule) => rule.id);
    for (const id of ["US.std.2026h2", "US.std.2025-05-14", "EU.handling.2026"]) {
      assert.ok(ids.includes(id), id);
    }
  });
});

describe("the suite of countries catches", () => {
  const change = (id: string, edit: (rule: Rule) => Partial<Rule> | null): RuleSet => ({
    ...all,
    rules: all.rules.flatMap((rule) => {
      const edited = rule.id === id ? edit(rule) : {};
      return edited === null ? [] : [{ ...rule, ...edited }];
    }),
  });
  const found = (set: RuleSet, id: string) =>
    countryComplaints(set, countryOf(id), span).join("\n");

  test("a market without a rule above its threshold", () => {
    assert.match(
      found(
        change("GB.std", () => null),
        "gb",
      ),
      /trade\/no-rule/,
    );
  });

  test("a rule that ends silently on a day of the span", () => {
    const set = change("KR.std", () => ({ to: fromIso("2027-05-04") }));
    assert.match(found(set, "kr"), /2027-05-04 KR.*trade\/no-rule/);
  });

  test("two rules of one rank", () => {
    const set = change("US.std.122", () => ({ to: fromIso("2026-08-01") }));
    assert.match(found(set, "us"), /2026-07-24 US.*trade\/rules-tie/);
  });

  test("a threshold with a hole of one cent", () => {
    const set = change("AU.std", () => ({
      when: [{ fact: "value", is: "gt", value: { minor: 100_001, currency: "AUD" } }],
    }));
    assert.match(found(set, "au"), /trade\/no-rule at 100001 /);
  });

  test("a union's country that is not in its chain", () => {
    const countries = all.countries.map((country) =>
      country.id === "pl" ? { ...country, union: null } : country,
    );
    const set = { ...all, countries };
    const [poland] = countries.filter((country) => country.id === "pl");
    assert.match(countryComplaints(set, poland!, span).join("\n"), /trade\/no-rule/);
  });

  test("a duty table that is not there, and a day without VAT", () => {
    const noTable = {
      ...all,
      dutyTables: all.dutyTables.filter((one) => one.table !== "JP.SIMPLE"),
    };
    assert.match(found(noTable, "jp"), /trade\/rate-missing.*JP.SIMPLE/);
    const noVat = { ...all, vat: all.vat.filter((row) => row.jurisdiction !== "DE") };
    assert.match(found(noVat, "de"), /trade\/rate-missing/);
    assert.ok(folderComplaints(noVat).includes("vat DE: row-missing "));
  });

  test("a certain rule that nobody read, and a scenario that does not say why", () => {
    const unread = change("GB.lv", ({ sources }) => ({
      sources: sources.map((source) => ({ ...source, checkedOn: null })),
    }));
    assert.ok(folderComplaints(unread).includes("GB.lv: certainty-unchecked certain"));
    const { note: _, ...bare } = all.rules.find((rule) => rule.id === "US.std.2026h2")!;
    const mute = { ...all, rules: [bare] };
    assert.match(folderComplaints(mute).join("\n"), /US.std.2026h2: a scenario rule says why/);
  });

  test("a city whose postcodes are none, and a text in one language", () => {
    const germany = countryOf("de");
    const city = { ...germany.cities[0]!, postcodes: ["1####", "ABC##"] };
    const set = { ...all, countries: [{ ...germany, cities: [city] }] };
    assert.match(folderComplaints(set).join("\n"), /ABC00 of ABC## is no postcode/);
    assert.deepEqual(textComplaints({ a: { zh: "Duty", en: "Duty" } }), [
      '/a: no Chinese in "Duty"',
    ]);
    assert.deepEqual(textComplaints([{ zh: "关税", en: "关税" }]), ['/0: not English: "关税"']);
  });
});
