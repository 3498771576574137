import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { exampleBank, tomorrow } from "../examples/example-finance.ts";
import { entriesOf, entry, ordinaryMemory } from "../examples/example-season.ts";
import { supplyMode } from "../goods/supply-table.ts";
import { orderedToday } from "./purchases.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { noticeKinds } from "../state/tables.ts";
import {
  otherBids,
  tenderOf,
  tendersClosing,
  tendersEach,
  tendersOn,
  tendersPosted,
} from "./tenders.ts";

const stores = 4;
const modules = { exchange: false, loans: false, tenders: true };
const few = [
  { name: "tender.everyDays", value: 3 },
  { name: "tender.openDays", value: 2 },
  { name: "tender.others", value: 0 },
];
const bank = exampleBank({ modules, stores, days: 12, parameters: few });
const { world, seed } = bank.season;
const first = firstSeat(world);
const place = { world, key: seed };
/** Closes at the end of day 3. */
const tender = tenderOf(place, 0)!;
const { sku } = world.source.products[tender.product]!;
const other = tenderOf(place, 1)!;

const bid = (unitMinor: number, units: number, acceptedAt = 0, number = 0): StoreDecision => ({
  kind: "bid-tender",
  tender: number,
  sku: "",
  unitMinor,
  units,
  acceptedAt,
});

/** Every store carries the product of the tender; nothing else happens. */
const opened = played({ ...bank.season }, [
  [
    ...Array.from({ length: stores }, (_, seat) => entry(world, seat, seat)),
    ...Array.from({ length: stores }, (_, seat) =>
      entriesOf(first + seat, 1, [{ kind: "select-product", sku, place: 0 }]),
    ).flat(),
  ],
]).season;

function played(given: Season, days: readonly (readonly LogEntry[])[]) {
  const season = { ...given, state: copyState(given.state, ordinaryMemory) };
  const results: DayResult[] = days.map((log) =>
    closeDay(season, log, bank.work, { into: season.state }),
  );
  return { season, results };
}

const cashOf = ({ state }: Season, store: number) =>
  balanceOf(state, store, account.cash, world.base);
const codeOf = (decision: StoreDecision, season = opened, store = first) => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused"
    ? ruling.code
    : ruling.warnings.map(({ code }) => code).join() || "accepted";
};
const rowsOf = ({ tables: { tenders } }: DayResult) =>
  Array.from({ length: tenders.rows }, (_, row) =>
    Object.fromEntries(
      Object.entries(tenders.columns).map(([name, column]) => [name, column[row]!]),
    ),
  );
const noticesOf = ({ tables: { notices } }: DayResult, store: number) =>
  Array.from({ length: notices.rows }, (_, row) => row)
    .filter((row) => notices.columns.store[row] === store)
    .map((row) => noticeKinds[notices.columns.kind[row]!]!)
    .filter((kind) => kind.startsWith("tender"));

suite("what is posted", () => {
  test("tenders of a round are of different products, within their bounds and the season", () => {
    const days = Array.from({ length: 200 }, (_, day) => day);
    fc.assert(
      fc.property(fc.nat(1000), fc.constantFrom(few, []), (k0, parameters) => {
        const made = exampleWorld({ modules, days: 60, parameters });
        const there = { world: made, key: { k0, k1: 1 } };
        const all = days.flatMap((number) => tenderOf(there, number) ?? []);
        const p = made.parameters;
        for (const one of all) {
          assert.ok(one.mostUnits >= 1 && one.mostUnits <= one.units);
          assert.ok(one.lowMinor >= 1 && one.lowMinor <= one.listMinor);
          assert.ok(one.listMinor <= one.highMinor && one.leadDays >= 1);
          assert.equal(one.closesOn - one.postedOn, p["tender.openDays"]);
          assert.ok(one.closesOn <= 60);
          for (const { unitMinor, units } of otherBids(there, one)) {
            assert.ok(unitMinor >= one.lowMinor && unitMinor <= one.listMinor);
            assert.ok(units >= 1 && units <= one.mostUnits);
          }
        }
        const rounds = Map.groupBy(all, ({ postedOn }) => postedOn);
        for (const round of rounds.values()) {
          assert.equal(round.length, tendersEach(made));
          assert.equal(new Set(round.map(({ product }) => product)).size, round.length);
        }
        for (const day of days) {
          const on = all.filter(({ postedOn, closesOn }) => postedOn <= day && day <= closesOn);
          assert.deepEqual(tendersOn(there, day), day < 1 ? [] : on);
          assert.deepEqual(
            tendersClosing(there, day),
            all.filter((one) => one.closesOn === day),
          );
          assert.deepEqual(
            tendersPosted(there, day),
            all.filter((one) => one.postedOn === day),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  test("every season has other ones, and a season without them none", () => {
    const drawn = (k0: number) => tenderOf({ world, key: { k0, k1: 1 } }, 0);
    assert.deepEqual(drawn(1), drawn(1));
    assert.notDeepEqual(drawn(1), drawn(2));
    const without = exampleBank({ modules: { ...modules, tenders: false } });
    assert.equal(tenderOf({ world: without.season.world, key: seed }, 0), null);
    assert.equal(codeOf(bid(100, 1), without.season), "practice/no-such-store");
  });
});

suite("what may be bid", () => {
  const { lowMinor, highMinor, mostUnits } = tender;

  test("a bid within the band and the limit is taken, a dear one warned about", () => {
    assert.equal(codeOf(bid(lowMinor, mostUnits)), "accepted");
    const lots = world.source.products[tender.product]!.moq;
    assert.equal(codeOf(bid(highMinor, lots)), "practice/tender-dear");
  });

  test("prices outside the band, too many units and unknown tenders are refused", () => {
    assert.equal(codeOf(bid(lowMinor - 1, 1)), "practice/tender-price");
    assert.equal(codeOf(bid(highMinor + 1, 1)), "practice/tender-price");
    assert.equal(codeOf(bid(lowMinor + 0.5, 1)), "practice/tender-price");
    assert.equal(codeOf(bid(lowMinor, mostUnits + 1)), "practice/tender-units");
    assert.equal(codeOf(bid(lowMinor, -1)), "practice/tender-units");
    assert.equal(codeOf(bid(lowMinor, 1.5)), "practice/tender-units");
    assert.equal(codeOf(bid(lowMinor, 1, 0, -1)), "practice/no-such-tender");
    assert.equal(codeOf(bid(lowMinor, 1, 0, 1000)), "practice/no-such-tender");
    const next = tendersPosted(place, 4)[0]!;
    assert.equal(codeOf(bid(next.lowMinor, 1, 0, next.number)), "practice/no-such-tender");
    assert.equal(codeOf(bid(other.lowMinor, 1, 0, other.number)), "practice/not-selected");
  });

  test("who bids after the close is late, also who takes a bid back", () => {
    const late = played(opened, [[], []]).season;
    assert.equal(codeOf(bid(lowMinor, 1), late), "practice/tender-closed");
    assert.equal(codeOf(bid(lowMinor, 0), late), "practice/tender-closed");
  });

  test("cash must reach for what is paid at once; for the rest it is warned about", () => {
    const { state } = opened;
    const poor = copyState(state, ordinaryMemory);
    const cell =
      (first * state.sizes.accounts + account.cash) * state.sizes.currencies + world.base;
    const deposit = Math.floor((lowMinor * mostUnits * 3000 + 5000) / 10_000);
    poor.balance[cell] = deposit;
    const season = { ...opened, state: poor };
    assert.equal(codeOf(bid(lowMinor, mostUnits), season), "practice/balance-not-covered");
    poor.balance[cell] = deposit - 1;
    assert.equal(codeOf(bid(lowMinor, mostUnits), season), "practice/cash-short");
  });

  test("what is bid elsewhere is promised cash, and the former bid for the same is not", () => {
    const both = played(opened, [
      entriesOf(
        first,
        2,
        [
          { kind: "select-product", sku: world.source.products[other.product]!.sku, place: 1 },
          bid(lowMinor, mostUnits),
        ],
        1,
      ),
    ]).season;
    const { state } = both;
    const cell =
      (first * state.sizes.accounts + account.cash) * state.sizes.currencies + world.base;
    const deposit = Math.floor((lowMinor * mostUnits * 3000 + 5000) / 10_000);
    state.balance[cell] = deposit;
    assert.equal(codeOf(bid(lowMinor, mostUnits), both), "practice/balance-not-covered");
    const elsewhere = bid(other.lowMinor, other.mostUnits, 0, other.number);
    assert.equal(codeOf(elsewhere, both), "practice/cash-short");
  });
});

suite("what comes of it", () => {
  const { lowMinor, highMinor, mostUnits, units } = tender;
  const bids = fc.array(
    fc.record({
      unitMinor: fc.integer({ min: lowMinor, max: Math.min(highMinor, lowMinor + 3) }),
      units: fc.integer({ min: 1, max: mostUnits }),
      acceptedAt: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: stores, maxLength: stores },
  );
  const logOf = (all: readonly { unitMinor: number; units: number; acceptedAt: number }[]) =>
    all.flatMap((one, seat) =>
      entriesOf(first + seat, 3, [bid(one.unitMinor, one.units, one.acceptedAt)], 9),
    );

  test("who wins pays the deposit and gets a purchase; a losing bid costs nothing", () => {
    const ready = played(opened, [[]]).season;
    fc.assert(
      fc.property(bids, (all) => {
        const idle = played(ready, [[]]);
        const { season, results } = played(ready, [logOf(all)]);
        const rows = rowsOf(results[0]!).filter((row) => row["tender"] === 0);
        assert.deepEqual(results[0]!.refused, []);
        assert.ok(Object.values(results[0]!.ledgerSums).every((sum) => sum === 0));
        let won = 0;
        for (const [seat, one] of all.entries()) {
          const store = first + seat;
          const row = rows.find((found) => found["store"] === store)!;
          won += row["wonUnits"]!;
          assert.ok(row["wonUnits"]! <= one.units && one.units <= mostUnits);
          const paid = Math.floor((row["wonUnits"]! * one.unitMinor * 3000 + 5000) / 10_000);
          assert.equal(cashOf(idle.season, store) - cashOf(season, store), paid);
          const { columns, rows: ways } = season.state.tables.supply;
          const at = Array.from({ length: ways }, (_, index) => index).filter(
            (index) => season.state.storeOf[columns.offer[index]!] === store,
          );
          assert.equal(at.length, row["wonUnits"]! > 0 ? 1 : 0);
          if (at.length === 0) continue;
          assert.equal(columns.units[at[0]!], row["wonUnits"]);
          assert.equal(columns.costMinor[at[0]!], row["wonUnits"]! * one.unitMinor);
          assert.equal(columns.dueOn[at[0]!]! - columns.orderedOn[at[0]!]!, tender.leadDays);
          assert.equal(columns.number[at[0]!], 9);
        }
        assert.equal(
          won,
          Math.min(
            units,
            all.reduce((sum, one) => sum + one.units, 0),
          ),
        );
        assert.equal(season.state.tables.tenderBids.rows, 0, "what has closed is forgotten");
      }),
      { numRuns: 30 },
    );
  });

  test("which store stands where changes nobody's lot", () => {
    const ready = played(opened, [[]]).season;
    fc.assert(
      fc.property(bids, (all) => {
        // Different instants, so that no two bids are equal in everything.
        const apart = all.map((one, seat) => ({ ...one, acceptedAt: 10 * one.acceptedAt + seat }));
        const wonOf = (given: typeof apart) => {
          const rows = rowsOf(played(ready, [logOf(given)]).results[0]!);
          return new Map(rows.map((row) => [row["store"]! - first, row["wonUnits"]]));
        };
        const straight = wonOf(apart);
        const turned = wonOf(apart.toReversed());
        for (let seat = 0; seat < stores; seat++) {
          assert.equal(turned.get(stores - 1 - seat), straight.get(seat));
        }
      }),
      { numRuns: 20 },
    );
  });

  test("goods that were won become stock at the price that was bid, and the rest is paid", () => {
    const wanted = 10;
    const log = entriesOf(first, 3, [bid(lowMinor, wanted)], 9);
    const days = Array.from({ length: tender.leadDays }, () => []);
    const { season, results } = played(opened, [[], log, ...days]);
    const row = 0;
    const arrived = season.state.tables.layers;
    const at = Array.from({ length: arrived.rows }, (_, index) => index).find(
      (index) => arrived.columns.units[index] === wanted,
    )!;
    assert.equal(season.state.storeOf[arrived.columns.offer[at]!], first + row);
    assert.equal(arrived.columns.costMinor[at], wanted * lowMinor);
    assert.equal(season.state.tables.supply.rows, 0);
    assert.ok(results.every((one) => Object.values(one.ledgerSums).every((sum) => sum === 0)));
  });

  test("units that were won are none of what the maker makes in a day", () => {
    const log = entriesOf(first, 3, [bid(lowMinor, 10)], 9);
    const { season } = played(opened, [[], log]);
    const { columns } = season.state.tables.supply;
    assert.equal(columns.units[0], 10);
    const won = { ...tomorrow(season), engineDay: columns.orderedOn[0]! };
    assert.equal(orderedToday(won, columns.offer[0]!, columns.supplier[0]!), 0);
    columns.mode[0] = supplyMode.supplier;
    assert.equal(orderedToday(won, columns.offer[0]!, columns.supplier[0]!), 10);
  });

  test("a changed bid replaces the former; no units, or dropping it, take it back", () => {
    const { tenderBids } = played(opened, [
      [...entriesOf(first, 2, [bid(lowMinor, 5), bid(lowMinor + 1, 7)], 1)],
    ]).season.state.tables;
    assert.equal(tenderBids.rows, 1);
    assert.deepEqual(
      [tenderBids.columns.unitMinor[0], tenderBids.columns.units[0]],
      [lowMinor + 1, 7],
    );
    const back = played(opened, [entriesOf(first, 2, [bid(lowMinor, 5), bid(0, 0)], 1)]);
    assert.equal(back.season.state.tables.tenderBids.rows, 0);
    const last = first + stores - 1;
    const plain = exampleBank({ modules, stores, days: 12, parameters: few });
    const bare = played(plain.season, [
      [
        ...Array.from({ length: stores }, (_, seat) => entry(world, seat, seat)),
        ...entriesOf(last, 1, [
          ...Array.from({ length: 3 }, (_, at): StoreDecision => ({
            kind: "select-product",
            sku: world.source.products.filter((one) => one.sku !== sku)[at]!.sku,
            place: at,
          })),
          { kind: "select-product", sku, place: 3 },
          bid(lowMinor, 5),
          { kind: "drop-product", sku },
        ]),
      ],
    ]);
    assert.deepEqual(bare.results[0]!.refused, []);
    assert.equal(bare.season.state.tables.tenderBids.rows, 0);
  });

  test("who cannot pay any more at the close falls out, and the next one has the units", () => {
    const ready = played(opened, [entriesOf(first, 2, [bid(lowMinor + 1, mostUnits)], 1)]).season;
    const fined: LogEntry = {
      store: -1,
      number: 50,
      day: 3,
      decision: {
        kind: "penalize-store",
        store: first,
        amountMinor: cashOf(ready, first),
        reason: "to leave it without cash",
      },
    };
    const { results } = played(ready, [
      [fined, ...entriesOf(first + 1, 3, [bid(lowMinor, mostUnits)], 1)],
    ]);
    const [out, won] = rowsOf(results[0]!);
    assert.deepEqual([out!["isUnpaid"], out!["wonUnits"]], [1, 0]);
    assert.deepEqual([won!["isUnpaid"], won!["wonUnits"]], [0, mostUnits]);
    assert.deepEqual(noticesOf(results[0]!, first), ["tender-unpaid"]);
    assert.deepEqual(noticesOf(results[0]!, first + 1), ["tender-won"]);
  });

  test("stores are told when tenders stand, before they are first asked to bid", () => {
    const { results } = played(opened, [[], []]);
    assert.deepEqual(noticesOf(results[0]!, -1), []);
    assert.deepEqual(noticesOf(results[1]!, -1), ["tender-posted"]);
    assert.equal(tendersOn(place, tomorrow(opened).seasonDay)[0]!.number, 0);
  });
});

test("of equal prices who sold more goes first in the sandbox, elsewhere who bid first", () => {
  for (const matching of ["market", "sandbox"] as const) {
    const made = exampleBank({ modules, stores, days: 12, parameters: few, matching });
    const lot = tenderOf({ world: made.season.world, key: made.season.seed }, 0)!;
    const product = made.season.world.source.products[lot.product]!.sku;
    const ready = played(made.season, [
      [
        ...Array.from({ length: stores }, (_, seat) => entry(made.season.world, seat, seat)),
        ...Array.from({ length: stores }, (_, seat) =>
          entriesOf(first + seat, 1, [{ kind: "select-product", sku: product, place: 0 }]),
        ).flat(),
      ],
      [],
    ]).season;
    ready.state.soldUnits[first + stores - 1] = 50;
    const all = Array.from({ length: stores }, (_, seat) =>
      entriesOf(first + seat, 3, [bid(lot.lowMinor, lot.mostUnits, seat)], 1),
    ).flat();
    const [best] = rowsOf(played(ready, [all]).results[0]!);
    assert.equal(best!["store"], matching === "sandbox" ? first + stores - 1 : first);
  }
});
