/**
 * Which postings of one enterprise and city are one vacancy told several times.
 *
 * Doubles are grouped, never taken out: k of them weigh 1/k each, so that a vacancy counts once
 * however often it was posted.
 */
import type { Day } from "../../calendar/day.ts";
import { bitsApart } from "./text-hash.ts";

/** A posting as it is compared with the others of its block. */
export interface Sighting {
  readonly id: string;
  /** Null where the posting says no day. */
  readonly day: Day | null;
  readonly titleKey: string;
  readonly textHash: bigint | null;
}

export interface DoubleGroup {
  /** The least id of its members. */
  readonly id: string;
  readonly members: readonly string[];
  /** For how many windows in a row it was seen. */
  readonly windows: number;
}

/** Days within which the same title is the same vacancy; also the length of a window. */
export const doubleDaysMax = 45;
/** Bits in which hashes of doubles differ at most. */
export const doubleBitsMax = 6;

/**
 * Groups a block: the sightings of one enterprise in one city. Their order does not matter.
 *
 * @param isNamed false where nobody said which enterprises these are. A block is then of one title,
 *   and a title alone joins nobody: the texts must agree as well
 */
export function groupDoubles(block: readonly Sighting[], isNamed: boolean): DoubleGroup[] {
  const sorted = block.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const leader = sorted.map((_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (leader[top] !== top) top = leader[top]!;
    leader[at] = top;
    return top;
  };
  const join = (a: number, b: number) => {
    const [low, high] = [find(a), find(b)].toSorted((x, y) => x - y) as [number, number];
    leader[high] = low;
  };
  if (isNamed) joinByTitle(sorted, join);
  joinByText(sorted, join);
  const groups = new Map<number, Sighting[]>();
  for (const [at, sighting] of sorted.entries()) {
    const top = find(at);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [sighting]);
    else group.push(sighting);
  }
  return [...groups.values()].map((members) => ({
    id: members[0]!.id,
    members: members.map(({ id }) => id),
    windows: windowsInRow(members),
  }));
}

type Join = (a: number, b: number) => void;

/** Undated ones of a title are one; of dated ones those that follow each other soon enough. */
function joinByTitle(sorted: readonly Sighting[], join: Join): void {
  const titles = new Map<string, number[]>();
  for (const [at, { titleKey, day }] of sorted.entries()) {
    const key = `${day === null}:${titleKey}`;
    const same = titles.get(key);
    if (same === undefined) titles.set(key, [at]);
    else same.push(at);
  }
  for (const same of titles.values()) {
    const dayAt = (at: number) => sorted[at]!.day ?? 0;
    const inOrder = same.toSorted((a, b) => dayAt(a) - dayAt(b) || a - b);
    for (let at = 1; at < inOrder.length; at += 1) {
      const [before, next] = [inOrder[at - 1]!, inOrder[at]!];
      if (dayAt(next) - dayAt(before) <= doubleDaysMax) join(before, next);
    }
  }
}

/** Seven bands of bits, the last one longer: hashes six bits apart agree in one of them. */
const bands = 7;
const bandBits = 9;
const bandMask = (1 << bandBits) - 1;

function joinByText(sorted: readonly Sighting[], join: Join): void {
  const first = new Map<bigint, number>();
  for (const [at, { textHash }] of sorted.entries()) {
    if (textHash === null) continue;
    const equal = first.get(textHash);
    if (equal === undefined) first.set(textHash, at);
    else join(equal, at);
  }
  const buckets = new Map<number, bigint[]>();
  for (const [hash, at] of first)
    for (const key of bandsOf(hash)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [hash]);
      else {
        for (const other of bucket)
          if (bitsApart(hash, other) <= doubleBitsMax) join(first.get(other)!, at);
        bucket.push(hash);
      }
    }
}

function bandsOf(hash: bigint): number[] {
  const keys: number[] = [];
  let rest = BigInt.asUintN(64, hash);
  for (let band = 0; band < bands; band += 1) {
    const bits = band === bands - 1 ? Number(rest) : Number(rest & BigInt(bandMask));
    keys.push(bits * bands + band);
    rest >>= BigInt(bandBits);
  }
  return keys;
}

/** The longest run of windows, each of which saw one of the members. */
function windowsInRow(members: readonly Sighting[]): number {
  const days = members.flatMap(({ day }) => (day === null ? [] : [day]));
  if (days.length === 0) return 1;
  const first = days.reduce((a, b) => (a < b ? a : b));
  const seen = new Set(days.map((day) => Math.floor((day - first) / doubleDaysMax)));
  let longest = 0;
  for (const window of seen) {
    if (seen.has(window - 1)) continue;
    let end = window;
    while (seen.has(end + 1)) end += 1;
    longest = Math.max(longest, end - window + 1);
  }
  return longest;
}
