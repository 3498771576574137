import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay } from "../day.ts";
import type { AfterSalesDecision } from "../decisions/decision.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { parcelEvent } from "../parcels/parcel-routes.ts";
import { firstSeat, type Season } from "../state/season.ts";
import type { DayTables } from "../state/tables.ts";
import { caseEvent } from "./case-kinds.ts";
import { storeKind } from "../state/store-kind.ts";

type Policy = Extract<AfterSalesDecision, { readonly kind: "set-answer-policy" }>;

const policies = fc.record({
  kind: fc.constant("set-answer-policy" as const),
  disputes: fc.constantFrom("ask", "refund", "contest"),
  returns: fc.constantFrom("ask", "resell", "home", "scrap", "leave"),
  handAnswers: fc.integer({ min: 0, max: 30 }),
}) as fc.Arbitrary<Policy>;

const hire: AfterSalesDecision = { kind: "hire-staff", role: "service", heads: 1 };

/** Many of everything, so that four weeks tell. */
const troubled = [
  { name: "return.base.other", value: 0.8 },
  { name: "return.most", value: 0.5 },
  { name: "dispute.base", value: 0.1 },
  { name: "dispute.lost", value: 0.5 },
  { name: "chargeback.base", value: 0.05 },
];

/** A season of four weeks; the person's store answers by a policy, bots by theirs. */
function play(policy: Policy, seed: number, ask: (tables: DayTables, season: Season) => void) {
  const { season, work } = exampleSeason({ parameters: troubled, visitsPerDay: 8000 }, seed);
  const { world } = season;
  const log = [...beginnersLog(world), ...entriesOf(firstSeat(world), 1, [policy, hire], 90)];
  for (let day = 1; day <= 28; day++) {
    const entries = log.filter((one) => one.day === day);
    const result = closeDay(season, entries, work, { into: season.state, reportAll: true });
    assert.deepEqual(result.refused, []);
    ask(result.tables, season);
  }
  return season;
}

const keyOf = (parts: readonly (number | undefined)[]) => parts.join(" ");
const rowsOf = ({ rows }: { rows: number }) => Array.from({ length: rows }, (_, row) => row);

test("a delivered unit is kept, returned, disputed or charged back, and one of these only", () => {
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 9 }), (policy, seed) => {
      const ended = new Map<string, number>();
      const claimed = new Map<string, number>();
      const open = new Map<string, number>();
      const add = (to: Map<string, number>, key: string, units: number) =>
        to.set(key, (to.get(key) ?? 0) + units);
      let settled = 0;
      const season = play(policy, seed, ({ parcels, cases, stores }, { state, world }) => {
        const today = state.day[0]! - world.source.scenario.burnInDays;
        assert.ok(stores.rows > 0);
        for (const row of rowsOf(parcels)) {
          const { offer, market, service, orderedOn, event, units } = parcels.columns;
          if (event[row] !== parcelEvent.delivered && event[row] !== parcelEvent.lost) continue;
          const where = keyOf([offer[row], market[row], service[row], orderedOn[row], today]);
          add(ended, where, units[row]!);
        }
        for (const row of rowsOf(cases)) {
          const { offer, market, service, orderedOn, endedOn, reason, event, units } =
            cases.columns;
          const where = keyOf([
            offer[row],
            market[row],
            service[row],
            orderedOn[row],
            endedOn[row],
          ]);
          const isOpened = event[row] === caseEvent.opened;
          if (isOpened) add(claimed, where, units[row]!);
          else settled += units[row]!;
          add(open, `${where} ${reason[row]}`, isOpened ? units[row]! : -units[row]!);
        }
      });
      assert.ok(settled > 20, `${settled} units were settled`);
      for (const [where, units] of claimed) {
        // Parcels that ended before the season did so unseen.
        if (Number(where.split(" ")[4]) < 1) continue;
        assert.ok(units <= ended.get(where)!, where);
      }
      let left = 0;
      for (const units of open.values()) {
        assert.ok(units >= 0, "nothing is settled that was not opened");
        left += units;
      }
      assert.equal(left, waitingUnits(season), "what is open is in the table of cases");
    }),
    { numRuns: 5 },
  );
});

/** Units of cases that were told and not settled, and that opened in the season. */
function waitingUnits({ state, world }: Season): number {
  const { columns, rows } = state.tables.cases;
  let units = 0;
  for (let at = 0; at < rows; at++) {
    const isHeard = columns.opensOn[at]! < state.day[0]!;
    const isOfSeason = columns.opensOn[at]! >= world.source.scenario.burnInDays;
    if (isHeard && isOfSeason) units += columns.units[at]!;
  }
  return units;
}

test("stock changes by what is received, sold and sent once more, and is worth its layers", () => {
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 9 }), (policy, seed) => {
      let before = new Map<string, number>();
      let replaced = 0;
      const season = play(policy, seed, ({ stock }) => {
        const after = new Map<string, number>();
        for (const row of rowsOf(stock)) {
          const { offer, pool, onHand, sold, received } = stock.columns;
          const key = `${offer[row]} ${pool[row]}`;
          after.set(key, onHand[row]!);
          replaced += stock.columns.replaced[row]!;
          const was = before.get(key);
          // Masters among the bots move stock; all others only sell and receive.
          if (was === undefined || pool[row] !== 0) continue;
          const left = was + received[row]! - sold[row]! - stock.columns.replaced[row]!;
          assert.ok(onHand[row]! <= left, key);
        }
        before = after;
      });
      assert.equal(replaced, 0, "no standing answer sends goods again");
      assertInventory(season);
    }),
    { numRuns: 4 },
  );
});

/** Inventory of each store is the sum of its layers, transit the sum of what is on its way. */
function assertInventory({ state, world }: Season): void {
  const { layers, supply } = state.tables;
  for (let store = 0; store < state.sizes.stores; store++) {
    let onHand = 0;
    for (let at = 0; at < layers.rows; at++) {
      const isOwn = state.storeOf[layers.columns.offer[at]!] === store;
      if (isOwn) onHand += layers.columns.costMinor[at]!;
    }
    let under = 0;
    for (let at = 0; at < supply.rows; at++) {
      const isOwn = state.storeOf[supply.columns.offer[at]!] === store;
      if (isOwn && supply.columns.mode[at] !== 0) under += supply.columns.costMinor[at]!;
    }
    if (state.storeKind[store] === storeKind.absent) continue;
    assert.equal(balanceOf(state, store, account.inventory, world.base), onHand, `store ${store}`);
    assert.equal(balanceOf(state, store, account.transit, world.base), under, `store ${store}`);
  }
}

test("no listing pays back more than it took, and held money is never owed twice", () => {
  let backInAll = 0;
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 9 }), (policy, seed) => {
      const sums = new Map<string, { sales: number; back: number }>();
      const season = play(policy, seed, ({ postings: { columns, rows } }) => {
        for (let row = 0; row < rows; row++) {
          const store = columns.store[row]!;
          if (columns.party[row] !== store) continue;
          const key = `${store} ${columns.subject[row]} ${columns.market[row]}`;
          const sum = sums.get(key) ?? { sales: 0, back: 0 };
          if (columns.account[row] === account.revenue) sum.sales -= columns.amountMinor[row]!;
          if (columns.account[row] === account.refunds) sum.back += columns.amountMinor[row]!;
          sums.set(key, sum);
        }
      });
      const { world, state } = season;
      for (const [key, sum] of sums) {
        if (Number(key.split(" ")[0]) < firstSeat(world)) continue;
        backInAll += sum.back;
        assert.ok(sum.back <= sum.sales, key);
      }
      for (let store = firstSeat(world); store < state.sizes.stores; store++) {
        for (let currency = 0; currency < world.currencies.length; currency++) {
          assert.ok(balanceOf(state, store, account.held, currency) >= 0);
        }
      }
      const { payoutDue } = state;
      assert.ok(payoutDue.every((minor) => minor >= 0));
    }),
    { numRuns: 4 },
  );
  assert.ok(backInAll > 0);
});
