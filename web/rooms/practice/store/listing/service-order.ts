import type { EditorView } from "./listing-form.ts";

export type Service = EditorView["services"][number];
/** A service that takes the parcel, with its price in the market's currency where it is known. */
export type PricedService = Service & { readonly costMinor: number; readonly localMinor: number };

/**
 * Services that take the parcel, the cheapest first; those of a warehouse in which none of the
 * product lies, which cannot send it yet; and those that do not take it. Prices of carriers come in
 * several currencies and are compared in the market's.
 *
 * @param exchange minor units of a currency in the market's; null while rates are not known
 */
export function sortedServices(
  services: readonly Service[],
  exchange: (minor: number, from: string) => number | null,
): { offered: PricedService[]; empty: PricedService[]; refused: Service[] } {
  const priced = services.flatMap((service): PricedService[] => {
    const { costMinor, currency } = service;
    if (costMinor === null) return [];
    return [{ ...service, costMinor, localMinor: exchange(costMinor, currency) ?? costMinor }];
  });
  const sorted = priced.toSorted(
    (a, b) => a.localMinor - b.localMinor || a.p90Days - b.p90Days || (a.id < b.id ? -1 : 1),
  );
  return {
    offered: sorted.filter((service) => !isEmptyWarehouse(service)),
    empty: sorted.filter(isEmptyWarehouse),
    refused: services.filter(({ costMinor }) => costMinor === null),
  };
}

export const isEmptyWarehouse = ({ from, onHand }: Service): boolean =>
  from === "warehouse" && onHand === 0;

/**
 * Services that are dearer than another one from the same place with the same terms and in nothing
 * better: a line for batteries takes a steel bottle, too, at its own price.
 */
export function outdoneServices(offered: readonly PricedService[]): PricedService[] {
  return offered.filter((one) => offered.some((other) => outdoes(other, one)));
}

function outdoes(cheaper: PricedService, one: PricedService): boolean {
  return (
    cheaper.localMinor < one.localMinor &&
    cheaper.from === one.from &&
    cheaper.dutyTerms === one.dutyTerms &&
    cheaper.p50Days <= one.p50Days &&
    cheaper.p90Days <= one.p90Days &&
    cheaper.lossPpm <= one.lossPpm &&
    (cheaper.isTracked || !one.isTracked)
  );
}

/** The cheapest tracked service and the fastest: the two worth a word beside their names. */
export function serviceMarks(
  offered: readonly PricedService[],
): Map<string, "cheapest" | "fastest"> {
  const marks = new Map<string, "cheapest" | "fastest">();
  const fastest = offered.reduce<PricedService | undefined>(
    (best, one) => (best === undefined || one.p90Days < best.p90Days ? one : best),
    undefined,
  );
  if (fastest !== undefined && offered.length > 1) marks.set(fastest.id, "fastest");
  const cheapest = offered.find(({ isTracked }) => isTracked);
  if (cheapest !== undefined) marks.set(cheapest.id, "cheapest");
  return marks;
}
