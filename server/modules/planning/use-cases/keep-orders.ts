import type {
  CoverageRequest,
  OrderRequest,
  OrderView,
  StockRequest,
} from "@echelon/contract/planning/need.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { type OrganisationFacts, writeAudit } from "../../identity/index.ts";
import { isoOfQuarter, quarterNamed } from "../calendar-days.ts";
import { ownRegion, regionView } from "../region-view.ts";
import { readSource } from "../store/import-store.ts";
import { insertOrder, ordersOf, putCoverage, putStock, withdraw } from "../store/need-store.ts";
import type { PeopleOrderTable } from "../store/schema.ts";
import { findEnterprise, planningBodies } from "./find-desk.ts";
import { isCell } from "./list-postings.ts";

const isCity = (city: string) => ownRegion().cities.some(({ code }) => code === city);
const unknownCity = (city: string) => refuse({ code: "planning/unknown-city", facts: { city } });
const notAllowed = refuse({ code: "platform/not-allowed" });

/** What an enterprise is bound to take, and what it withdrew. */
export async function listOrders(
  { database }: Means,
  caller: Caller,
  organisation: string,
): Promise<Outcome<OrderView[]>> {
  const found = await findEnterprise(database, caller, organisation);
  if (!found.ok) return found;
  const rows = await ordersOf(database, organisation);
  return ok(rows.map((row) => viewOf(row, found.value)));
}

function viewOf(row: PeopleOrderTable, { name }: OrganisationFacts): OrderView {
  const { id, city, role, echelon, people, due_on: dueOn, note, withdrawn_at } = row;
  const isWithdrawn = withdrawn_at !== null;
  return { id, city, role, echelon, people, dueOn, note, enterprise: name, isWithdrawn };
}

/** An enterprise's obligation to take people of a role and echelon by a date. */
export async function orderPeople(
  means: Means,
  caller: Caller,
  organisation: string,
  { city, role, echelon, people, dueOn, note }: OrderRequest,
): Promise<Outcome<OrderView>> {
  return means.database.transaction(async (tx) => {
    const found = await findEnterprise(tx, caller, organisation);
    if (!found.ok) return found;
    if (!isCity(city)) return unknownCity(city);
    if (!isCell(role, echelon)) return refuse({ code: "planning/unknown-role" });
    const row: PeopleOrderTable = {
      id: means.newId(),
      organisation_id: organisation,
      city,
      role,
      echelon,
      people,
      due_on: dueOn,
      note,
      made_by: caller.person,
      made_at: means.clock.now(),
      withdrawn_at: null,
    };
    await insertOrder(tx, row);
    const facts = { order: row.id, people };
    await writeAudit(means, tx, organisation, { deed: "people-ordered", by: caller.person, facts });
    return ok(viewOf(row, found.value));
  });
}

export async function withdrawOrder(
  means: Means,
  caller: Caller,
  {
    organisation,
    peopleOrder: order,
  }: { readonly organisation: string; readonly peopleOrder: string },
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const found = await findEnterprise(tx, caller, organisation);
    if (!found.ok) return found;
    const isDone = await withdraw(tx, organisation, order, means.clock.now());
    if (!isDone) return refuse({ code: "planning/no-such-order" });
    const facts = { order };
    const deed = { deed: "order-withdrawn", by: caller.person, facts };
    await writeAudit(means, tx, organisation, deed);
    return ok(undefined);
  });
}

/** What a survey found of how much a source shows. */
export async function setCoverage(
  means: Means,
  caller: Caller,
  { source, city, quarter, surveyed, posted }: CoverageRequest,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const [body] = await planningBodies(tx, caller);
    if (body === undefined) return notAllowed;
    if ((await readSource(tx, source)) === undefined)
      return refuse({ code: "planning/no-such-source" });
    if (!isCity(city)) return unknownCity(city);
    await putCoverage(tx, {
      source_id: source,
      city,
      quarter: isoOfQuarter(quarterNamed(quarter)),
      surveyed,
      posted,
      organisation_id: body.id,
      entered_by: caller.person,
      entered_at: means.clock.now(),
    });
    return ok(undefined);
  });
}

/** How many people a survey says a cell needs in all. */
export async function setStock(
  means: Means,
  caller: Caller,
  { city, family, echelon, quarter, people }: StockRequest,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const [body] = await planningBodies(tx, caller);
    if (body === undefined) return notAllowed;
    if (!isCity(city)) return unknownCity(city);
    const { families, echelons } = regionView();
    const isKnown =
      families.some(({ code }) => code === family) && echelons.some(({ code }) => code === echelon);
    if (!isKnown) return refuse({ code: "planning/unknown-role" });
    await putStock(tx, {
      city,
      family,
      echelon,
      quarter: isoOfQuarter(quarterNamed(quarter)),
      people,
      organisation_id: body.id,
      entered_by: caller.person,
      entered_at: means.clock.now(),
    });
    return ok(undefined);
  });
}
