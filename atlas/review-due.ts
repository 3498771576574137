/**
 * Which rows of the atlas somebody should look at again: a rule is only as good as the day on which
 * its source was read. What has ended is history and is not asked about.
 */
import { ratesDate } from "./exchange/exchange-rates.ts";
import { loadTradeAtlas, type TradeAtlas } from "./trade-atlas.ts";

/** One line for whoever looks after the installation: a code, and what it says it of. */
export type ReviewNote = {
  readonly code: "rules-recheck" | "rules-ending" | "rules-old" | "rules-unread" | "exchange-old";
  readonly facts: Readonly<Record<string, string | number>>;
};

/** What all dated rows of the atlas have in common. Days since 1970-01-01; `to` is exclusive. */
export type DatedRow = {
  readonly name: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number | null;
  readonly certainty: string;
  readonly checkedOn: readonly (string | null)[];
  readonly recheckBy: number | null;
  readonly supersedes: string | null;
};

/** So long before its day a rule is announced as due for its next reading. */
const recheckDays = 30;
/** So long before its last day a rule that nothing follows is announced. */
const endingDays = 60;
/** A source is read again at least once a year; an end without a successor is told for a year. */
const yearDays = 365;

/** The atlas's own rows; the atlas is read once, as its files do not change. */
let shelves: ReadonlyMap<string, readonly DatedRow[]> | undefined;

/** @param today  days since 1970-01-01 */
export function reviewDue(today: number): readonly ReviewNote[] {
  shelves ??= shelvesOf(loadTradeAtlas());
  const rules = [...shelves].flatMap(([place, rows]) => reviewOf(place, rows, today));
  const { day, text } = ratesDate();
  const exchange: ReviewNote = { code: "exchange-old", facts: { date: text } };
  const isOld = day < today - yearDays;
  return [...asOneLine(rules), ...(isOld ? [exchange] : [])];
}

/** Rows that nobody has read are many and in no hurry: one line for all places. */
function asOneLine(notes: readonly ReviewNote[]): readonly ReviewNote[] {
  const unread = notes.filter(({ code }) => code === "rules-unread");
  const others = notes.filter((note) => !unread.includes(note));
  if (unread.length === 0) return others;
  const count = unread.reduce((sum, { facts }) => sum + Number(facts["count"]), 0);
  const places = unread.map(({ facts }) => `${facts["place"]} ${facts["count"]}`).join(", ");
  return [...others, { code: "rules-unread", facts: { count, places: places.slice(0, 400) } }];
}

/** The same of the rows of one place, so that a test can plant some. */
export function reviewOf(
  place: string,
  rows: readonly DatedRow[],
  today: number,
): readonly ReviewNote[] {
  const holds = rows.filter(({ to }) => to === null || to > today);
  const due = holds.filter(({ recheckBy }) => (recheckBy ?? Infinity) <= today + recheckDays);
  const ending = rows.filter(
    (row) =>
      row.to !== null &&
      row.to <= today + endingDays &&
      row.to > today - yearDays &&
      !isFollowed(row, rows),
  );
  // Rows of a scenario are made up: there is no source that could be read.
  const real = holds.filter(({ certainty }) => certainty !== "scenario");
  const unread = real.filter((row) => row.certainty === "believed" || readOn(row) === null);
  const old = real.filter((row) => (readOn(row) ?? today) < today - yearDays);
  const note = (
    code: ReviewNote["code"],
    found: readonly DatedRow[],
    facts: ReviewNote["facts"] = {},
  ): readonly ReviewNote[] =>
    found.length === 0
      ? []
      : [{ code, facts: { place, count: found.length, rules: namesOf(found), ...facts } }];
  const days = (found: readonly (number | null)[]) => isoOf(Math.min(...found.map((day) => day!)));
  return [
    ...note("rules-recheck", due, { date: days(due.map(({ recheckBy }) => recheckBy)) }),
    ...note("rules-ending", ending, { date: days(ending.map(({ to }) => to)) }),
    ...note("rules-old", old, { date: days(old.map((row) => readOn(row))) }),
    ...note("rules-unread", unread),
  ];
}

/** Whether another row takes over: by name, or as one of its kind that begins when it ends. */
function isFollowed(row: DatedRow, rows: readonly DatedRow[]): boolean {
  return rows.some(
    (one) => one.supersedes === row.name || (one.kind === row.kind && one.from === row.to),
  );
}

/** The last day on which a source of the row was read; null when none was. */
function readOn({ checkedOn }: DatedRow): number | null {
  const days = checkedOn.flatMap((text) => (text === null ? [] : [dayOf(text)]));
  return days.length === 0 ? null : Math.max(...days);
}

const namesShown = 5;

function namesOf(rows: readonly DatedRow[]): string {
  const names = [...new Set(rows.map(({ name }) => name))];
  const shown = names.slice(0, namesShown).join(", ");
  return names.length > namesShown ? `${shown}, …` : shown;
}

const dayMillis = 86_400_000;
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayMillis;
const isoOf = (day: number): string =>
  Number.isFinite(day) ? new Date(day * dayMillis).toISOString().slice(0, 10) : "";

/** Every dated row by its place: a country or union, or a platform. */
function shelvesOf({ countries, platforms }: TradeAtlas): Map<string, readonly DatedRow[]> {
  const found = new Map<string, readonly DatedRow[]>();
  for (const [id, { rules, vat, dutyTables, compliance }] of countries) {
    found.set(id.toUpperCase(), [
      ...rules.map((row) => rowOf(row, row.id, row.kind)),
      ...vat.map((row) => rowOf(row, `VAT ${row.region ?? row.jurisdiction}`, "vat")),
      ...dutyTables.map((row) => rowOf(row, row.table, row.table)),
      ...compliance.map((row) => rowOf(row, row.flag, row.flag)),
    ]);
  }
  for (const [id, { fees, serviceLevels, metrics, points, actions }] of platforms) {
    found.set(id, [
      ...fees.map((row) => rowOf(row, row.id, row.id)),
      ...serviceLevels.map((row) => rowOf(row, row.id, row.id)),
      ...metrics.map((row) => rowOf(row, row.id, row.id)),
      ...points.map((row) => rowOf(row, row.breach, row.breach)),
      ...actions.map((row) => rowOf(row, row.id, row.id)),
    ]);
  }
  return found;
}

type Written = {
  readonly from: number;
  readonly to: number | null;
  readonly certainty?: string;
  readonly sources: readonly { readonly checkedOn: string | null }[];
  readonly recheckBy?: number;
  readonly supersedes?: string;
};

function rowOf(row: Written, name: string, kind: string): DatedRow {
  return {
    name,
    kind,
    from: row.from,
    to: row.to,
    // A duty table says by its kind what it is worth.
    certainty: row.certainty ?? "probable",
    checkedOn: row.sources.map(({ checkedOn }) => checkedOn),
    recheckBy: row.recheckBy ?? null,
    supersedes: row.supersedes ?? null,
  };
}
