import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import type { Bought } from "./research-answer.ts";

/** A report's words: what it is, of which category and market. */
export function useReportNames() {
  const { t } = useTranslation("research");
  const { season } = useStorePlace();
  const { nameOf } = useMarkets();
  const format = useFormat();
  return ({ report, category, market }: Pick<Bought, "report" | "category" | "market">) => {
    const known = season.categories.find(({ id }) => id === category);
    return {
      report: t(`reports.kinds.${report}`),
      category: known === undefined ? category : format.name(known.name),
      market: market === null ? t("reports.allMarkets") : nameOf(market),
    };
  };
}
