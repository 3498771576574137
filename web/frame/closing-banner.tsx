import "./closing-banner.css";
import { Button } from "@mantine/core";
import { lastDayOfRound, roundOf } from "@echelon/kernel/calendar/round.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { closingStep } from "./closing-step.ts";
import { useSeasonReceived } from "./season-context.tsx";
import { secondsLeft } from "./season-time.ts";

/** Seconds until the close, counted while there is one to come. */
function useSecondsLeft(): number | null {
  const { season, receivedAt } = useSeasonReceived();
  const [now, setNow] = useState(() => Date.now());
  const { closesAt, serverNow } = season;
  useEffect(() => {
    if (closesAt === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [closesAt]);
  if (closesAt === null || season.isClosing || season.state !== "running") return null;
  return secondsLeft(closesAt, serverNow, receivedAt, Math.max(now, receivedAt));
}

/** Which round is open or closing, for seasons whose days close several in one go. */
function RoundLine() {
  const { t } = useTranslation("rounds");
  const { season } = useSeasonReceived();
  const { day, days, daysPerRound, isClosing, myStores } = season;
  if (daysPerRound === 1 || day > days) return null;
  const round = roundOf(day, daysPerRound);
  const from = (round - 1) * daysPerRound + 1;
  const to = lastDayOfRound(day, daysPerRound, days);
  if (isClosing) return <p className="soft round-line">{t("closing", { round, day, to })}</p>;
  return (
    <p className="soft round-line">
      {t("round", { round, rounds: roundOf(days, daysPerRound), from, to })}{" "}
      {myStores.length === 0 ? null : t("stands", { from })}
    </p>
  );
}

/**
 * The round that is open, and from ten minutes before a close what is left of it: told at ten, five
 * and one, and put away until the next of them.
 */
export default function ClosingBanner() {
  const { t } = useTranslation("rounds");
  const { season } = useSeasonReceived();
  const seconds = useSecondsLeft();
  const [putAway, setPutAway] = useState<string | null>(null);
  const step = seconds === null ? null : closingStep(seconds, season.pace);
  const told = `${season.day} ${step}`;
  return (
    <>
      <RoundLine />
      <div aria-live="polite">
        {step === null || putAway === told ? null : (
          <div className={step === 1 ? "hint row turn closing-last" : "hint row turn"}>
            <span>
              <strong>{t(`left.${step}`)}</strong> {t("unready")}
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              ml="auto"
              flex="none"
              onClick={() => setPutAway(told)}
            >
              {t("gotIt", { ns: "frame" })}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
