import { useTranslation } from "react-i18next";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import type { Research } from "./research-answer.ts";

export type Measure = Research["forecasts"]["rows"][number]["measure"];

/** What is forecast, in the reader's form: units, money of the books, a place. */
export function useMeasured(currency: string) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const valueOf = (measure: Measure, value: number): string => {
    if (measure === "cash") return format.money(value, currency);
    return measure === "rank"
      ? t("forecasts.place", { place: format.number(value) })
      : t("forecasts.units", { count: value, units: format.number(value) });
  };
  /** A loss has the unit of what is forecast; of a place it has none. */
  const lossOf = (measure: Measure, loss: number): string => {
    if (measure === "cash") return format.money(Math.round(loss), currency);
    return format.number(loss, measure === "rank" ? 3 : 1);
  };
  /** Whole units of money are typed, minor ones are sent. */
  const scaleOf = (measure: Measure) => (measure === "cash" ? 10 ** digitsOf(currency) : 1);
  return { valueOf, lossOf, scaleOf };
}
