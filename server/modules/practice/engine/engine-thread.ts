/**
 * The engine's own thread: closes days and opens markets away from the event loop that answers
 * requests and tells the queue that this worker is alive.
 */
import { parentPort } from "node:worker_threads";
import { ratesOf } from "@echelon/kernel/market/books/currency.ts";
import { closeDay } from "@echelon/kernel/market/day.ts";
import { digestState } from "@echelon/kernel/market/state/digest.ts";
import { openSeason, reopenSeason } from "@echelon/kernel/market/open-season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { decodeSnapshot, encodeSnapshot } from "@echelon/kernel/market/state/snapshot.ts";
import type { State } from "@echelon/kernel/market/state/state.ts";
import type { DayTables } from "@echelon/kernel/market/state/tables.ts";
import { newWorkspace, type Workspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world/world.ts";
import { createDayWatcher, type DayWatcher } from "./explain-days.ts";
import { holdLast } from "./hold-last.ts";
import { playDays } from "./play-days.ts";
import type { ClosedDay, EngineAnswer, EngineRequest, Opening } from "./thread-messages.ts";

const worldsHeldMax = 4;
const statesHeldMax = 8;

type Held = { readonly world: World; readonly work: Workspace };

const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

function startThread(): void {
  const port = parentPort;
  if (port === null) return;
  const worlds = new Map<string, Held>();
  const states = new Map<string, State>();
  const watcher = createDayWatcher();
  port.on("message", (request: EngineRequest) => {
    const tell = (answer: EngineAnswer) => port.postMessage(answer);
    try {
      const held = worldOf(worlds, request.worldHash, request.source);
      if (held === null) return tell({ id: request.id, kind: "world-missing" });
      if (request.kind === "open")
        tell({ id: request.id, kind: "opened", opening: open(held, request, states, tell) });
      else tell(answerTo(held, request, states, watcher));
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ id: request.id, kind: "failed", message });
    }
  });
}

function answerTo(
  held: Held,
  request: Exclude<EngineRequest, { kind: "open" }>,
  states: Map<string, State>,
  watcher: DayWatcher,
): EngineAnswer {
  const { id, seed, worldHash } = request;
  if (request.kind === "close") return close(held, request, states);
  if (request.kind === "replay") return replay(held, request);
  if (request.kind === "play") {
    const played = playDays(held.world, seed, held.work, request);
    return played === null ? { id, kind: "state-missing" } : { id, kind: "played", days: played };
  }
  const season = { world: held.world, seed, worldHash };
  if (request.kind === "lost") {
    const lost = watcher.lost(season, request.store, request.day, request.days);
    return lost === null ? { id, kind: "state-missing" } : { id, kind: "lost", lost };
  }
  if (request.kind === "worth") {
    const worth = watcher.worth(season, request.store, request.day, request.days);
    return worth === null ? { id, kind: "state-missing" } : { id, kind: "worth", worth };
  }
  if (request.kind === "page") {
    const slots = watcher.page(season, request.place, request.day, request.days);
    return slots === null ? { id, kind: "state-missing" } : { id, kind: "page", slots };
  }
  const explained = watcher.explain(season, request.question, request.days);
  return explained === null ? { id, kind: "state-missing" } : { id, kind: "explained", explained };
}

/** The world of that hash; null when it is not held any more and its source was not sent. */
function worldOf(worlds: Map<string, Held>, hash: string, source: WorldSource | null): Held | null {
  const known = worlds.get(hash);
  if (known !== undefined) return holdLast(worlds, hash, known, worldsHeldMax);
  if (source === null) return null;
  const compiled = compileWorld(source);
  if (!compiled.ok)
    throw new Error(`the world ${hash} has faults: ${JSON.stringify(compiled.faults)}`);
  const world = compiled.value;
  return holdLast(
    worlds,
    hash,
    { world, work: newWorkspace(world.sizes, allocate) },
    worldsHeldMax,
  );
}

function open(
  { world }: Held,
  request: EngineRequest,
  states: Map<string, State>,
  tell: (answer: EngineAnswer) => void,
): Opening {
  let told = 0;
  const season = openSeason(world, request.seed, allocate, (share) => {
    const percent = Math.floor(share * 100);
    if (percent >= told + 5) tell({ id: request.id, kind: "progress", percent: (told = percent) });
  });
  const digest = digestState(season.state);
  holdLast(states, `${request.worldHash}/${digest}`, season.state, statesHeldMax);
  return { digest, snapshot: encodeSnapshot(season.state, world.source.engine) };
}

function close(
  { world, work }: Held,
  request: EngineRequest & { kind: "close" },
  states: Map<string, State>,
): EngineAnswer {
  const key = `${request.worldHash}/${request.digest}`;
  const { snapshot } = request;
  const before = states.get(key) ?? restored(world, snapshot);
  if (before === null) return { id: request.id, kind: "state-missing" };
  const result = closeDay(reopenSeason(world, request.seed, before), request.entries, work);
  states.delete(key);
  holdLast(states, `${request.worldHash}/${result.digest}`, result.state, statesHeldMax);
  const closed: ClosedDay = {
    digest: result.digest,
    ledgerSums: result.ledgerSums,
    ratesE8: Array.from(ratesOf(world, result.state)),
    tables: trimmed(result.tables),
    snapshot: encodeSnapshot(result.state, world.source.engine),
  };
  return { id: request.id, kind: "closed", closed };
}

/** Plays days again. What comes of it is given back and not kept. */
function replay({ world, work }: Held, request: EngineRequest & { kind: "replay" }): EngineAnswer {
  const { id, snapshot, seed, from, to, entries } = request;
  const before =
    snapshot === null ? openSeason(world, seed, allocate).state : restored(world, snapshot);
  if (before === null) return { id, kind: "state-missing" };
  let state = before;
  for (let day = from; day <= to; day++) {
    const log = entries.filter((entry) => entry.day === day);
    state = closeDay(reopenSeason(world, seed, state), log, work, { into: state }).state;
  }
  const bytes = encodeSnapshot(state, world.source.engine);
  return { id, kind: "replayed", replayed: { digest: digestState(state), snapshot: bytes } };
}

/** A state from its snapshot; null without one. */
function restored(world: World, snapshot: Uint8Array | null): State | null {
  if (snapshot === null) return null;
  return decodeSnapshot(snapshot, world.source.engine, world.sizes, allocate);
}

/** Tables without the room they had left to grow: only rows are copied to the other thread. */
function trimmed(tables: DayTables): DayTables {
  const cut = Object.entries(tables).map(([name, table]) => {
    const columns = Object.entries(table.columns as Record<string, Int32Array>).map(
      ([column, values]) => [column, values.slice(0, table.rows)],
    );
    return [name, { ...table, columns: Object.fromEntries(columns) }];
  });
  return Object.fromEntries(cut) as DayTables;
}

startThread();
