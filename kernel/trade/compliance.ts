/** What a market asks of a product before it may be sold there, and whether it is there. */
import type { Day } from "../calendar/day.ts";
import { isInForce } from "./dated.ts";
import { chainOf, type ComplianceRow, type Country, type DocumentKind } from "./rule-set.ts";

export type ComplianceFinding = {
  readonly row: ComplianceRow;
  readonly state: "met" | "missing";
  readonly missing: readonly DocumentKind[];
};

/** A product as far as compliance asks; `attributes` are those of `trade.md` section 5. */
export type CompliantProduct = {
  readonly hs10: string;
  readonly attributes: readonly string[];
  /** Papers that the enterprise holds. */
  readonly evidence: readonly DocumentKind[];
};

/** Every row of the market and its union that the product triggers on the day. */
export function complianceOf(
  rows: readonly ComplianceRow[],
  market: Country,
  product: CompliantProduct,
  day: Day,
): readonly ComplianceFinding[] {
  const chain = chainOf(market);
  return rows
    .filter((row) => chain.includes(row.jurisdiction) && isInForce(row, day))
    .filter((row) => isTriggered(row, product))
    .map((row) => {
      const missing = row.evidence.filter((kind) => !product.evidence.includes(kind));
      return { row, state: missing.length === 0 ? "met" : "missing", missing };
    });
}

/** By code or by attribute; a row without either concerns every product. */
function isTriggered(row: ComplianceRow, product: CompliantProduct): boolean {
  const { hsPrefix, attributes } = row.trigger;
  if (hsPrefix.length === 0 && attributes.length === 0) return true;
  return (
    hsPrefix.some((prefix) => product.hs10.startsWith(prefix)) ||
    attributes.some((attribute) => product.attributes.includes(attribute))
  );
}
