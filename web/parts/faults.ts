import { useTranslation } from "react-i18next";
import { RefusalError } from "../api/client.ts";

/** One field that the server could not take, the rule it breaks, and what the bounds are of. */
export type Fault = {
  readonly at: string;
  readonly rule: string;
  readonly origin?: string;
  readonly min?: number;
  readonly max?: number;
};

/** What the server could not take, field by field; none where it refused something else. */
export function faultsOf({ code, facts }: Pick<RefusalError, "code" | "facts">): readonly Fault[] {
  if (code !== "platform/malformed-request") return [];
  const faults = facts["faults"];
  return Array.isArray(faults) ? (faults as Fault[]) : [];
}

/** The fault of one field of the body, e.g. `name` or `items.0.sku`; undefined when it is sound. */
export function faultAt(error: Error | null, field: string): Fault | undefined {
  if (!(error instanceof RefusalError)) return undefined;
  return faultsOf(error).find(({ at }) => at === `body.${field}`);
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
