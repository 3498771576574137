import type { Coming } from "./coming-goods.ts";

/** Season days of the goods that come first. */
type FirstArrival = Pick<Coming, "dueOn" | "promisedOn">;

/** What is said of a product that is sold out: nothing comes, something does, or it is late. */
export function soldOutNeed(
  inbound: number,
  first: FirstArrival | null,
): { readonly code: string; readonly facts: Readonly<Record<string, number>> } {
  if (inbound <= 0 || first === null) return { code: "sold-out", facts: {} };
  const { dueOn, promisedOn } = first;
  const facts = { inbound, day: dueOn };
  return promisedOn > 0 && dueOn > promisedOn
    ? { code: "sold-out-late", facts: { ...facts, promised: promisedOn } }
    : { code: "sold-out-waiting", facts };
}
