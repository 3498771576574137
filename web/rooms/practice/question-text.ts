import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useSeason } from "../../frame/season-context.tsx";
import { useFormat } from "../../text/format.ts";

export type Question =
  Answer<"GET /practice/seasons/:season/questions">["people"][number]["questions"][number];

const coveredRules: readonly string[] = ["cut", "raise", "purchase"];

/** A question from somebody's own log, in the reader's language. */
export function useQuestionText(): (question: Question) => string {
  const { t } = useTranslation("chances");
  const format = useFormat();
  const { markets } = useSeason();
  return ({ rule, day, product, market, changeBp, units, budgetTicks, coverDays }) => {
    const where = markets.find(({ code }) => code === market);
    const facts = {
      day,
      product: product === null ? "" : format.name(product),
      market: where === undefined ? "" : format.name(where.name),
      change: format.percent(changeBp ?? 0),
      units: format.number(units ?? 0),
      budget: format.ticks(budgetTicks ?? 0),
      cover: format.number(coverDays ?? 0),
    };
    const hasCover = coverDays !== null && coveredRules.includes(rule);
    return t(hasCover ? `ask.${rule}Cover` : `ask.${rule}`, facts);
  };
}
