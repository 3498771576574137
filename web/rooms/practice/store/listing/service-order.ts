import type { EditorView } from "./listing-form.ts";

export type Service = EditorView["services"][number];

/** Services that take the parcel, the cheapest first, and those that do not. */
export function sortedServices(services: readonly Service[]): {
  offered: Service[];
  refused: Service[];
} {
  const offered = services.filter(({ costMinor }) => costMinor !== null);
  return {
    offered: offered.toSorted(
      (a, b) =>
        (a.costMinor ?? 0) - (b.costMinor ?? 0) || a.p90Days - b.p90Days || (a.id < b.id ? -1 : 1),
    ),
    refused: services.filter(({ costMinor }) => costMinor === null),
  };
}

/** The cheapest tracked service and the fastest: the two worth a word beside their names. */
export function serviceMarks(offered: readonly Service[]): Map<string, "cheapest" | "fastest"> {
  const marks = new Map<string, "cheapest" | "fastest">();
  const fastest = offered.reduce<Service | undefined>(
    (best, one) => (best === undefined || one.p90Days < best.p90Days ? one : best),
    undefined,
  );
  if (fastest !== undefined && offered.length > 1) marks.set(fastest.id, "fastest");
  const cheapest = offered.find(({ isTracked }) => isTracked);
  if (cheapest !== undefined) marks.set(cheapest.id, "cheapest");
  return marks;
}
