import { createHash } from "node:crypto";
import type { CaseProblem } from "@echelon/connectors/case/read-package.ts";
import { type ForeignReading } from "@echelon/contract/assessment/foreign-frameworks.ts";
import { foreignLimits } from "@echelon/contract/assessment/foreign-limits.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import type { AssessmentMeans } from "../means.ts";
import { readPackage } from "../read-foreign-package.ts";
import { manages, organisationFacts } from "../../identity/index.ts";
import { foreignHead } from "../foreign-head.ts";
import { dropForeignRow, foreignOf, keepForeign } from "../store/foreign-store.ts";
import { findOwnForeign } from "./find-foreign.ts";

const oddMax = 500;

/** Reads a framework of others, tells what is odd about it, and keeps it where that is wished. */
export async function readForeign(
  means: AssessmentMeans,
  caller: Caller,
  { organisation, does }: { readonly organisation: string; readonly does: "look" | "take" },
  bytes: Uint8Array,
): Promise<Outcome<ForeignReading>> {
  const { database, clock, newId } = means;
  if (!(await mayTake(database, caller, organisation)))
    return refuse({ code: "platform/not-allowed" });
  const reading = await readPackage(means, bytes);
  if (!reading.ok) return reading;
  if (!reading.value.ok) return refusalOf(reading.value.problem);
  const { framework } = reading.value;
  const hash = createHash("sha256").update(bytes).digest("hex");
  return database.transaction(async (tx) => {
    const kept = await foreignOf(tx, organisation);
    const known = kept.find((row) => row.hash === hash);
    const max = foreignLimits.ofOrganisationMax;
    if (does === "take" && known === undefined && kept.length >= max)
      return refuse({ code: "assessment/too-many-kept", facts: { max } });
    const id =
      does === "look"
        ? (known?.id ?? null)
        : await keepForeign(tx, {
            id: newId(),
            organisation_id: organisation,
            hash,
            about: foreignHead(framework),
            content: Buffer.from(bytes),
            taken_by: caller.person,
            taken_at: clock.now(),
          });
    return ok({
      ...foreignHead(framework),
      associations: framework.associations.length,
      rubrics: framework.rubrics,
      odd: framework.odd.slice(0, oddMax).map((one) => ({ ...one })),
      id,
      isKnown: known !== undefined,
    });
  });
}

/** Sends one away, with what it was mapped to. */
export async function dropForeign(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await findOwnForeign(tx, caller, id);
    if (!found.ok) return found;
    await dropForeignRow(tx, id);
    return ok(undefined);
  });
}

/** Schools keep their own; the operator's own organization keeps those for everybody. */
async function mayTake(sql: Sql, caller: Caller, organisation: string): Promise<boolean> {
  if (!manages(caller, organisation)) return false;
  const facts = (await organisationFacts(sql, [organisation])).get(organisation);
  return facts !== undefined && !facts.isClosed && ["school", "operator"].includes(facts.kind);
}

function refusalOf(problem: CaseProblem) {
  switch (problem.code) {
    case "unreadable":
      return refuse({ code: "assessment/case-unreadable" });
    case "too-large":
      return refuse({ code: "assessment/case-too-large", facts: { max: problem.max } });
    case "cycle":
      return refuse({
        code: "assessment/case-circle",
        facts: { item: problem.item.slice(0, 100) },
      });
  }
}
