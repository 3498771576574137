import { Button } from "@mantine/core";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { late } from "./late.ts";
import { useSeason } from "./season-context.tsx";
import { isDerived, isOld, type Turn, turnBetween } from "./turn-between.ts";

// Only seasons with a clock or rounds have anything to tell.
const ClosingBanner = late(["rounds"], () => import("./closing-banner.tsx"));

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));
const lookMillis = 100;
const againMillis = 2_000;
/** After so many answers in vain a room shows what it has: what is refused stays refused. */
const triesMax = 10;

/**
 * Fetches everything that is derived from the season's days, until all that is looked at is new.
 * What is not looked at is let go of: it would be shown as it was when its room is entered next.
 */
async function renew(client: QueryClient, isStillAsked: () => boolean): Promise<void> {
  const since = Date.now();
  client.removeQueries({ type: "inactive", predicate: isDerived });
  await client.invalidateQueries({ predicate: isDerived });
  for (let tries = 0; isStillAsked() && tries < triesMax;) {
    const shown = client.getQueryCache().findAll({ type: "active", predicate: isDerived });
    const old = shown.filter(({ state }) => isOld(state, since));
    if (old.length === 0) return;
    if (old.some(({ state }) => state.fetchStatus === "fetching")) {
      await pause(lookMillis);
      continue;
    }
    tries += 1;
    await pause(againMillis);
    await client.refetchQueries({
      type: "active",
      predicate: (query) => isDerived(query) && isOld(query.state, since),
    });
  }
}

/** What became of the season since it was last looked at, and whether its figures are renewed. */
function useTurn() {
  const season = useSeason();
  const client = useQueryClient();
  const before = useRef(season);
  const [turn, setTurn] = useState<Turn | null>(null);
  const [isRenewing, setRenewing] = useState(false);
  const asked = useRef(0);
  useEffect(() => {
    const last = before.current;
    // The days of a round are one turn: between them nothing can be done, and nothing is told.
    if (season.isClosing && (season.day - 1) % season.daysPerRound > 0) return undefined;
    before.current = season;
    if (last.id !== season.id) {
      asked.current += 1;
      setRenewing(false);
      return setTurn(null);
    }
    const next = turnBetween(last, season);
    if (next === null) return undefined;
    const mine = (asked.current += 1);
    const isStillAsked = () => asked.current === mine;
    setTurn(null);
    setRenewing(true);
    // Nobody is told that what they see is new before it is.
    void renew(client, isStillAsked).then(() => {
      if (!isStillAsked()) return;
      setRenewing(false);
      setTurn(next);
    });
    return undefined;
  }, [season, client]);
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  useEffect(() => {
    if (turn?.kind !== "closed") return undefined;
    const timer = setTimeout(() => setTurn(null), shownMillis);
    return () => clearTimeout(timer);
  }, [turn]);
  return { turn, isRenewing, putAway: () => setTurn(null) };
}

/** A close is no news for longer; a rewind stays until it was read. */
const shownMillis = 40_000;

/**
 * The rooms of a season. While a close or a rewind changes their figures they stand back, so that
 * nobody takes a figure of another day for one of the day in the bar.
 */
export function SeasonTurn({
  isTold = true,
  children,
}: {
  /** Whether "day 12 has closed" is said aloud; a leader's rooms say it themselves. */
  isTold?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation("frame");
  const { turn, isRenewing, putAway } = useTurn();
  const { state, closesAt, daysPerRound } = useSeason();
  const hasBanner = state === "running" && (closesAt !== null || daysPerRound > 1);
  return (
    <>
      {hasBanner ? (
        <Suspense>
          <ClosingBanner />
        </Suspense>
      ) : null}
      <div aria-live="polite">
        {isRenewing ? <p className="hint turn">{t("turn.renewing")}</p> : null}
        {turn === null || !isTold ? null : (
          <div className="hint row turn">
            <span>{t(`turn.${turn.kind}`, { day: turn.day })}</span>
            <Button variant="subtle" size="compact-sm" ml="auto" flex="none" onClick={putAway}>
              {t("gotIt")}
            </Button>
          </div>
        )}
      </div>
      <div
        className={isRenewing ? "turn-rooms turn-renewing" : "turn-rooms"}
        aria-busy={isRenewing}
      >
        {children}
      </div>
    </>
  );
}
