/** A season in which one store does what a checklist asks for and its neighbor nothing. */
import { ratesOf } from "../books/currency.ts";
import type { Checklist } from "../checklist/checklist.ts";
import type { DecidedEntry } from "../checklist/evidence.ts";
import { type ClosedTables, evidenceOf } from "../checklist/gather-evidence.ts";
import { type ChecklistMark, markChecklist } from "../checklist/mark-checklist.ts";
import { closeDay } from "../day.ts";
import type { LogEntry } from "../decisions/decision.ts";
import { isStewards } from "../decisions/log-order.ts";
import { openSeason } from "../open-season.ts";
import { firstSeat } from "../state/season.ts";
import { newWorkspace } from "../state/workspace.ts";
import type { WorldSource } from "../world/scenario.ts";
import { compileWorld } from "../world/world.ts";
import { type Diligence, diligentEntries } from "./diligent-store.ts";

/** Short: what is asked here is whether the tasks can be done at all. */
const burnInDays = 7;
const memory = (bytes: number) => new ArrayBuffer(bytes);

export interface DiligentSeason {
  readonly diligent: ChecklistMark;
  readonly idle: ChecklistMark;
  /** Debits and credits of every journal of every day summed to nothing. */
  readonly isBalanced: boolean;
}

/**
 * Plays a whole season and marks both stores by a checklist.
 *
 * @throws RangeError with what is wrong with a world that does not compile
 */
export function playDiligently(
  source: WorldSource,
  checklist: Checklist,
  how: Diligence,
  seed: number,
): DiligentSeason {
  const compiled = compileWorld({ ...source, scenario: { ...source.scenario, burnInDays } });
  if (!compiled.ok) throw new RangeError(JSON.stringify(compiled.faults));
  const world = compiled.value;
  const season = openSeason(world, { k0: seed, k1: 5 }, memory);
  const work = newWorkspace(world.sizes, memory);
  const decide = diligentEntries(how);
  const [diligent, idle] = [firstSeat(world), firstSeat(world) + 1];
  const log: LogEntry[] = [];
  const closed: ClosedTables[] = [];
  let isBalanced = true;
  const enter = { kind: "enter-store", store: idle, name: "Idle" } as const;
  for (let day = 1; day <= world.source.scenario.days; day++) {
    const first: LogEntry[] = day === 1 ? [{ store: -1, number: 1, day, decision: enter }] : [];
    const entries = [...decide(season, day), ...first];
    log.push(...entries);
    const { tables, state, ledgerSums } = closeDay(season, entries, work, { into: season.state });
    isBalanced &&= Object.values(ledgerSums).every((sum) => sum === 0);
    closed.push({ day, tables, ratesE8: ratesOf(world, state) });
  }
  const mark = (store: number) => {
    const own = log.filter((one) => one.store === store && !isStewards(one));
    const entries = own as DecidedEntry[];
    return markChecklist(checklist, world, { ...evidenceOf(world, store, closed), entries });
  };
  return { diligent: mark(diligent), idle: mark(idle), isBalanced };
}
