type Line = { code: string; level: number };

const costOfSales = ["costOfGoods", "writeOff"];
const belowOperations = ["interest", "exchange", "revaluation", "helpAndPenalty", "incomeTax"];
const sales = ["revenue", "refunds"];

/**
 * Where a line of a profit and loss account stands: sales, their cost, running the store, the rest.
 */
function sectionOf(code: string): number {
  if (sales.includes(code)) return 0;
  if (costOfSales.includes(code)) return 1;
  if (code === "grossProfit") return 2;
  if (code === "operatingProfit") return 4;
  if (belowOperations.includes(code)) return 5;
  return code === "netProfit" ? 6 : 3;
}

/** The lines in the order of a profit and loss account: each result stands below what makes it. */
export function inProfitOrder<L extends Line>(lines: readonly L[]): L[] {
  return lines.toSorted((a, b) => sectionOf(a.code) - sectionOf(b.code));
}
