import { foreignLinks } from "@echelon/connectors/case/foreign-links.ts";
import { isOpenLicense } from "@echelon/connectors/case/read-package.ts";
import type {
  ForeignFrameworks,
  ForeignHead,
  ForeignView,
} from "@echelon/contract/assessment/foreign-frameworks.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holds, manages, type OrganisationFacts, organisationFacts } from "../../identity/index.ts";
import { foreignTree } from "../foreign-head.ts";
import { frameworkView } from "../framework-view.ts";
import { allForeign, type ForeignRow, mappingsOf } from "../store/foreign-store.ts";
import { findForeign, frameworkIn } from "./find-foreign.ts";

/** The frameworks of others that the caller sees, and for whom the caller may take one in. */
export async function viewForeignFrameworks(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<ForeignFrameworks>> {
  const all = await allForeign(database);
  const own = new Set(caller.roles.map(({ organisation }) => organisation));
  const facts = await organisationFacts(database, [
    ...new Set([...own, ...all.map((row) => row.organisation_id)]),
  ]);
  const seesAll = holds(caller, "operator");
  const rows = all.filter(
    ({ organisation_id: of }) => seesAll || own.has(of) || facts.get(of)?.kind === "operator",
  );
  const mapped = Map.groupBy(
    await mappingsOf(
      database,
      rows.map(({ id }) => id),
    ),
    (one) => one.framework_id,
  );
  return ok({
    frameworks: rows.map((row) => headOf(row, caller, facts, mapped.get(row.id)?.length ?? 0)),
    mayTakeFor: [...facts.values()]
      .filter(
        ({ id, kind, isClosed }) =>
          !isClosed && ["school", "operator"].includes(kind) && own.has(id) && manages(caller, id),
      )
      .map(({ id, name }) => ({ id, name })),
  });
}

/** One of them, with its items in the order of its tree and how they lie to ours. */
export async function viewForeign(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<ForeignView>> {
  const found = await findForeign(database, caller, id);
  if (!found.ok) return found;
  const row = found.value;
  const framework = frameworkIn(row);
  const mappings = await mappingsOf(database, [id]);
  const facts = await organisationFacts(database, [row.organisation_id]);
  return ok({
    ...headOf(row, caller, facts, mappings.length),
    tree: foreignTree(framework),
    mappings: mappings.map(({ item, competency, relation, note }) => ({
      item,
      competency,
      relation,
      note,
    })),
    odd: framework.odd.map((one) => ({ ...one })),
    isOpen: isOpenLicense(framework.license),
  });
}

/** The mapping as a package of addresses, where the license lets it be told. */
export async function writeForeignLinks(
  { database, config }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<{ readonly text: string }>> {
  const found = await findForeign(database, caller, id);
  if (!found.ok) return found;
  const framework = frameworkIn(found.value);
  if (!isOpenLicense(framework.license)) return refuse({ code: "assessment/license-closed" });
  const { version, changedOn, competencies } = frameworkView();
  const names = new Map(competencies.map((one) => [one.id, one.name.en]));
  const links = (await mappingsOf(database, [id])).filter(({ competency }) =>
    names.has(competency),
  );
  const of = { version, changedOn, names, origin: config.url };
  return ok({ text: JSON.stringify(foreignLinks(framework, links, of), null, 2) });
}

function headOf(
  row: ForeignRow,
  caller: Caller,
  facts: ReadonlyMap<string, OrganisationFacts>,
  mapped: number,
): ForeignHead {
  const of = facts.get(row.organisation_id);
  return {
    id: row.id,
    ...row.about,
    school: of === undefined || of.kind === "operator" ? null : of.name,
    mapped,
    takenAt: row.taken_at,
    mayChange: manages(caller, row.organisation_id),
  };
}
