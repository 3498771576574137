import { labelsMin } from "@echelon/contract/planning/posting-limits.ts";
import type { ModelView } from "@echelon/contract/planning/postings.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  labelKappa,
  labelKappaMin,
  labelPairsMin,
} from "@echelon/kernel/planning/demand/label-agreement.ts";
import { learnWords } from "@echelon/kernel/planning/demand/posting-model.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { Means } from "../../../platform/module.ts";
import { settleImportKind } from "../jobs.ts";
import { cutterName, cutWords } from "../posting-texts.ts";
import { settledImports } from "../store/import-store.ts";
import {
  allLabels,
  insertModel,
  type LabelLine,
  latestModel,
  lessons,
} from "../store/label-store.ts";
import { planningBodies } from "./find-desk.ts";

const ppm = 1_000_000;

/** Which version sorts postings, what it learned from, and how well people agree. */
export async function viewModel({ database }: Means): Promise<Outcome<ModelView>> {
  return ok(await database.reading(modelView));
}

async function modelView(sql: Sql): Promise<ModelView> {
  const model = await latestModel(sql);
  const labels = await allLabels(sql);
  const pairs = pairsOf(labels);
  const kappa = labelKappa(pairs);
  const isTellable = pairs.length >= labelPairsMin && (kappa ?? 0) >= labelKappaMin;
  const hitPpm = model?.hit_ppm ?? null;
  return {
    version: model?.version ?? 0,
    labels: model?.labels ?? 0,
    newLabels: newOnes(labels, model?.made_at ?? null),
    madeAt: model?.made_at ?? null,
    pairs: pairs.length,
    kappa,
    // Nobody is told how often it is right before enough was said by two who mean the same.
    hitShare: isTellable && hitPpm !== null ? hitPpm / ppm : null,
    cutter: model?.cutter ?? cutterName,
  };
}

const wordOf = ({ is_relevant, role }: LabelLine) => (is_relevant ? (role ?? "") : "none");

/** The first two labels of each posting that two people labeled. */
function pairsOf(labels: readonly LabelLine[]) {
  return [...Map.groupBy(labels, ({ posting_id }) => posting_id).values()].flatMap(
    ([first, second]) =>
      first === undefined || second === undefined
        ? []
        : [{ first: wordOf(first), second: wordOf(second) }],
  );
}

function newOnes(labels: readonly LabelLine[], since: Date | null): number {
  return labels.filter(({ at }) => since === null || at > since).length;
}

/** Learns from all labels as a new version, and asks for everything to be sorted anew by it. */
export async function retrain(means: Means, caller: Caller): Promise<Outcome<ModelView>> {
  const { database, clock } = means;
  return database.transaction(async (tx) => {
    const bodies = await planningBodies(tx, caller);
    if (bodies.length === 0) return refuse({ code: "platform/not-allowed" });
    const before = await latestModel(tx);
    const labels = newOnes(await allLabels(tx), before?.made_at ?? null);
    if (labels < labelsMin)
      return refuse({ code: "planning/too-few-labels", facts: { labels, labelsMin } });
    const taught = await lessons(tx);
    // What was learned from proves nothing: only labels count that came after it.
    const asked = taught.filter(({ at }) => before === undefined || at > before.made_at);
    const hits = asked.filter(({ role, guessed }) => role === guessed).length;
    const version = (before?.version ?? 0) + 1;
    await insertModel(tx, {
      version,
      learned: learnWords(taught, cutWords),
      labels: taught.length,
      hit_ppm: asked.length === 0 ? null : Math.round((hits * ppm) / asked.length),
      cutter: cutterName,
      made_by: caller.person,
      made_at: clock.now(),
    });
    for (const id of await settledImports(tx))
      await enqueue(tx, settleImportKind, {
        import: id,
        model: version,
        step: "classify",
        from: "0",
      });
    return ok(await modelView(tx));
  });
}
