import type { NeedCell, NeedView } from "@echelon/contract/planning/need.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import {
  adjustedOpenings,
  type CellSurvey,
  coverageOf,
  type EnterprisePostings,
  type OrderedPeople,
  type Quarter,
  quarterOf,
  stockNeed,
  tellableMin,
  withoutOrdered,
} from "@echelon/kernel/planning/demand/need.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { organisationFacts } from "../../identity/index.ts";
import {
  dayOfMoment,
  isoOfQuarter,
  quarterName,
  quarterNamed,
  quarterOfIso,
} from "../calendar-days.ts";
import { hashesOf } from "../enterprise-hash.ts";
import { ownRegion } from "../region-view.ts";
import {
  allCoverage,
  allStock,
  countedPostings,
  type CountedRow,
  countOutside,
  standingOrders,
} from "../store/need-store.ts";
import { planningBodies } from "./find-desk.ts";

/**
 * What the region needs in a quarter, cell by cell: openings as posted, as meant, as ordered, and
 * the people that follow. Who does not plan the region is told no cell of fewer than five postings.
 */
export async function viewNeed(
  means: Means,
  caller: Caller,
  asked: string | undefined,
): Promise<Outcome<NeedView>> {
  return means.database.reading(async (sql) => {
    const isPlanner = (await planningBodies(sql, caller)).length > 0;
    const facts = await gather(means, sql, caller);
    const known = [...new Set(facts.posted.map(({ quarter }) => quarter))];
    const now = quarterOf(dayOfMoment(means.clock.now()));
    const quarters = [...new Set([...known, now])].toSorted((a, b) => b - a);
    const quarter = asked === undefined ? (quarters[0] ?? now) : quarterNamed(asked);
    const cells = cellsOf(facts, quarter);
    const [from, to] = [isoOfQuarter(quarter), isoOfQuarter(quarter + 1)];
    return ok({
      quarter: quarterName(quarter),
      quarters: quarters.map(quarterName),
      cells: isPlanner ? cells : cells.map(hidden),
      outside: isPlanner ? await countOutside(sql, from, to) : null,
      isPlanner,
    });
  });
}

type Posted = EnterprisePostings & { readonly isOwn: boolean };

interface Facts {
  readonly posted: readonly Posted[];
  readonly meant: readonly EnterprisePostings[];
  readonly orders: readonly OrderedPeople[];
  readonly coverage: readonly Parameters<typeof coverageOf>[0][number][];
  readonly surveys: ReadonlyMap<string, readonly CellSurvey[]>;
}

const keyOf = ({ city, family, echelon }: Pick<NeedCell, "city" | "family" | "echelon">) =>
  [city, family, echelon].join("|");

async function gather(means: Means, sql: Sql, caller: Caller): Promise<Facts> {
  const rows = await standingOrders(sql);
  const enterprises = [...new Set(rows.map((row) => row.organisation_id))];
  const names = await organisationFacts(sql, enterprises);
  // An enterprise is known in postings by either of its names; orders take from both.
  const hashes = new Map(
    enterprises.map((id) => {
      const facts = names.get(id);
      return [id, facts === undefined ? [] : hashesOf(means.secrets, facts.name)];
    }),
  );
  const ownerOf = new Map([...hashes].flatMap(([id, own]) => own.map((hash) => [hash, id])));
  const own = caller.roles.map(({ organisation }) => organisation);
  const counted = await countedPostings(sql, [...ownerOf.keys()], own);
  const posted = counted.flatMap((row) => postedOf(row, ownerOf));
  const orders = rows.flatMap((row) => {
    const family = familyOf(row.role);
    const { organisation_id: enterprise, city, echelon, people } = row;
    const [from, due] = [quarterOf(dayOfMoment(row.made_at)), quarterOfIso(row.due_on)];
    return family === null ? [] : [{ enterprise, city, family, echelon, people, from, due }];
  });
  const coverage = (await allCoverage(sql)).map(
    ({ source_id: source, city, surveyed, posted: of }) => {
      return { source, city, surveyed, posted: of };
    },
  );
  const surveys = Map.groupBy(await allStock(sql), keyOf);
  return {
    posted,
    meant: withoutOrdered(posted, orders),
    orders,
    coverage,
    surveys: new Map(
      [...surveys].map(([key, of]) => [
        key,
        of.map(({ quarter, people }) => ({ quarter: quarterOfIso(quarter), people })),
      ]),
    ),
  };
}

function familyOf(role: string): string | null {
  return ownRegion().families.find(({ roles }) => roles.includes(role))?.id ?? null;
}

function postedOf(row: CountedRow, ownerOf: ReadonlyMap<string, string>): Posted[] {
  const family = familyOf(row.role);
  if (family === null) return [];
  const { city, echelon, source, windows, openings, postings } = row;
  return [
    {
      city,
      family,
      echelon,
      quarter: quarterOfIso(row.quarter),
      source,
      groupSize: row.group_size,
      windows,
      openings,
      postings,
      enterprise: row.enterprise === null ? null : (ownerOf.get(row.enterprise) ?? null),
      isOwn: row.is_own,
    },
  ];
}

function cellsOf(facts: Facts, quarter: Quarter): NeedCell[] {
  const { defaults } = ownRegion();
  const meant = Map.groupBy(facts.meant, keyOf);
  const posted = Map.groupBy(facts.posted, keyOf);
  const orders = Map.groupBy(
    facts.orders.filter(({ due }) => due === quarter),
    keyOf,
  );
  const keys = new Set([...posted.keys(), ...orders.keys(), ...facts.surveys.keys()]);
  return [...keys].toSorted().map((key) => {
    const [city = "", family = "", echelon = ""] = key.split("|");
    const openings = openingsByQuarter(facts, meant.get(key) ?? []);
    const now = (posted.get(key) ?? []).filter((one) => one.quarter === quarter);
    const stock = stockNeed(openings, quarter, facts.surveys.get(key) ?? [], {
      leavingPpm: defaults.attritionPpm[echelon] ?? 0,
      growthPpm: defaults.growthPpm,
    });
    const own = now.filter(({ isOwn }) => isOwn);
    return {
      city,
      family,
      echelon,
      isHidden: false,
      postings: now.reduce((sum, one) => sum + one.postings, 0),
      raw: now.reduce((sum, one) => sum + one.openings, 0),
      adjusted: openings.get(quarter) ?? 0,
      ordered: (orders.get(key) ?? []).reduce((sum, { people }) => sum + people, 0),
      stock: stock.people,
      way: stock.way,
      own: own.reduce((sum, one) => sum + one.postings, 0),
    };
  });
}

function openingsByQuarter(
  { coverage }: Facts,
  postings: readonly EnterprisePostings[],
): ReadonlyMap<Quarter, number> {
  const sums = new Map<Quarter, number>();
  for (const one of postings) {
    const openings = adjustedOpenings(one, coverageOf(coverage, one.source, one.city));
    sums.set(one.quarter, (sums.get(one.quarter) ?? 0) + openings);
  }
  return sums;
}

/** A cell as outsiders see it: with few postings in it one could tell whose they are. */
function hidden(cell: NeedCell): NeedCell {
  const isFew = (cell.postings ?? 0) < tellableMin;
  const ordered = cell.ordered !== null && cell.ordered < tellableMin ? null : cell.ordered;
  if (!isFew) return { ...cell, ordered };
  const nothing = { postings: null, raw: null, adjusted: null, ordered: null, stock: null };
  return { ...cell, ...nothing, isHidden: true };
}
