import { foreignLinks } from "@echelon/connectors/case/foreign-links.ts";
import { isOpenLicense } from "@echelon/connectors/case/read-package.ts";
import type {
  ForeignFrameworks,
  ForeignHead,
  ForeignView,
  MappedItem,
} from "@echelon/contract/assessment/foreign-frameworks.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holds, manages, type OrganisationFacts, organisationFacts } from "../../identity/index.ts";
import { codeMax, foreignTree } from "../foreign-head.ts";
import type { AssessmentMeans } from "../means.ts";
import { packageOf } from "../read-foreign-package.ts";
import { frameworkView } from "../framework-view.ts";
import {
  allForeign,
  type ForeignRow,
  mappingsOf,
  mappingsTo,
  readForeignRow,
} from "../store/foreign-store.ts";
import { findForeign, seesForeign } from "./find-foreign.ts";

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

/** What items of others lie to a competency of ours, of the frameworks that the caller sees. */
export async function viewMappingsTo(
  means: AssessmentMeans,
  caller: Caller,
  competency: string,
): Promise<Outcome<MappedItem[]>> {
  const { database } = means;
  const told: MappedItem[] = [];
  const mappings = await mappingsTo(database, competency);
  for (const [id, own] of Map.groupBy(mappings, (one) => one.framework_id)) {
    const row = await readForeignRow(database, id);
    if (row === undefined || !(await seesForeign(database, caller, row.organisation_id))) continue;
    const read = await packageOf(means, database, row);
    if (!read.ok) return read;
    const items = new Map(read.value.items.map((one) => [one.identifier, one]));
    for (const { item, relation, note } of own) {
      const { code = null, statement = item } = items.get(item) ?? {};
      const said = { code: code?.slice(0, codeMax) ?? null, statement: statement.slice(0, 2_000) };
      told.push({ framework: id, title: row.about.title, item, ...said, relation, note });
    }
  }
  return ok(told);
}

/** One of them, with its items in the order of its tree and how they lie to ours. */
export async function viewForeign(
  means: AssessmentMeans,
  caller: Caller,
  id: string,
): Promise<Outcome<ForeignView>> {
  const { database } = means;
  const found = await findForeign(database, caller, id);
  if (!found.ok) return found;
  const row = found.value;
  const read = await packageOf(means, database, row);
  if (!read.ok) return read;
  const framework = read.value;
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
  means: AssessmentMeans,
  caller: Caller,
  id: string,
): Promise<Outcome<{ readonly text: string }>> {
  const { database, config } = means;
  const found = await findForeign(database, caller, id);
  if (!found.ok) return found;
  const read = await packageOf(means, database, found.value);
  if (!read.ok) return read;
  const framework = read.value;
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
