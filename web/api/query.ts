import {
  QueryClient,
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

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
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
