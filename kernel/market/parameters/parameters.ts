/**
 * The numbers of the market's equations. Each is a row that teachers may read and a scenario may
 * override within its bounds; code names them by `world.parameters["rank.noise"]`.
 */
import { afterSalesParameters } from "./after-sales-parameters.ts";
import { companyParameters } from "./company-parameters.ts";
import { financeParameters } from "./finance-parameters.ts";
import { offSiteParameters } from "./off-site-parameters.ts";
import { promotionParameters } from "./promotion-parameters.ts";
import { purchaseParameters } from "./purchase-parameters.ts";
import { sandboxParameters } from "./sandbox-parameters.ts";
import { scoringParameters } from "./scoring-parameters.ts";
import type { ParameterValue } from "../world/scenario.ts";
import { researchParameters } from "./research-parameters.ts";
import { shopperParameters } from "./shopper-parameters.ts";
import { sourcingParameters } from "./sourcing-parameters.ts";
import { storeParameters } from "./store-parameters.ts";
import { roomParameters } from "./room-parameters.ts";
import { tenderParameters } from "./tender-parameters.ts";
import { tierParameters } from "./tier-parameters.ts";
import { termsParameters } from "./terms-parameters.ts";
import { tasteParameters } from "./taste-parameters.ts";
import { temptationParameters } from "./temptation-parameters.ts";

export type { ParameterRow } from "./parameter-row.ts";

/** Every row, in the order in which teachers read them. */
export const parameterRows = [
  ...shopperParameters,
  ...storeParameters,
  ...purchaseParameters,
  ...sourcingParameters,
  ...tenderParameters,
  ...tierParameters,
  ...roomParameters,
  ...companyParameters,
  ...financeParameters,
  ...afterSalesParameters,
  ...researchParameters,
  ...scoringParameters,
  ...offSiteParameters,
  ...promotionParameters,
  ...temptationParameters,
  ...termsParameters,
  ...tasteParameters,
  ...sandboxParameters,
] as const;

export type ParameterName = (typeof parameterRows)[number]["name"];
export type Parameters = Readonly<Record<ParameterName, number>>;

/** Why an override does not count: no such row, or a value outside its bounds. */
export type ParameterFault = {
  readonly name: string;
  readonly value: number;
  readonly kind: "unknown" | "out-of-bounds";
};

const rowOf = new Map<string, (typeof parameterRows)[number]>(
  parameterRows.map((row) => [row.name, row]),
);

/** The defaults with a scenario's overrides, and what was wrong with those that do not count. */
export function parametersOf(overrides: readonly ParameterValue[]): {
  readonly parameters: Parameters;
  readonly faults: readonly ParameterFault[];
} {
  const parameters = Object.fromEntries(parameterRows.map(({ name, value }) => [name, value]));
  const faults: ParameterFault[] = [];
  for (const { name, value } of overrides) {
    const row = rowOf.get(name);
    if (row === undefined) faults.push({ name, value, kind: "unknown" });
    else if (!(value >= row.lo && value <= row.hi)) {
      faults.push({ name, value, kind: "out-of-bounds" });
    } else parameters[name] = value;
  }
  return { parameters: parameters as Parameters, faults };
}

/** The values of rows that differ in a last part only, as `slice.0` to `slice.3`. */
export function parameterList<P extends string, L extends string>(
  parameters: Readonly<Record<NoInfer<`${P}.${L}`>, number>>,
  prefix: P,
  parts: readonly L[],
): Float64Array {
  return Float64Array.from(parts, (part) => parameters[`${prefix}.${part}`]);
}
