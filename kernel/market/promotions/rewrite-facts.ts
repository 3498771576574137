/** What shoppers know of a listing, written anew when its price changes within the day. */
import type { Engine } from "../state/engine.ts";
import { cardOf, clickRateOf, writeFacts } from "../shelf/facts.ts";
import { factRows, organicSlots } from "../world/world-limits.ts";

/** Writes every row of facts that the listing has on the shelves of its cell. */
export function rewriteFacts(engine: Engine, offer: number, market: number): void {
  const { world, state } = engine;
  const { categories, queries } = world.sizes;
  const cell = market * categories + state.categoryOf[offer]!;
  const at = cardOf(engine, offer, cell);
  const clickRate = clickRateOf(engine, offer, at, cell);
  for (let query = 0; query < queries; query++) {
    const shelf = cell * queries + query;
    for (const row of factsOf(engine, offer, market, shelf)) {
      writeFacts(engine, offer, at, cell, clickRate, row);
    }
  }
}

/** Rows in which a shelf keeps what it knows of an offer: among the ranked, and as a bidder. */
function factsOf({ work, state }: Engine, offer: number, market: number, shelf: number): number[] {
  const { queries } = work.sizes;
  const found: number[] = [];
  const first = shelf * organicSlots;
  for (let place = 0; place < work.topCount[shelf]!; place++) {
    if (work.topOffer[first + place] === offer) found.push(work.topFacts[first + place]!);
  }
  const category = state.categoryOf[offer]!;
  const entries = work.entryCount[0]!;
  const ofQuery = (market * queries + (shelf % queries)) * entries;
  const end = work.entryStart[category + 1]!;
  for (let entry = work.entryStart[category]!; entry < end; entry++) {
    // What does not bid today was not valued today, and what stands there is of another day.
    const isBidding = work.bidValue[market * entries + entry]! >= 0;
    if (work.entryOffer[entry] !== offer || !isBidding) continue;
    const known = work.bidFacts[ofQuery + entry]!;
    if (known > organicSlots && known <= factRows) found.push(shelf * factRows + known - 1);
  }
  return found;
}
