import {
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import type { Does } from "@echelon/contract/endpoints.ts";
import { api, type Answer, type ArgumentsOf, RefusalError } from "./client.ts";

/** Refusals are answers: only an unreachable server is tried again. */
const shouldRetry = (count: number, error: Error) =>
  count < 3 && error instanceof RefusalError && error.code === "platform/unreachable";

/** A session that has ended elsewhere is noticed here by the first question that is refused. */
const askedInVain = (error: Error) =>
  error instanceof RefusalError && error.code === "platform/not-signed-in";

export function newQueryClient(): QueryClient {
  const queryCache = new QueryCache({
    onError: (error) => {
      if (askedInVain(error)) void client.invalidateQueries({ queryKey: ["GET /session"] });
    },
  });
  const client: QueryClient = new QueryClient({
    queryCache,
    defaultOptions: {
      // A closed lab has no internet, and the browser then believes it is offline: always ask. An
      // act that cannot be done now must fail now, not be done when the line comes back.
      queries: {
        networkMode: "always",
        retry: shouldRetry,
        staleTime: 5_000,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}

/** What the server answers, kept under the endpoint and its arguments. */
export function useAnswer<D extends Does>(
  does: D,
  given: ArgumentsOf<D>,
  options: {
    enabled?: boolean;
    keepPrevious?: boolean;
    /** Asks again after so long; a function decides by the last answer. */
    pollMillis?: number | ((answer: Answer<D> | undefined) => number);
  } = {},
): UseQueryResult<Answer<D>, RefusalError> {
  const { pollMillis } = options;
  return useQuery<Answer<D>, RefusalError>({
    queryKey: [does, given],
    queryFn: () => api(does, given),
    enabled: options.enabled ?? true,
    ...(pollMillis === undefined
      ? {}
      : {
          refetchInterval: (query) =>
            typeof pollMillis === "function" ? pollMillis(query.state.data) : pollMillis,
        }),
    ...(options.keepPrevious
      ? { placeholderData: (previous: Answer<D> | undefined) => previous }
      : {}),
  });
}

/** An act; after it, everything that is shown of the named endpoints is fetched again. */
export function useAct<D extends Does>(
  does: D,
  refreshes: readonly Does[] = [],
): UseMutationResult<Answer<D>, RefusalError, ArgumentsOf<D>> {
  const client = useQueryClient();
  return useMutation<Answer<D>, RefusalError, ArgumentsOf<D>>({
    mutationFn: (given) => api(does, given),
    onSuccess: async () => {
      await Promise.all(refreshes.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}

type Page = { items: readonly unknown[]; next: string | null };
/** Endpoints that give a list in pages. */
export type Paged = { [D in Does]: Answer<D> extends Page ? D : never }[Does];
type ItemOf<D extends Paged> = Answer<D> extends { items: readonly (infer Item)[] } ? Item : never;

export type Pages<Item> = {
  /** Undefined until the first page has come. */
  data: readonly Item[] | undefined;
  error: RefusalError | null;
  isPending: boolean;
  isMore: boolean;
  isFetchingMore: boolean;
  more: () => void;
  refetch: () => unknown;
};

/** A list that is fetched page by page, as far as somebody wants to read. */
export function usePages<D extends Paged>(does: D, given: ArgumentsOf<D>): Pages<ItemOf<D>> {
  const { asks } = given as { asks?: Record<string, string | undefined> };
  const pages = useInfiniteQuery({
    queryKey: [does, given, "pages"],
    queryFn: async ({ pageParam }): Promise<Page> => {
      const place = pageParam === "" ? {} : { after: pageParam };
      const answer = await api(does, { ...given, asks: { ...asks, ...place } } as ArgumentsOf<D>);
      return answer as unknown as Page;
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  });
  return {
    data: pages.data?.pages.flatMap(({ items }) => items as readonly ItemOf<D>[]),
    error: pages.error as RefusalError | null,
    isPending: pages.isPending,
    isMore: pages.hasNextPage,
    isFetchingMore: pages.isFetchingNextPage,
    more: () => void pages.fetchNextPage(),
    refetch: pages.refetch,
  };
}
