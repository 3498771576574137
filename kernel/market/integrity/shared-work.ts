/**
 * How much work the decisions of a team's members are (practice.md section 13, our choice). What
 * several changed of one thing on one day is parted among them by the fields that each left as they
 * stood at the day's end; what came back to where it had been counts nothing; the n-th of a kind on
 * a day counts 1 / (1 + 0.2 (n - 1)).
 */
import type { DecisionKind, StoreDecision } from "../decisions/decision.ts";
import type { SignedEntry } from "./signed-entry.ts";

export type WorkEntry = Pick<SignedEntry, "store" | "number" | "day" | "author" | "decision">;

const lessEach = 0.2;

/**
 * Weight of each person's decisions.
 *
 * @param entries  those that are weighed
 * @param history  these and earlier ones, to know what stood before; the entries alone if left out
 */
export function workOf(
  entries: readonly WorkEntry[],
  weights: Readonly<Record<DecisionKind, number>>,
  history: readonly WorkEntry[] = entries,
): ReadonlyMap<string, number> {
  const standing = standingBefore(history);
  const work = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const group of groupsOf(entries).values()) {
    const last = group.at(-1)!;
    const before = standing(last);
    for (const [author, share] of sharesOf(group, before)) {
      const name = `${author}/${last.day}/${last.decision.kind}`;
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      const weight = (weights[last.decision.kind] * share) / (1 + lessEach * nth);
      work.set(author, (work.get(author) ?? 0) + weight);
    }
  }
  return work;
}

/** Entries of one day about one thing, in the order of their numbers. */
function groupsOf(entries: readonly WorkEntry[]): Map<string, WorkEntry[]> {
  const ordered = entries.toSorted((a, b) => a.day - b.day || a.number - b.number);
  return Map.groupBy(ordered, (entry) => `${entry.day}/${nameOf(entry)}`);
}

const nameOf = ({ store, number, decision }: WorkEntry) =>
  personal.includes(decision.kind)
    ? `${store}/${decision.kind}/${number}`
    : `${store}/${subjectOf(decision)}`;

/** The fields that stood before the day of an entry; null where the thing was not there yet. */
function standingBefore(history: readonly WorkEntry[]) {
  const byName = Map.groupBy(
    history.toSorted((a, b) => a.day - b.day || a.number - b.number),
    nameOf,
  );
  return (entry: WorkEntry): Fields | null => {
    const earlier = byName.get(nameOf(entry))?.findLast(({ day }) => day < entry.day);
    return earlier === undefined ? null : fieldsOf(earlier.decision);
  };
}

type Fields = ReadonlyMap<string, string>;

/** Whose the changes of a group are, as shares that sum to 1; empty where nothing was changed. */
function sharesOf(group: readonly WorkEntry[], before: Fields | null): [string, number][] {
  const all = group.map(({ decision }) => fieldsOf(decision));
  const final = all.at(-1)!;
  if (isAdded(group.at(-1)!.decision)) return [[group.at(-1)!.author, 1]];
  const changed = [...final].filter(([field, value]) => before?.get(field) !== value);
  if (changed.length === 0 && final.size > 0) return [];
  if (final.size === 0) return [[group.at(-1)!.author, 1]];
  const owned = new Map<string, number>();
  for (const [field, value] of changed) {
    // The one from whom on the field stood as it did at the end.
    let owner = all.length - 1;
    while (owner > 0 && all[owner - 1]!.get(field) === value) owner--;
    const { author } = group[owner]!;
    owned.set(author, (owned.get(author) ?? 0) + 1 / changed.length);
  }
  return [...owned];
}

const naming = ["kind", "sku", "market", "campaign", "keyword", "match", "case", "loan"].concat([
  "purchase",
  "supplier",
  "ask",
  "role",
  "tender",
]);
/** Computed from the words, and named by the decision's own number: nobody's work. */
const derived = ["scores", "matches", "place"];

/** What of a decision was chosen, field by field; a listing's words are fields of their own. */
function fieldsOf(decision: StoreDecision): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(decision)) {
    if (naming.includes(name) || derived.includes(name)) continue;
    const isParted = value !== null && typeof value === "object" && !Array.isArray(value);
    if (!isParted) fields.set(name, JSON.stringify(value) ?? "");
    else
      for (const [inner, of] of Object.entries(value))
        fields.set(`${name}.${inner}`, JSON.stringify(of) ?? "");
  }
  return fields;
}

const adding = ["place-purchase", "move-stock", "convert-currency", "hedge-currency", "take-loan"];
/** What each does himself: two who cover the same shift have both worked. */
const personal = ["cover-shift", "log-training"];
/** Decisions that add to what is there: another one undoes nothing. */
const isAdded = ({ kind }: StoreDecision) => adding.includes(kind) || personal.includes(kind);

/** What a decision is about: a later one of the same day about the same replaces it. */
function subjectOf(decision: StoreDecision): string {
  if (isAdded(decision)) return `${decision.kind}/${JSON.stringify(decision)}`;
  const fields = decision as Readonly<Record<string, string | number | undefined>>;
  const names = [...naming.slice(1), "from", "to"];
  return [decision.kind, ...names.map((name) => String(fields[name] ?? ""))].join("/");
}
