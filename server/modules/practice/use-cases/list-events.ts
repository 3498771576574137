import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  type EventPhase,
  eventPhases,
  type SeasonEvent,
  seasonEventsMax,
} from "@echelon/contract/practice/season-event.ts";
import type { Shock } from "@echelon/kernel/market/world/scenario.ts";
import { placeShock } from "@echelon/kernel/market/world/shock.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import type { PracticeMeans } from "../means.ts";
import { readInjectedEntries } from "../store/log-store.ts";
import { findSeason } from "./find-season.ts";

/**
 * The events of a season for those who lead it: those that act, then those to come, then those that
 * are over. What nobody was told yet is the teacher's alone: an assistant may play elsewhere.
 */
export async function listEvents(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<SeasonEvent[]>> {
  const sql = means.database;
  const found = await findSeason(sql, caller, season);
  if (!found.ok) return found;
  const { row, maySteer, maySeeAll } = found.value;
  if (!maySeeAll) return refuse({ code: "platform/not-allowed" });
  const { source } = await means.engine.worldOf(sql, row);
  const entries = await readInjectedEntries(sql, season, row.branch);
  const names = await personNames(sql, [...new Set(entries.map(({ author_id: by }) => by))]);
  const scripted = source.scenario.shocks.map((shock) => ({
    ...said(shock, row.day),
    number: null,
    by: null,
    at: null,
    note: "",
  }));
  const injected = entries.map(({ shock, number, author_id, at, note }) => ({
    ...said(shock, row.day),
    number,
    by: names.get(author_id) ?? "",
    at,
    note,
  }));
  return ok(
    [...scripted, ...injected]
      .filter(({ phase }) => maySteer || phase !== "planned")
      .toSorted((a, b) => orderOf(a.phase) - orderOf(b.phase) || daysApart(a, b))
      .slice(0, seasonEventsMax),
  );
}

const orderOf = (phase: EventPhase): number => eventPhases.indexOf(phase);

/** What comes stands the soonest first, what is over the latest first. */
const daysApart = (a: SeasonEvent, b: SeasonEvent): number =>
  a.phase === "over" ? b.from - a.from : a.from - b.from;

/** Act on one day and are over: the jump of a rate stays in the rate, and news changes nothing. */
const once: readonly Shock["kind"][] = ["exchange-jump", "news"];
const nowhere = { markets: [], categories: [] };

function said(shock: Shock, openDay: number): Omit<SeasonEvent, "number" | "by" | "at" | "note"> {
  const { kind, from, sizeBp, markets, categories, headline } = shock;
  const placed = placeShock(shock, nowhere, 0);
  const lasts = shock.days === 0 && placed.until > from + 1;
  const to = once.includes(kind) ? from : lasts ? null : placed.until - 1;
  const { announcedOn } = placed;
  return {
    kind,
    phase: phaseOf(openDay, from, to, announcedOn),
    from,
    to,
    announcedOn,
    sizeBp,
    markets: [...markets],
    categories: [...categories],
    headline,
  };
}

function phaseOf(day: number, from: number, to: number | null, announcedOn: number): EventPhase {
  if (to !== null && day > to) return "over";
  if (day >= from) return "acting";
  return day >= announcedOn ? "announced" : "planned";
}
