import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
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
  const content = (
    <Loaded of={answer}>
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

type Turn = { kind: "closed"; day: number } | { kind: "rewound"; day: number };

/** What became of the season since it was last looked at: the reader is told, not surprised. */
function useTurn(): [Turn | null, () => void] {
  const { season } = useSeasonReceived();
  const client = useQueryClient();
  const before = useRef(season);
  const [turn, setTurn] = useState<Turn | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = season;
    if (last.id !== season.id) return setTurn(null);
    const next = turnBetween(last, season);
    if (next === null) return undefined;
    // Nobody is told that what they see is new before it is.
    void client
      .invalidateQueries({ predicate: ({ queryKey }) => isDerived(queryKey[0]) })
      .then(() => {
        if (before.current.id === season.id) setTurn(next);
      });
  }, [season, client]);
  useEffect(() => {
    if (turn?.kind !== "closed") return undefined;
    const timer = setTimeout(() => setTurn(null), shownMillis);
    return () => clearTimeout(timer);
  }, [turn]);
  return [turn, () => setTurn(null)];
}

function turnBetween(last: Season, now: Season): Turn | null {
  if (last.branch !== now.branch) return { kind: "rewound", day: now.day };
  return last.day < now.day ? { kind: "closed", day: now.day - 1 } : null;
}

/** A close is no news for longer; a rewind stays until it was read. */
const shownMillis = 15_000;

/** Everything of a season but the season itself changes when a day closes. */
const isDerived = (does: unknown) =>
  typeof does === "string" && does.startsWith("GET /practice/seasons/:season/");

/** "Day 12 has closed": said aloud, and shown until it is put away. */
export function SeasonTurn() {
  const { t } = useTranslation("frame");
  const [turn, putAway] = useTurn();
  return (
    <div aria-live="polite">
      {turn === null ? null : (
        <div className="hint row turn">
          <span>{t(`turn.${turn.kind}`, { day: turn.day })}</span>
          <Button variant="subtle" size="compact-sm" ml="auto" flex="none" onClick={putAway}>
            {t("gotIt")}
          </Button>
        </div>
      )}
    </div>
  );
}
