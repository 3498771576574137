import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { openEngine, type Engine } from "../state/engine.ts";
import { exampleState } from "../examples/example-state.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { pageStart } from "./page.ts";
import { openDay, runShard } from "./phases.ts";
import { noEffects } from "../world/shock.ts";
import { newWorkspace } from "../state/workspace.ts";
import { organicSlots } from "../world/world-limits.ts";

const allocate = (bytes: number) => new ArrayBuffer(bytes);
const world = exampleWorld({ stores: 120, offersPerStore: 5, categories: 2, visitsPerDay: 9_000 });
const small = exampleWorld({ stores: 8, offersPerStore: 4, categories: 2, visitsPerDay: 9_000 });

/** The first slice of a day, nothing settled: its pages, phases and shares as they were used. */
function firstSlice(of: typeof world, k0: number, advertised: number, pacing: number): Engine {
  const key = { k0, k1: 4 };
  const state = exampleState(of, key, allocate, { advertised });
  state.tables.campaigns.columns.pacing.fill(pacing);
  const engine = openEngine(of, key, state, newWorkspace(of.sizes, allocate));
  const { markets, categories } = of.sizes;
  openDay(engine, { effects: noEffects(markets, categories, 1) });
  for (const phase of ["prepare", "rank", "slice"] as const) runShard(engine, phase, 0, 0, 1);
  return engine;
}

type Slot = { offer: number; entry: number; price: number };

/** E5 and E6 as they are written, on plain lists. */
function plainPage(engine: Engine, shelf: number): Slot[] {
  const { work, state, world: of } = engine;
  const { markets, categories, queries } = of.sizes;
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  const category = cell % categories;
  const listing = (offer: number) => offer * markets + market;
  const phase = (campaign: number) => work.campaignPhase[campaign]! + shelf * 0.6180339887498949;
  const bidders = [];
  for (let entry = work.entryStart[category]!; entry < work.entryStart[category + 1]!; entry++) {
    const offer = work.entryOffer[entry]!;
    const campaign = work.entryCampaign[entry]!;
    const bid = work.entryBid[entry]!;
    const relevance = state.relevance[listing(offer) * queries + (shelf % queries)]! / 255;
    const value = work.bidValue[market * work.entryCount[0]! + entry]!;
    const quality = (value / bid) * Math.sqrt(0.3 + relevance);
    const takesPart = phase(campaign) % 1 < work.campaignPacing[campaign]!;
    if (value >= 0 && takesPart) bidders.push({ entry, offer, bid, quality });
  }
  bidders.sort((a, b) => b.bid * b.quality - a.bid * a.quality || a.entry - b.entry);
  const ranked = [
    ...work.topOffer.subarray(shelf * organicSlots, shelf * organicSlots + work.topCount[shelf]!),
  ];
  const page: Slot[] = [];
  const isFree = (offer: number) => !page.some((slot) => slot.offer === offer);
  const places = [0, 1, 2, 3, 14, 26];
  let sponsored = 0;
  while (page.length < 54) {
    const organic = ranked.find(isFree);
    const isSponsored = places[sponsored] === page.length || organic === undefined;
    const winner = sponsored < 6 && isSponsored ? bidders.find((one) => isFree(one.offer)) : null;
    if (winner) {
      page.push({ offer: winner.offer, entry: winner.entry, price: 0 });
      const next = bidders.slice(bidders.indexOf(winner) + 1).find((one) => isFree(one.offer));
      const beat = next ? Math.floor((next.bid * next.quality) / winner.quality) + 1 : 0;
      page.at(-1)!.price = Math.min(winner.bid, Math.max(of.reserveTicks[cell]!, beat));
      sponsored++;
    } else if (organic === undefined) {
      break;
    } else {
      page.push({ offer: organic, entry: -1, price: 0 });
    }
  }
  return page;
}

function pageOf(engine: Engine, shelf: number): Slot[] {
  const { work } = engine;
  const start = pageStart(engine.world.sizes.shelves, 0, shelf);
  return Array.from({ length: work.slotCount[shelf]! }, (_, slot) => ({
    offer: work.pageOffer[start + slot]!,
    entry: work.pageEntry[start + slot]!,
    price: work.pageEntry[start + slot]! < 0 ? 0 : work.pagePrice[start + slot]!,
  }));
}

suite("the page of a shelf", () => {
  for (const [of, name] of [
    [world, "a crowded shelf"],
    [small, "a nearly empty shelf"],
  ] as const) {
    test(`${name} is laid out as the rules say`, () => {
      const shares = fc.constantFrom(0, 0.2, 1);
      fc.assert(
        fc.property(fc.integer(), shares, fc.constantFrom(0.05, 0.3, 1), (k0, ads, pacing) => {
          const engine = firstSlice(of, k0, ads, pacing);
          for (let shelf = 0; shelf < of.sizes.shelves; shelf++) {
            const plain = plainPage(engine, shelf);
            const laid = pageOf(engine, shelf);
            assert.deepEqual(
              laid.map(({ offer, entry }) => ({ offer, entry })),
              plain.map(({ offer, entry }) => ({ offer, entry })),
            );
            laid.forEach(({ price }, slot) => {
              assert.ok(Math.abs(price - plain[slot]!.price) <= 1, "more than a tick off");
            });
          }
        }),
        { numRuns: 12 },
      );
    });
  }

  test("a campaign takes part on nearly its share of the shelves", () => {
    const engine = firstSlice(world, 7, 1, 0.3);
    const { shelves } = world.sizes;
    for (let campaign = 0; campaign < 40; campaign++) {
      let admitted = 0;
      for (let shelf = 0; shelf < shelves; shelf++) {
        const turned = engine.work.campaignPhase[campaign]! + shelf * 0.6180339887498949;
        if (turned % 1 < 0.3) admitted++;
      }
      assert.ok(Math.abs(admitted - 0.3 * shelves) <= 3, `${admitted} of ${shelves}`);
    }
  });
});
