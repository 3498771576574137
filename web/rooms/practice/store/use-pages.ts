import { useInfiniteQuery } from "@tanstack/react-query";
import type { Does } from "@echelon/contract/endpoints.ts";
import type { RefusalError } from "../../../api/client.ts";

type Page<Item> = { items: Item[]; next: string | null };

/**
 * A long list, page by page.
 *
 * @param does  the endpoint, by which it is fetched again after a change
 * @param asked what it is filtered by; another value begins anew
 * @param fetchPage asks for the page after a cursor
 */
export function usePages<Item>(
  does: Does,
  asked: unknown,
  fetchPage: (after: string | undefined) => Promise<Page<Item>>,
) {
  const answer = useInfiniteQuery<Page<Item>, RefusalError, Item[], unknown[], string | undefined>({
    queryKey: [does, "pages", asked],
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap(({ items }) => items),
    placeholderData: (previous) => previous,
  });
  return {
    data: answer.data,
    error: answer.error,
    isPending: answer.isPending,
    refetch: answer.refetch,
    hasMore: answer.hasNextPage,
    isFetchingMore: answer.isFetchingNextPage,
    more: () => void answer.fetchNextPage(),
  };
}
