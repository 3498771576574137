/** One part of a figure on the last day and on the day before. */
export type Part = { readonly code: string; readonly now: number; readonly before: number };

type Line = { readonly code: string; readonly level: number; readonly amountMinor: number };

/** Accounts of two statements side by side, the largest change first; sums are left out. */
export function statementChanges(now: readonly Line[], before: readonly Line[]): Part[] {
  const amounts = (lines: readonly Line[]) =>
    new Map(lines.filter(({ level }) => level === 2).map((line) => [line.code, line.amountMinor]));
  return partChanges(amounts(now), amounts(before));
}

/** Parts of two days by name, the largest change first, then the larger part. */
export function partChanges(
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): Part[] {
  const codes = [...new Set([...now.keys(), ...before.keys()])];
  const parts = codes.map((code) => ({
    code,
    now: now.get(code) ?? 0,
    before: before.get(code) ?? 0,
  }));
  const change = ({ now: a, before: b }: Part) => Math.abs(a - b);
  return parts
    .filter(({ now: a, before: b }) => a !== 0 || b !== 0)
    .toSorted((a, b) => change(b) - change(a) || Math.abs(b.now) - Math.abs(a.now));
}
