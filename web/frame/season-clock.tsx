import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../text/format.ts";
import { type ClockPhase, clockPhase, clockText, seasonProgress } from "./season-time.ts";
import { useSeasonReceived } from "./season-context.tsx";

/** Re-renders each second while something is counting. */
function useNow(isCounting: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isCounting) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isCounting]);
  return now;
}

function usePhaseText(): (phase: ClockPhase) => string {
  const { t } = useTranslation("frame");
  const format = useFormat();
  return (phase) => {
    if (phase.kind === "counting") return t("clock.counting", { time: clockText(phase.seconds) });
    if (phase.kind === "dated") return t("clock.dated", { at: format.dateTime(phase.at) });
    if (phase.kind === "preparing") return t("clock.preparing", { percent: phase.percent });
    return t(`clock.${phase.kind}`);
  };
}

/** Day N of M, how far the season is, and when the open day closes by the server's clock. */
export function SeasonClock() {
  const { t } = useTranslation("frame");
  const { season, receivedAt } = useSeasonReceived();
  const now = useNow(season.closesAt !== null && season.state === "running");
  const say = usePhaseText();
  const phase = clockPhase(season, receivedAt, Math.max(now, receivedAt));
  const isOwn = phase.kind === "by-hand" && season.pace.kind === "self-paced";
  const progress = seasonProgress(season.day, season.days);
  const day = Math.min(season.day, season.days);
  return (
    <div className="clock">
      <span className="clock-day">{t("clock.day", { day, days: season.days })}</span>
      <span
        className="track"
        role="progressbar"
        aria-label={t("clock.progress")}
        aria-valuenow={progress}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${progress}%` }} />
      </span>
      <span className={`clock-left clock-${phase.kind}`}>
        {isOwn ? t("clock.own") : say(phase)}
      </span>
    </div>
  );
}
