import { useFormat } from "../../../text/format.ts";
import { digitsOf } from "../../../text/format.ts";
import { currencyOf } from "../market-currency.ts";
import { useStorePlace } from "./use-store.ts";

/** The season's markets by code: their names for the reader, currencies and digits. */
export function useMarkets() {
  const { season } = useStorePlace();
  const format = useFormat();
  const find = (code: string) => season.markets.find((one) => one.code === code);
  return {
    markets: season.markets,
    nameOf: (code: string): string => {
      const market = find(code);
      return market === undefined ? code : format.name(market.name);
    },
    currencyOf: (code: string): string => currencyOf(season, code),
    /** Minor units in one unit of the market's currency. */
    scaleOf: (code: string): number => 10 ** digitsOf(currencyOf(season, code)),
  };
}
