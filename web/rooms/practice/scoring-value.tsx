import { type Scoring, unitOf } from "@echelon/kernel/market/scoring/scorings.ts";
import { MoneyText } from "../../parts/figures.tsx";
import { useFormat } from "../../text/format.ts";

const unbound = -1e15;

/** What a table sorts by: who has nothing to say yet stands below everybody. */
export const sortable = (value: number | null): number => value ?? unbound;

/** The value that ranks a store, in the unit of its scoring; a dash where there is none yet. */
export function ScoringValue({
  value,
  scoring,
  currency,
}: {
  value: number | null;
  scoring: Scoring;
  currency: string;
}) {
  const format = useFormat();
  if (value === null) return <>–</>;
  const unit = unitOf[scoring];
  if (unit === "money") return <MoneyText minor={value} currency={currency} />;
  if (unit === "points") return <>{format.number(value / 10, 1)}</>;
  return <>{`${format.number(value / 100, 2)} %`}</>;
}
