/** Days played on the engine's thread for somebody who asks "what if"; nothing of it is kept. */
import { closeDay } from "@echelon/kernel/market/day.ts";
import { openSeason, reopenSeason } from "@echelon/kernel/market/open-season.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import { decodeSnapshot } from "@echelon/kernel/market/state/snapshot.ts";
import type { DayTables } from "@echelon/kernel/market/state/tables.ts";
import type { Workspace } from "@echelon/kernel/market/state/workspace.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { PlayedDay, PlayedStore, ReplayRequest } from "./thread-messages.ts";
import { storeKind } from "@echelon/kernel/market/state/store-kind.ts";

const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

/** Plays the days of a log; null when the snapshot to begin with is unsound. */
export function playDays(
  world: World,
  seed: Seed,
  work: Workspace,
  { snapshot, from, to, entries }: ReplayRequest,
): readonly PlayedDay[] | null {
  let state =
    snapshot === null
      ? openSeason(world, seed, allocate).state
      : decodeSnapshot(snapshot, world.source.engine, world.sizes, allocate);
  if (state === null) return null;
  const played: PlayedDay[] = [];
  for (let day = from; day <= to; day++) {
    const log = entries.filter((entry) => entry.day === day);
    const result = closeDay(reopenSeason(world, seed, state), log, work, { into: state });
    ({ state } = result);
    const kinds = state.storeKind;
    played.push({
      day,
      digest: result.digest,
      stores: storesOf(result.tables, (store) => kinds[store] === storeKind.people),
      refused: result.refused,
    });
  }
  return played;
}

/** The day's figures of people's stores. */
function storesOf({ stores }: DayTables, isPeoples: (store: number) => boolean): PlayedStore[] {
  const { columns, rows } = stores;
  const all = Array.from({ length: rows }, (_, row): PlayedStore => ({
    store: columns.store[row]!,
    orders: columns.orders[row]!,
    units: columns.units[row]!,
    lostUnits: columns.lostUnits[row]!,
    revenueMinor: columns.revenueMinor[row]!,
    profitMinor: columns.profitMinor[row]!,
    cashMinor: columns.cashMinor[row]!,
    scoreMilli: columns.scoreMilli[row]!,
    listingsLive: columns.listingsLive[row]!,
    listingsSoldOut: columns.listingsSoldOut[row]!,
  }));
  return all.filter(({ store }) => isPeoples(store));
}
