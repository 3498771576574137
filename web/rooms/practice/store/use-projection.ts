import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, type RefusalError } from "../../../api/client.ts";
import { withCurrencies } from "./field-bounds.ts";
import { useBrokenBound } from "./said.ts";
import { useMarkets } from "./use-markets.ts";
import { type Projection, useStorePlace, type Wish } from "./use-store.ts";

const pauseMillis = 250;

/**
 * What wishes would do, asked of the server while they are typed; nothing is decided. The answer of
 * a moment ago stays until the next one comes; without wishes there is none.
 */
export function useProjection(wishes: readonly Wish[]): readonly Projection[] {
  return useProjectionOf(wishes).map(({ projection }) => projection);
}

export type Projected = { readonly wish: Wish; readonly projection: Projection };

/** The same with the wish that each answer is of: a moment ago others may have been asked. */
export function useProjectionOf(wishes: readonly Wish[]): readonly Projected[] {
  const { season, where } = useStorePlace();
  const { currencyOf } = useMarkets();
  const boundOf = useBrokenBound();
  const [asked] = useDebouncedValue(JSON.stringify(wishes), pauseMillis);
  const answer = useQuery<Projected[], RefusalError>({
    queryKey: ["projection", where, season.day, asked],
    queryFn: async () => {
      const asks = JSON.parse(asked) as Wish[];
      const { items } = await api("POST /practice/seasons/:season/stores/:store/check", {
        where,
        body: { wishes: asks },
      });
      return items.flatMap((projection, index) => {
        const wish = asks[index];
        return wish === undefined ? [] : [{ wish, projection }];
      });
    },
    enabled: asked !== "[]",
    retry: false,
    placeholderData: keepPreviousData,
  });
  if (wishes.length === 0) return [];
  if (answer.error === null) return answer.data ?? [];
  const refusal = boundOf(withCurrencies(answer.error, wishes, currencyOf));
  if (refusal === null) return [];
  // The request is refused as a whole: so is each of its wishes, for the one that is out of bounds.
  return wishes.map((wish) => ({ wish, projection: { kind: "refused", refusal } }));
}
