import { type ComponentType, createContext, type ReactNode, useContext, useState } from "react";
import type { Answer } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { useAnswer } from "../api/query.ts";
import { Loaded } from "../parts/page.tsx";

export type Season = Answer<"GET /practice/seasons/:season">;
type Received = { season: Season; receivedAt: number };

const SeasonContext = createContext<Received | null>(null);

export function useSeasonReceived(): Received {
  const received = useContext(SeasonContext);
  if (received === null) throw new Error("a season's room stands outside of its season");
  return received;
}

/** The season that the room is in; every room below the season's frame has one. */
export const useSeason = (): Season => useSeasonReceived().season;

const busyMillis = 1_000;
const quietMillis = 30_000;

/** Events tell of changes at once; asking now and then covers an event that was lost. */
const pollMillis = (season: Season | undefined) =>
  season === undefined || season.isClosing || season.state === "preparing"
    ? busyMillis
    : quietMillis;

/**
 * Why a season has not come, told from the first vain try on: each further try begins as if nothing
 * had been asked, and a lost line would otherwise look like a page that loads for ever.
 */
function useFailure(latest: Error | null): Error | null {
  const [failure, setFailure] = useState(latest);
  if (latest !== null && latest !== failure) setFailure(latest);
  return failure;
}

/** Fetches a season, keeps it fresh, and hands it to the rooms inside. */
export function SeasonGate({
  season,
  topics,
  around,
  children,
}: {
  season: string;
  /** What else changes with it, e.g. the store that is looked at. */
  topics: readonly string[];
  /** Stands around while the season has not come, and when it does not come. */
  around?: ComponentType<{ children: ReactNode }>;
  children: ReactNode;
}) {
  const answer = useAnswer("GET /practice/seasons/:season", { where: { season } }, { pollMillis });
  useLive(answer.data === undefined ? [] : [`season:${season}`, ...topics]);
  const failure = useFailure(answer.error ?? answer.failureReason);
  const { data: found, isPending, refetch } = answer;
  const content = (
    <Loaded of={{ data: found, error: failure, isPending, refetch }}>
      {(data) => (
        <SeasonContext.Provider value={{ season: data, receivedAt: answer.dataUpdatedAt }}>
          {children}
        </SeasonContext.Provider>
      )}
    </Loaded>
  );
  const Around = around;
  return answer.data !== undefined || Around === undefined ? content : <Around>{content}</Around>;
}
