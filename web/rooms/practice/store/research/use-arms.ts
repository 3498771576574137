import { useTranslation } from "react-i18next";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import type { Research } from "./research-answer.ts";

export type Field = Research["experiments"]["rows"][number]["field"];
type Armed = {
  readonly field: Field;
  readonly a: number | null;
  readonly b: number | null;
  readonly currency: string;
};

/** Arms in the reader's form: money, days, or the words as they stand and anew. */
export function useArms() {
  const { t } = useTranslation("research");
  const format = useFormat();
  const armOf = (armed: Armed, arm: "a" | "b"): string => {
    const value = armed[arm];
    if (value === null) return t(`experiments.content.${arm}`);
    return armed.field === "promise"
      ? t("experiments.days", { count: value })
      : format.money(value, armed.currency);
  };
  return { armOf };
}

/** Money is typed in whole units, days as they are. */
export const scaleOf = (field: Field, currency: string): number =>
  field === "promise" ? 1 : 10 ** digitsOf(currency);
