import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { checkDecision, previewDay } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  cashIn,
  exampleBank,
  logOf,
  play,
  tomorrow,
  type Plan,
} from "../examples/example-finance.ts";
import { entriesOf, ordinaryMemory } from "../examples/example-season.ts";
import { defectPpm } from "../parcels/reviews.ts";
import { digestColumns } from "../state/digest.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { reorder } from "./purchases.ts";
import { relationFor, relationMilli } from "./relation.ts";
import { suppliersOf } from "./suppliers.ts";
import { quotePurchase, termsOf } from "./supplier-terms.ts";

const modules = { exchange: false, loans: true, sourcing: true };
const bank = exampleBank({ modules });
const { world, seed } = bank.season;
const store = firstSeat(world);
const { sku } = world.source.products[0]!;
const suppliers = suppliersOf({ world, key: seed }, 0);
const cheap = suppliers.find(({ number, unitCostMinor }) => {
  return number > 0 && unitCostMinor < suppliers[0]!.unitCostMinor;
})!;

const select: StoreDecision = { kind: "select-product", sku, place: 0 };
const buy = (units: number, supplier = 0, depositBp?: number): StoreDecision => ({
  kind: "place-purchase",
  sku,
  units,
  supplier,
  depositBp,
});
const cancel = (purchase: number): StoreDecision => ({ kind: "cancel-purchase", sku, purchase });
const opened = play(bank, logOf(bank.season, { 1: [select] }), 1).season;
const codeOf = (decision: StoreDecision, season = opened) => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused" ? ruling.code : ruling.kind;
};
const noRefusal = (plan: Plan, days: number) => {
  const played = play(bank, logOf(bank.season, plan), days);
  assert.deepEqual(
    played.results.flatMap(({ refused }) => refused),
    [],
  );
  return played;
};

test("beside its maker a product has a cheap slow workshop and a quick dear one", () => {
  const other = suppliersOf({ world, key: { k0: 1, k1: 2 } }, 0);
  assert.deepEqual(suppliersOf({ world, key: seed }, 0), suppliers, "the same key, the same ones");
  assert.notDeepEqual(other.slice(1), suppliers.slice(1));
  world.source.products.forEach((product, index) => {
    const [maker, ...workshops] = suppliersOf({ world, key: seed }, index);
    const { unitCostMinor, moq, leadDays } = product;
    assert.deepEqual({ ...maker, unitCostMinor, moq, leadDays }, maker);
    const [one, two] = workshops.toSorted((a, b) => a.unitCostMinor - b.unitCostMinor);
    assert.ok(one!.unitCostMinor < unitCostMinor && unitCostMinor < two!.unitCostMinor);
    assert.ok(two!.moq < moq && moq < one!.moq && two!.leadDays < one!.leadDays);
    assert.ok(one!.defectPpm > product.defectPpm);
  });
  const off = exampleBank({ modules: { ...modules, sourcing: false } });
  assert.equal(suppliersOf({ world: off.season.world, key: seed }, 0).length, 1);
});

test("a unit never costs more in a larger lot, after a concession or with a larger deposit", () => {
  const context = tomorrow(opened);
  const bp = (most: number) => fc.integer({ min: 0, max: most });
  // Two amounts that are each rounded twice, on the way from the maker's currency to the books'.
  const rounding = (units: number) => 2 / units;
  fc.assert(
    fc.property(
      fc.constantFrom(...suppliers),
      fc.integer({ min: 1, max: 30_000 }),
      fc.integer({ min: 0, max: 30_000 }),
      bp(600),
      bp(2000),
      bp(5000),
      (supplier, units, more, priceBp, lower, prepaid) => {
        const plain = termsOf(context, store, 0, supplier.number)!;
        const granted = { ...plain, priceBp, depositBp: plain.depositBp - lower };
        const each = (terms: typeof plain, count: number, depositBp?: number) =>
          quotePurchase(context, 0, terms, count, { depositBp }).costMinor / count;
        const now = each(plain, units) + rounding(units);
        assert.ok(each(plain, units + more) <= now);
        assert.ok(each(granted, units) <= now);
        assert.ok(each(plain, units, plain.depositBp + prepaid) <= now);
      },
    ),
  );
});

test("relations grow with goods and with payments in time, and suffer from late ones", () => {
  const { state } = play(bank, logOf(bank.season, { 1: [select] }), 1).season;
  const context = { ...tomorrow(opened), state };
  const row = relationFor(state, store, 0, cheap.number);
  const { units, paid, late } = state.tables.relations.columns;
  const at = (bought: number, inTime: number, tooLate: number) => {
    units[row] = bought;
    paid[row] = inTime;
    late[row] = tooLate;
    return relationMilli(context, row);
  };
  const count = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 0, max: 5 }), (bought, inTime, tooLate) => {
      const now = at(bought, inTime, tooLate);
      assert.ok(now >= 0 && now <= 1000);
      assert.ok(at(bought + 100, inTime, tooLate) >= now);
      assert.ok(at(bought, inTime + 1, tooLate) >= now);
      assert.ok(at(bought, inTime, tooLate + 1) <= now);
    }),
  );
});

test("a purchase is refused below the supplier's minimum and above what it makes a day", () => {
  const { number, moq, outputUnits } = cheap;
  assert.equal(codeOf(buy(moq, number)), "accepted");
  assert.equal(codeOf(buy(moq - 1, number)), "practice/below-moq");
  assert.equal(codeOf(buy(outputUnits + 1, number)), "practice/above-output");
  assert.equal(codeOf(buy(moq, 3)), "practice/no-such-supplier");
  assert.equal(codeOf(buy(moq, number, 2999)), "practice/deposit-too-low");
  assert.equal(
    codeOf({ kind: "place-purchase", sku, units: moq, supplier: number, isOnAccount: true }),
    "practice/relation-too-young",
  );
  // Two purchases of a day are made by the same hands.
  const busy = previewDay(opened, entriesOf(store, 2, [buy(outputUnits - moq, number)], 10));
  assert.equal(codeOf(buy(moq, number), busy), "accepted");
  assert.equal(codeOf(buy(moq + 1, number), busy), "practice/above-output");
  const off = exampleBank({ modules: { ...modules, sourcing: false } });
  const without = play(off, logOf(off.season, { 1: [select] }), 1).season;
  assert.equal(codeOf(buy(moq, number), without), "practice/module-off");
});

test("deposit and balance are the cost, and what was projected is what is posted", () => {
  const ruling = checkDecision(opened, store, buy(100, cheap.number, 6000));
  const context = tomorrow(opened);
  const terms = termsOf(context, store, 0, cheap.number)!;
  const quote = quotePurchase(context, 0, terms, 100, { depositBp: 6000 });
  assert.equal(ruling.kind === "accepted" && ruling.effect.cashMinor, -quote.depositMinor);
  const plan = { 1: [select], 2: [buy(100, cheap.number, 6000)] };
  const eve = noRefusal({ 1: [select] }, 2).season;
  const after = noRefusal(plan, 2).season;
  assert.equal(cashIn(eve, "USD") - cashIn(after, "USD"), quote.depositMinor);
  assert.equal(balanceOf(after.state, store, account.deposits, world.base), quote.depositMinor);
  const { season, results } = noRefusal(plan, 30);
  const still = noRefusal({ 1: [select] }, 30).season;
  // What lies there longer is dearer to keep: that is all that may differ beside the cost.
  const storage = (one: typeof season) => balanceOf(one.state, store, account.storage, world.base);
  const kept = storage(season) - storage(still);
  assert.equal(cashIn(still, "USD") - cashIn(season, "USD"), quote.costMinor + kept);
  assert.equal(balanceOf(season.state, store, account.deposits, world.base), 0);
  const came = results.flatMap(({ tables: { sourcing } }) =>
    sourcing.rows === 0 ? [] : [[sourcing.columns.units[0], sourcing.columns.amountMinor[0]]],
  );
  assert.deepEqual(came, [[100, quote.costMinor]]);
});

test("a purchase called off gives back what was paid less the fee, until the goods leave", () => {
  const bought = { 1: [select], 2: [buy(100)] };
  const { season } = noRefusal(bought, 2);
  const cost = season.state.tables.supply.columns.costMinor[0]!;
  const paid = season.state.tables.supply.columns.paidMinor[0]!;
  const ruling = checkDecision(season, store, cancel(1));
  const fee = Math.floor((cost * 1000 + 5000) / 10_000);
  assert.equal(ruling.kind === "accepted" && ruling.effect.cashMinor, paid - fee);
  const { season: off } = noRefusal({ ...bought, 3: [cancel(1)] }, 3);
  const { season: never } = noRefusal({ 1: [select] }, 3);
  assert.equal(cashIn(never, "USD") - cashIn(off, "USD"), fee);
  assert.equal(balanceOf(off.state, store, account.deposits, world.base), 0);
  assert.deepEqual(off.state.inbound, never.state.inbound);
  assert.equal(codeOf(cancel(1), off), "practice/no-such-purchase");
  const { season: later } = noRefusal(bought, season.state.tables.supply.columns.dueOn[0]! - 7);
  assert.equal(codeOf(cancel(1), later), "practice/goods-on-way");
});

test("stock is as well made as the mean of what was there and what came", () => {
  const { season } = noRefusal({ 1: [select], 2: [buy(300, cheap.number)] }, 30);
  const mean = defectPpm(tomorrow(season), 0);
  const own = world.source.products[0]!.defectPpm;
  assert.ok(mean > own && mean < cheap.defectPpm, `${own} < ${mean} < ${cheap.defectPpm}`);
  assert.equal(defectPpm(tomorrow(noRefusal({ 1: [select], 2: [buy(300)] }, 30).season), 0), own);
});

test("who buys from makers only has the season that has no other suppliers", () => {
  const plan = { 1: [select], 2: [buy(100)] };
  const plain = exampleBank({ bots: 2, modules: { ...modules, sourcing: false } });
  const more = exampleBank({ bots: 2, modules });
  const days = [plain, more].map((one) => {
    const log = logOf(one.season, plan);
    return digestColumns(play(one, log, 20).season.state);
  });
  const [off, on] = days.map(({ "tables.relations": _, ...columns }) => columns);
  assert.deepEqual(on, off);
});

test("a rule buys no more than the supplier still makes today, and no less than a lot", () => {
  const { number, moq, outputUnits } = cheap;
  const rule: StoreDecision = {
    kind: "set-reorder-rule",
    sku,
    pointUnits: 2 * outputUnits,
    upToUnits: 3 * outputUnits,
    supplier: number,
  };
  const orders = (units: number) => {
    const { state } = noRefusal({ 1: [select, rule, buy(units, number)] }, 1).season;
    const { columns, rows } = state.tables.supply;
    return [...columns.units.subarray(0, rows)];
  };
  assert.deepEqual(orders(outputUnits - moq), [outputUnits - moq, moq]);
  assert.deepEqual(orders(outputUnits - moq + 1), [outputUnits - moq + 1]);
});

test("a rule on account pays a deposit while the supplier does not trust the store", () => {
  const state = copyState(opened.state, ordinaryMemory);
  const context = tomorrow({ ...opened, state });
  state.reorderPoint[0] = 40;
  state.reorderUpTo[0] = 41;
  state.reorderSupplier[0] = cheap.number;
  state.reorderOnAccount[0] = 1;
  const { columns } = state.tables.relations;
  const relation = relationFor(state, store, 0, cheap.number);
  const paid = () => {
    state.tables.supply.rows = 0;
    state.inbound.fill(0);
    assert.equal(reorder(context).length, 1);
    return state.tables.supply.columns.paidMinor[0]!;
  };
  columns.units[relation] = 5000;
  columns.paid[relation] = 20;
  assert.equal(paid(), 0);
  columns.late[relation] = 100;
  assert.ok(paid() > 0);
});

test("a rule buys from the supplier it names, in lots that supplier makes", () => {
  const rule: StoreDecision = {
    kind: "set-reorder-rule",
    sku,
    pointUnits: 40,
    upToUnits: 41,
    supplier: cheap.number,
    depositBp: 10_000,
  };
  const { season } = noRefusal({ 1: [select, rule] }, 2);
  const { columns, rows } = season.state.tables.supply;
  assert.equal(rows, 1);
  assert.equal(columns.supplier[0], cheap.number);
  assert.equal(columns.units[0], cheap.moq);
  assert.equal(columns.paidMinor[0], columns.costMinor[0]);
});
