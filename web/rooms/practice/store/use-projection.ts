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
  const { season, where } = useStorePlace();
  const [asked] = useDebouncedValue(JSON.stringify(wishes), pauseMillis);
  const answer = useQuery<{ items: Projection[] }, RefusalError>({
    queryKey: ["projection", where, season.day, asked],
    queryFn: () =>
      api("POST /practice/seasons/:season/stores/:store/check", {
        where,
        body: { wishes: JSON.parse(asked) as Wish[] },
      }),
    enabled: asked !== "[]",
    retry: false,
    placeholderData: keepPreviousData,
  });
  return wishes.length === 0 ? [] : (answer.data?.items ?? []);
}
