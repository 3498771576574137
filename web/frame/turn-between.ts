/** What became of a season between two looks at it. */
export type Turn = { kind: "closed"; day: number } | { kind: "rewound"; day: number };

type Looked = { readonly day: number; readonly branch: number };

/** The turn that a season took: a rewind makes another branch, a close the next day. */
export function turnBetween(last: Looked, now: Looked): Turn | null {
  if (last.branch !== now.branch) return { kind: "rewound", day: now.day };
  return last.day < now.day ? { kind: "closed", day: now.day - 1 } : null;
}

/** Everything of a season but the season itself changes when a day closes. */
export const isDerived = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => {
  const [does] = queryKey;
  return typeof does === "string" && does.startsWith("GET /practice/seasons/:season/");
};

/**
 * Whether an answer is of before a moment. One that has not come at all is old only while it is
 * fetched: an earlier one may stand in its place until then.
 */
export function isOld(
  answer: { readonly data: unknown; readonly dataUpdatedAt: number; readonly fetchStatus: string },
  since: number,
): boolean {
  return answer.data === undefined
    ? answer.fetchStatus === "fetching"
    : answer.dataUpdatedAt < since;
}
