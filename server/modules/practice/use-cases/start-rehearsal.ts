import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { practiceEnterprises, publishedProducts } from "../../exchange/index.ts";
import { personName } from "../../identity/index.ts";
import type { PracticeMeans } from "../means.ts";
import { presetCards, presetChecklist, taskOfPreset } from "../engine/world-sources.ts";
import { changeSeason, holdRehearsal, rehearsalOf, type SeasonRow } from "../store/season-store.ts";
import { enterStore } from "./open-store.ts";
import { productsMin, worldFor, writeSeason } from "./make-season.ts";

/** The preset of everybody's first visit. */
export const firstPreset = "first-store";

/**
 * A person's own practice: a small market with bots in which the person closes the days. There is
 * one at a time that is nobody's task, and one of each task of a course; starting over, a few times
 * a day, archives the old one.
 *
 * @param insteadOf  the practice that is to be left: another one was begun anew already
 * @param preset     how it is played: a preset for one person
 */
export async function startRehearsal(
  means: PracticeMeans,
  caller: Caller,
  {
    insteadOf,
    preset = firstPreset,
  }: { insteadOf?: string | undefined; preset?: string | undefined },
): Promise<Outcome<SeasonRow>> {
  const task = taskOfPreset(preset) === undefined ? null : preset;
  const known = await rehearsalOf(means.database, caller.person, task);
  if (known !== undefined && known.season_id !== insteadOf) return ok(known);
  const way = presetCards().find(({ id, audience }) => id === preset && audience === "person");
  if (way === undefined) return refuse({ code: "practice/no-such-preset" });
  const admission = await means.limits.take(
    task === null ? "rehearsal-person" : "task-person",
    caller.person,
  );
  if (!admission.isAdmitted) {
    const facts = { seconds: admission.seconds };
    return refuse({ code: "platform/too-many-requests", facts });
  }
  const enterprises = await practiceEnterprises(means.database);
  const products = await publishedProducts(means.database, enterprises);
  if (products.length < productsMin) {
    return refuse({
      code: "practice/too-few-products",
      facts: { count: products.length, min: productsMin },
    });
  }
  const source = worldFor(way.scenario.id, products, { preset });
  const name = await personName(means.database, caller.person);
  return means.database.transaction(async (tx) => {
    const held = await holdRehearsal(tx, caller.person, task);
    // Another click was faster: what it made is what this one asked for.
    if (held !== undefined && held.season_id !== insteadOf) return ok(held);
    if (held !== undefined) await changeSeason(tx, held.season_id, { state: "archived" });
    const row = await writeSeason(means, tx, {
      source,
      products,
      name: source.scenario.name[caller.locale],
      classId: null,
      owner: caller.person,
      isRehearsal: true,
      pace: { kind: "self-paced" },
      teamSize: 1,
      play: {
        preset,
        daysPerRound: way.daysPerRound,
        listingsPerRoundMax: null,
        // Who plays alone closes the days, and is there when they close.
        absence: "carry-forward",
        scoring: way.scoring,
        checklist: presetChecklist(preset),
      },
    });
    const store = source.scenario.bots.stores;
    await enterStore(means, tx, row, {
      store,
      name: name.slice(0, 40),
      person: caller.person,
      // Whoever begins a task has had the first day's guide, or has it in the first store.
      isGuided: task === null,
    });
    return ok(row);
  });
}
