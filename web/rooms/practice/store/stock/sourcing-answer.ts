import type { Answer } from "../../../../api/client.ts";

export type SourcingAnswer = Answer<"GET /practice/seasons/:season/stores/:store/sourcing">;
export type SourcedProduct = SourcingAnswer["products"][number];
export type SupplierTerms = SourcedProduct["suppliers"][number];
export type SourcingEvent = SourcingAnswer["events"][number];

/**
 * Share of defective units among those that were looked at, and its standard error, basis points;
 * null where nobody looked.
 */
export function defectShare({
  looked,
  found,
}: {
  looked: number;
  found: number;
}): { shareBp: number; errorBp: number } | null {
  if (looked === 0) return null;
  const share = found / looked;
  // One more of each kind: without a defect in ten units the rate is not certainly zero.
  const eased = (found + 1) / (looked + 2);
  const error = Math.sqrt((eased * (1 - eased)) / looked);
  return { shareBp: Math.round(share * 10_000), errorBp: Math.round(error * 10_000) };
}
