import { useTranslation } from "react-i18next";
import { useSeason } from "../../../frame/season-context.tsx";
import { useFormat } from "../../../text/format.ts";

export type Saying = { code: string; facts: Record<string, string | number> };

/**
 * The sentence of a code with its facts: products by the reader's name, markets by theirs, money with
 * its currency. Codes are paths of the room's texts: `need/sold-out` is `said.need.sold-out`.
 */
export function useSaid(): (saying: Saying) => string {
  const { t } = useTranslation("practice");
  const season = useSeason();
  const format = useFormat();
  return ({ code, facts }) => {
    const market = season.markets.find((one) => one.code === facts["market"]);
    const currency = typeof facts["currency"] === "string" ? facts["currency"] : season.booksCurrency;
    const shown: Record<string, string | number> = { ...facts };
    if (market !== undefined) shown["market"] = format.name(market.name);
    const name = facts[format.language];
    if (typeof name === "string") shown["product"] = name;
    for (const [key, value] of Object.entries(facts)) {
      if (key.endsWith("Minor") && typeof value === "number") shown[key.slice(0, -5)] = format.money(value, currency);
      if (key.endsWith("Ticks") && typeof value === "number") shown[key.slice(0, -5)] = format.ticks(value);
    }
    return t(`said.${code.replaceAll("/", ".")}`, shown);
  };
}
