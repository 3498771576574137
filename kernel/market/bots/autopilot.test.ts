import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkIntervention, previewDay } from "../decisions/check-decision.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { closeDay } from "../day.ts";
import {
  beginnersLog,
  entriesOf,
  entry,
  exampleSeason,
  firstDay,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { bids, known, played, settled, street } from "../examples/example-names.ts";
import { marketPrices } from "../sandbox/market-price.ts";
import { replay } from "../replay.ts";
import { copyState, type State } from "../state/state.ts";
import { decodeSnapshot, encodeSnapshot } from "../state/snapshot.ts";
import { firstSeat, seasonDayOf, type Season } from "../state/season.ts";
import { autopilotLevel, isOnAutopilot, ownLevel, storeKind } from "../state/store-kind.ts";
import { noticeKinds } from "../state/tables.ts";
import { engineVersion } from "../world/scenario.ts";
import { tradeOn } from "../world/world.ts";

const { season, work } = exampleSeason();
const { world } = season;
const store = firstSeat(world);
const rival = firstSeat(world) + 1;
const days = 24;

const flight = (
  kind: "begin-autopilot" | "end-autopilot",
  day: number,
  number: number,
  of = store,
): LogEntry => ({
  store: -1,
  number,
  day,
  decision: { kind, store: of },
});

/** Two stores of people, and a bot that runs the first for some days. */
function logWith(begin: number | null, end: number | null = null): readonly LogEntry[] {
  return [
    ...beginnersLog(world, 0),
    ...beginnersLog(world, 1),
    ...(begin === null ? [] : [flight("begin-autopilot", begin, 10)]),
    ...(end === null ? [] : [flight("end-autopilot", end, 11)]),
  ];
}

type Look = {
  readonly prices: string;
  readonly bids: string;
  readonly bought: number;
  readonly offers: number;
};

/** What the store's people, or a bot in their stead, decide about. */
function lookAt(state: State, of: number): Look {
  const rows = Array.from({ length: state.offerCount[0]! }, (_, row) => row).filter(
    (row) => state.storeOf[row] === of,
  );
  const { markets } = state.sizes;
  const prices = rows.map((row) => state.priceMinor.slice(row * markets, (row + 1) * markets));
  const { adEntries } = state.tables;
  const bids = Array.from({ length: adEntries.rows }, (_, at) => at)
    .filter((at) => rows.includes(adEntries.columns.offer[at]!))
    .map((at) => adEntries.columns.bidTicks[at]!);
  const pools = markets + 1;
  const bought = rows
    .flatMap((row) => Array.from(state.inbound.slice(row * pools, (row + 1) * pools)))
    .reduce((sum, units) => sum + units, 0);
  return { prices: prices.join(), bids: bids.join(), bought, offers: rows.length };
}

/** Plays a log and looks at a store every evening. */
function play(log: readonly LogEntry[], of = store) {
  const own: Season = { ...season, state: copyState(season.state, ordinaryMemory) };
  return Array.from({ length: days }, (_, at) => {
    const entries = log.filter(({ day }) => day === at + 1);
    const { digest, tables, refused } = closeDay(own, entries, work, { into: own.state });
    const { notices } = tables;
    const told = Array.from({ length: notices.rows }, (_, row) => row)
      .filter((row) => notices.columns.store[row] === of)
      .map((row) => noticeKinds[notices.columns.kind[row]!]!)
      .filter((kind) => kind.startsWith("autopilot"));
    const decidedDays = own.state.daysDecided[of]!;
    return { digest, told, refused, decidedDays, ...lookAt(own.state, of) };
  });
}

test("a bot that runs a store revises prices, bids and stock and opens nothing new", () => {
  const alone = play(logWith(null));
  const flown = play(logWith(4));
  const last = flown.at(-1)!;
  assert.deepEqual(flown.slice(0, 3), alone.slice(0, 3), "nothing before it begins");
  assert.equal(
    new Set(alone.map(({ prices }) => prices)).size,
    1,
    "people did nothing after day 1",
  );
  assert.ok(new Set(flown.map(({ prices }) => prices)).size > 1, "it sets prices");
  assert.ok(new Set(flown.map(({ bids }) => bids)).size > 1, "it sets bids");
  assert.ok(
    flown.some(({ bought }, at) => bought > alone[at]!.bought),
    "it buys",
  );
  assert.equal(last.offers, alone.at(-1)!.offers);
  assert.equal(last.decidedDays, alone.at(-1)!.decidedDays, "a bot's looks are nobody's merit");
  assert.deepEqual(
    flown.flatMap(({ told }, at) => told.map((kind) => [at + 1, kind])),
    [[4, "autopilot-began"]],
  );
  assert.deepEqual(
    flown.flatMap(({ refused }) => refused),
    [],
  );
});

test("it looks once a week, and leaves prices and bids alone between", () => {
  const flown = play(logWith(4));
  const changed = flown.flatMap(({ prices, bids }, at) =>
    at > 0 && (prices !== flown[at - 1]!.prices || bids !== flown[at - 1]!.bids) ? [at + 1] : [],
  );
  assert.ok(changed.length > 1, changed.join());
  assert.equal(new Set(changed.map((day) => day % 7)).size, 1, changed.join());
});

test("it reckons a bid on a name by how many of those clicks sell", () => {
  const conversion = world.parameters["bot.conversion"];
  const bidsOf = (share: number) => {
    const value = share * conversion;
    const of = street({ parameters: [known, { name: "name.conversion", value }], days: 60 });
    const own = of.first + 1;
    const { sku } = of.season.world.source.products[0]!;
    const search = firstDay(of.season.world, sku, 1).find(({ kind }) => kind === "set-bid")!;
    const high = { ...search, bidTicks: 90_000 } as StoreDecision;
    const log = [
      ...entriesOf(own, settled, [high], 300),
      ...bids(of, 1, settled, 90_000),
      flight("begin-autopilot", settled + 1, 90, own),
    ];
    const { season: flown } = played(of, settled + 30, log);
    const { columns, rows } = flown.state.tables.adEntries;
    const { store: storeOf } = flown.state.tables.campaigns.columns;
    const entries = Array.from({ length: rows }, (_, at) => at).filter(
      (at) => storeOf[columns.campaign[at]!] === own,
    );
    return entries.map((at) => columns.bidTicks[at]!);
  };
  for (const share of [1, 3, 0.5]) {
    const [search, name] = bidsOf(share);
    assert.ok(search! > 100 && search! < 50_000, `${search}`);
    assert.ok(Math.abs(name! - share * search!) <= 1 + share, `${name} beside ${search}`);
  }
});

test("a store that is handed back stands still, and its people are told", () => {
  const flown = play(logWith(4, 15));
  const after = flown.slice(14);
  assert.equal(new Set(after.map(({ prices }) => prices)).size, 1);
  assert.equal(new Set(after.map(({ bids }) => bids)).size, 1);
  assert.deepEqual(
    flown.flatMap(({ told }, at) => told.map((kind) => [at + 1, kind])),
    [
      [4, "autopilot-began"],
      [15, "autopilot-ended"],
    ],
  );
});

test("what begins and ends on one day never flew: all is as without it", () => {
  const without = play(logWith(null));
  const both = play(logWith(6, 6));
  assert.deepEqual(
    both.map(({ digest }) => digest),
    without.map(({ digest }) => digest),
  );
});

test("the same log gives the same digests, replayed or from a snapshot of any evening", () => {
  const begin = fc.integer({ min: 2, max: 16 });
  fc.assert(
    fc.property(begin, fc.integer({ min: 0, max: 12 }), begin, (from, length, evening) => {
      const log = logWith(from, length === 12 ? null : from + length);
      const digests = play(log).map(({ digest }) => digest);
      const again = [...replay(season, log, days, work)].map(({ digest }) => digest);
      assert.deepEqual(again, digests);
      let state = copyState(season.state, ordinaryMemory);
      for (let day = 1; day <= days; day++) {
        const entries = log.filter((entry) => entry.day === day);
        const closed = closeDay({ ...season, state }, entries, work, { into: state });
        assert.equal(closed.digest, digests[day - 1]);
        if (day !== evening) continue;
        const bytes = encodeSnapshot(state, engineVersion);
        state = decodeSnapshot(bytes, engineVersion, world.sizes, ordinaryMemory)!;
      }
    }),
    { numRuns: 6 },
  );
});

test("a rival's store is decided by its people as before", () => {
  const alone = play(logWith(null), rival);
  const flown = play(logWith(4), rival);
  for (const look of ["prices", "bids", "offers", "decidedDays"] as const) {
    assert.deepEqual(
      flown.map((day) => day[look]),
      alone.map((day) => day[look]),
    );
  }
});

test("in the sandbox it keeps to the sandbox's prices and lets a rule buy", () => {
  const sandbox = exampleSeason({ matching: "sandbox" });
  const own = { ...sandbox.season, state: copyState(sandbox.season.state, ordinaryMemory) };
  const { sku, category } = own.world.source.products[0]!;
  const price = marketPrices(own.world, tradeOn(own.world, 0))[category]!;
  const log = [
    entry(own.world, 0, 0),
    ...entriesOf(store, 1, firstDay(own.world, sku, price)),
    flight("begin-autopilot", 2, 10),
  ];
  const before = closeDay(
    own,
    log.filter(({ day }) => day === 1),
    sandbox.work,
    { into: own.state },
  );
  assert.deepEqual(before.refused, []);
  const { prices } = lookAt(own.state, store);
  const row = own.state.storeOf.indexOf(store);
  assert.equal(own.state.reorderUpTo[row], 0);
  for (let day = 2; day <= days; day++) {
    const entries = log.filter((entry) => entry.day === day);
    closeDay(own, entries, sandbox.work, { into: own.state });
  }
  assert.notEqual(lookAt(own.state, store).prices, prices);
  assert.ok(own.state.reorderUpTo[row]! > 0);
});

test("only a store of people is handed to a bot, once, and only such a one is handed back", () => {
  const entered = previewDay(season, beginnersLog(world, 0));
  const ruled = (preview: Season, kind: "begin-autopilot" | "end-autopilot", of: number) => {
    const ruling = checkIntervention(preview, { kind, store: of });
    return ruling.kind === "refused" ? ruling.code : ruling.kind;
  };
  const bot = season.state.storeKind.indexOf(storeKind.bot);
  assert.equal(ruled(entered, "begin-autopilot", bot), "practice/no-such-store");
  assert.equal(ruled(entered, "begin-autopilot", rival), "practice/no-such-store");
  assert.equal(ruled(entered, "begin-autopilot", store), "accepted");
  assert.equal(ruled(entered, "end-autopilot", store), "practice/not-on-autopilot");
  const begun = previewDay(entered, [flight("begin-autopilot", seasonDayOf(season), 20)]);
  assert.equal(isOnAutopilot(begun.state, store), true);
  assert.equal(begun.state.botLevel[store], autopilotLevel);
  assert.equal(entered.state.botLevel[store], ownLevel);
  assert.equal(ruled(begun, "begin-autopilot", store), "practice/value-not-allowed");
  assert.equal(ruled(begun, "end-autopilot", store), "accepted");
});
