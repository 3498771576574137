import { useTranslation } from "react-i18next";
import { RefusalError } from "../api/client.ts";

/** One field that the server could not take, and the rule it breaks. */
export type Fault = { at: string; rule: string; min?: number; max?: number };

/** The fault of one field of the body, e.g. `name` or `items.0.sku`; undefined when it is sound. */
export function faultAt(error: Error | null, field: string): Fault | undefined {
  if (!(error instanceof RefusalError)) return undefined;
  if (error.code !== "platform/malformed-request") return undefined;
  const faults = error.facts["faults"];
  if (!Array.isArray(faults)) return undefined;
  return (faults as Fault[]).find(({ at }) => at === `body.${field}`);
}

const sayings: Readonly<Record<string, string>> = {
  too_small: "faults.small",
  too_big: "faults.big",
  missing: "faults.missing",
};

/** The sentence beside a field that the server could not take; null when it is sound. */
export function useFaultText(error: Error | null): (field: string) => string | null {
  const { t } = useTranslation("frame");
  return (field) => {
    const fault = faultAt(error, field);
    if (fault === undefined) return null;
    return t(sayings[fault.rule] ?? "faults.form", { min: fault.min ?? 1, max: fault.max ?? 0 });
  };
}
