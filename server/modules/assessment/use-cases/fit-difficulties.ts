import { createHash } from "node:crypto";
import {
  fitScenarios,
  itemOf,
  type ScenarioDifficulty,
} from "@echelon/kernel/assessment/mastery/scenario-difficulties.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import { calendarDay } from "../calendar-day.ts";
import { itemsOf } from "../difficulties.ts";
import { fitDifficultiesKind, type FitDifficultiesPayload } from "../jobs.ts";
import {
  fittedColumns,
  type FittedColumns,
  insertVersion,
  readVersions,
} from "../store/difficulty-store.ts";

/** A night in which nothing moves so far makes no version. */
const moveLeast = 0.005;

/** Asks once a night for a fit of how hard scenarios are. */
export async function askFit({ clock }: Pick<Means, "clock">, tx: Tx): Promise<void> {
  await enqueue(tx, fitDifficultiesKind, { night: calendarDay(clock.now()) });
}

/**
 * Writes the next version of how hard scenarios are, where the evidence moves any. No estimate
 * changes by it: versions wait until an operator takes one.
 */
export async function fitDifficulties(
  { clock }: Pick<Means, "clock">,
  { tx }: Pick<JobRun<FitDifficultiesPayload>, "tx">,
): Promise<void> {
  const [last] = await readVersions(tx, 1);
  const known = last === undefined ? [] : itemsOf(last);
  const pieces = await fittedColumns(tx);
  const items = fitScenarios(
    pieces.map(({ person_id: person, outcome_micro: outcomeMicro, ...piece }) => {
      return { ...piece, person, outcomeMicro };
    }),
    known,
  );
  if (!isMoved(items, known)) return;
  const version = (last?.version ?? 0) + 1;
  await insertVersion(tx, {
    version,
    inputs_hash: hashOf(last?.inputs_hash ?? "", pieces),
    pieces: pieces.length,
    items,
    made_at: clock.now(),
  });
}

function isMoved(
  items: readonly ScenarioDifficulty[],
  known: readonly ScenarioDifficulty[],
): boolean {
  const keyOf = (one: ScenarioDifficulty) => itemOf(one.scenario, one.competency);
  const before = new Map(known.map((one) => [keyOf(one), one.difficulty]));
  return items.some((one) => Math.abs(one.difficulty - (before.get(keyOf(one)) ?? 0)) >= moveLeast);
}

/** The version before, and everything that was fitted, in its order. */
function hashOf(before: string, pieces: readonly FittedColumns[]): string {
  const hash = createHash("sha256").update(before);
  for (const one of pieces) {
    const { person_id, competency, scenario, outcome_micro, weight, guess, slip } = one;
    const said = [person_id, competency, scenario, outcome_micro, weight, guess, slip];
    hash.update(JSON.stringify(said));
  }
  return hash.digest("hex");
}
