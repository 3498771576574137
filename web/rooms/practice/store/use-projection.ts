import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, type RefusalError } from "../../../api/client.ts";
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
  return wishes.length === 0 ? [] : (answer.data ?? []);
}
