import type { LoggedDecision } from "@echelon/contract/practice/decision.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Intervention, StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readLogPage } from "../store/log-page.ts";
import { isOfHead, lineage, type LogRow, readBranches } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { findSeason, findStore } from "./find-season.ts";
import { authorNames } from "./name-authors.ts";
import { namesFor, type StoreName } from "./name-stores.ts";

type Ask = {
  readonly store?: number | undefined;
  readonly day?: number | undefined;
  readonly numbers?: readonly number[] | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
};
type Page = { items: LoggedDecision[]; next: string | null };

/** The season's decision log for those who lead it, newest first. */
export async function listSeasonLog(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  ask: Ask,
): Promise<Outcome<Page>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  if (!found.value.maySeeAll) return refuse({ code: "platform/not-allowed" });
  const told = await namesFor(means.database, found.value, () => false);
  return ok(await readPage(means, found.value.row, ask, told));
}

/** A store's own decisions, newest first. */
export async function listStoreLog(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: Ask,
): Promise<Outcome<Page>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  const { isMine } = found.value;
  const told = await namesFor(means.database, found.value, (one) => one === store && isMine);
  return ok(await readPage(means, found.value.row, { ...ask, store }, told));
}

async function readPage(
  means: PracticeMeans,
  { season_id: season, branch }: SeasonRow,
  ask: Ask,
  told: (store: number) => StoreName,
): Promise<Page> {
  const limit = ask.limit ?? 50;
  const place = decodeCursor(ask.after, "instant", "integer", "integer");
  const before =
    place === null ? null : { at: new Date(place[0]), store: place[1], number: place[2] };
  const rows = await readLogPage(means.database, season, ask, before, limit + 1);
  const shown = rows.slice(0, limit);
  const spans = lineage(await readBranches(means.database, season), branch);
  const authors = [...new Set(shown.map((row) => row.author_id))];
  const names = await authorNames(means.database, season, authors);
  const nameOf = (store: number) => told(store).name || `#${store + 1}`;
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      number: row.number,
      day: row.day,
      at: row.at,
      author: isAuthorTold(row, told) ? (names.get(row.author_id) ?? "") : "",
      store: row.store,
      storeName: row.store < 0 ? "" : nameOf(row.store),
      kind: row.kind,
      facts: { ...factsOf(row), ...storesIn(row, nameOf), ...touchedBy(row, nameOf) },
      note: row.note,
      isSuperseded: !isOfHead(spans, row.branch, row.day),
      isByClose: row.by_close,
    })),
    next:
      rows.length > limit && last !== undefined
        ? encodeCursor([last.at.toISOString(), last.store, last.number])
        : null,
  };
}

/** Who runs a store whose name is hidden is hidden too; the steward says all else by name. */
function isAuthorTold(
  { store, decision }: Pick<LogRow, "store" | "decision">,
  told: (store: number) => StoreName,
): boolean {
  const { kind, store: touched } = decision as { readonly kind: string; readonly store?: number };
  // Entering the season, and taking the store back from a bot, is what its people do.
  const isTheirs = kind === "enter-store" || kind === "end-autopilot";
  const of = store < 0 && isTheirs ? touched : store;
  return of === undefined || of < 0 || told(of).name !== "";
}

/** Stores that a decision is about are told by name, not by number. */
function storesIn(
  { decision }: Pick<LogRow, "decision">,
  nameOf: (store: number) => string,
): LoggedDecision["facts"] {
  const told = decision as StoreDecision;
  switch (told.kind) {
    case "watch-rivals":
      return { stores: told.stores.map(nameOf).join(", ") };
    case "bid-on-name":
      return { store: nameOf(told.store) };
    default:
      return {};
  }
}

/** The store that an intervention is about, by its name; its number tells nobody anything. */
function touchedBy(
  { store, decision }: Pick<LogRow, "store" | "decision">,
  nameOf: (store: number) => string,
): LoggedDecision["facts"] {
  const touched = decision as Intervention;
  if (store >= 0 || touched.kind === "inject-event") return {};
  return { store: "", name: nameOf(touched.store) };
}

const textCharsShown = 120;

/** The plain fields of a decision; lists are joined and computed scores left out. */
export function factsOf(row: Pick<LogRow, "decision">): LoggedDecision["facts"] {
  const facts: LoggedDecision["facts"] = {};
  const {
    kind: _,
    scores: __,
    matches: ___,
    fitMilli: ____,
    acceptedAt: _____,
    targets: ______,
    ...fields
  } = row.decision as Record<string, unknown>;
  const listing = fields["listing"] as { title?: string; keywords?: string[] } | undefined;
  const second = fields["second"] as { subject?: string } | undefined;
  const arms = fields["arms"] as { field?: string } | undefined;
  // An event that is put in says all of itself; one that is answered is known by its kind.
  const { shockKind, shock: event, ...rest } = fields;
  const shock = typeof event === "object" ? (event as Record<string, unknown>) : undefined;
  const flat = {
    ...rest,
    ...(shockKind === undefined ? {} : { shock: shockKind }),
    ...listing,
    ...(second === undefined ? {} : { secondSubject: second.subject }),
    ...(arms === undefined ? {} : { field: arms.field }),
    ...(shock === undefined ? {} : { shock: shock["kind"], ...shock }),
  };
  // Money says so by its name, wherever it stands.
  const isCash = fields["measure"] === "cash";
  for (const [field, value] of Object.entries(flat)) {
    const name = isCash && /^p\d\d$/.test(field) ? `${field}Minor` : field;
    if (typeof value === "string") facts[name] = value.slice(0, textCharsShown);
    else if (typeof value === "number" || typeof value === "boolean") facts[name] = value;
    else if (Array.isArray(value)) facts[name] = value.join(", ").slice(0, textCharsShown);
  }
  return facts;
}
