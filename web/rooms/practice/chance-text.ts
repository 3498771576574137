import { useTranslation } from "react-i18next";
import {
  changeableField,
  type ChangeableKind,
} from "@echelon/contract/practice/changeable-field.ts";
import type { Answer } from "../../api/client.ts";
import { useSeason } from "../../frame/season-context.tsx";
import { useFormat } from "../../text/format.ts";
import { currencyOf } from "./market-currency.ts";
import { pointsText } from "./points.ts";
import { printed, unitOf } from "./typed-number.ts";

export type Chance = NonNullable<
  Answer<"GET /practice/seasons/:season/stores/:store/chance">["best"]
>;

/** A missed chance in words: what would have been different, and what it would have brought. */
export function useChanceText() {
  const { t } = useTranslation("chances");
  const format = useFormat();
  const season = useSeason();
  const { booksCurrency, markets } = season;
  const placeOf = (code: unknown) => {
    const market = markets.find((one) => one.code === code);
    return {
      name: market === undefined ? "" : format.name(market.name),
      currency: currencyOf(season, code),
    };
  };

  /** The number that stood there and the one instead, as people type them. */
  const numbersOf = ({ kind, facts, instead }: Chance) => {
    const field = changeableField[kind as ChangeableKind];
    const unit = unitOf(field ?? "", placeOf(facts["market"]).currency);
    const print = (value: number) => printed(value, unit, format.number);
    return { was: print(Number(facts[field ?? ""] ?? 0)), would: print(instead ?? 0) };
  };

  return {
    had: (chance: Chance) =>
      t(`had.${chance.rule}`, {
        ...numbersOf(chance),
        day: chance.day,
        product: chance.product === null ? "" : format.name(chance.product),
        market: placeOf(chance.facts["market"]).name,
        campaign: String(chance.facts["name"] ?? ""),
      }),
    /** The same without the names of what turned, for columns that have them. */
    turn: ({ result: { scoreMilli, rank } }: Chance) => ({
      score: t("turn", {
        was: pointsText(scoreMilli.was, format.number),
        would: pointsText(scoreMilli.would, format.number),
      }),
      rank: t("turn", { was: rank.was, would: rank.would }),
    }),
    gain: ({ result: { profitMinor, scoreMilli, rank } }: Chance) => ({
      money: format.money(profitMinor.would - profitMinor.was, booksCurrency, { sign: true }),
      // Where there was not enough to say, the score says nothing.
      score:
        scoreMilli.was < 0 && scoreMilli.would < 0
          ? null
          : t("score", {
              was: pointsText(scoreMilli.was, format.number),
              would: pointsText(scoreMilli.would, format.number),
            }),
      rank:
        rank.was === rank.would
          ? t("sameRank", { rank: rank.was })
          : t("rank", { was: rank.was, would: rank.would }),
    }),
  };
}
