import { useAnswer } from "../../../api/query.ts";
import { digitsOf } from "../../../text/format.ts";
import { exchangedMinor } from "./exchange-rates.ts";
import { useStorePlace } from "./use-store.ts";

/** Exchanges minor units at the rates of the last closed day; null until they are known. */
export function useExchange(): (minor: number, from: string, to: string) => number | null {
  const { where } = useStorePlace();
  const rates = useAnswer("GET /practice/seasons/:season/stores/:store/money", { where }).data
    ?.rates;
  return (minor, from, to) => exchangedMinor(minor, from, to, rates ?? [], digitsOf);
}
