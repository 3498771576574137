import type { Answer } from "../api/client.ts";

type Season = Answer<"GET /practice/seasons/:season">;

/**
 * Whole seconds until the open day closes, by the server's clock; never negative.
 *
 * @param closesAt   instant of the close, ISO 8601
 * @param serverNow  the server's time in the answer, ISO 8601
 * @param receivedAt when this device received that answer, its own milliseconds
 * @param now        this device's milliseconds; only the difference to `receivedAt` counts
 */
export function secondsLeft(
  closesAt: string,
  serverNow: string,
  receivedAt: number,
  now: number,
): number {
  const serverTime = Date.parse(serverNow) + (now - receivedAt);
  return Math.max(0, Math.ceil((Date.parse(closesAt) - serverTime) / 1000));
}

/** `04:31`, `1:04:31`; from two days on the screens say the date instead. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}

/** What the clock says beside the day. */
export type ClockPhase =
  | { readonly kind: "preparing"; readonly percent: number }
  | { readonly kind: "lobby" | "paused" | "closing" | "by-hand" | "finished" | "archived" }
  | { readonly kind: "counting"; readonly seconds: number }
  | { readonly kind: "dated"; readonly at: string };

const datedFromSeconds = 2 * 86_400;

type Shown = Pick<
  Season,
  "state" | "isClosing" | "closesAt" | "serverNow" | "preparedPercent" | "day" | "days"
>;

export function clockPhase(season: Shown, receivedAt: number, now: number): ClockPhase {
  const { state, closesAt } = season;
  if (state === "draft" || state === "preparing")
    return { kind: "preparing", percent: season.preparedPercent };
  if (season.isClosing) return { kind: "closing" };
  if (state === "finished" || state === "archived") return { kind: state };
  if (season.day > season.days) return { kind: "finished" };
  if (state === "lobby" || state === "paused") return { kind: state };
  if (closesAt === null) return { kind: "by-hand" };
  const seconds = secondsLeft(closesAt, season.serverNow, receivedAt, now);
  if (seconds === 0) return { kind: "closing" };
  return seconds >= datedFromSeconds
    ? { kind: "dated", at: closesAt }
    : { kind: "counting", seconds };
}

/** Share of the season's days that have closed, percent. */
export function seasonProgress(day: number, days: number): number {
  if (days === 0) return 0;
  return Math.min(100, Math.max(0, Math.round(((day - 1) * 100) / days)));
}
