import type { Does } from "@echelon/contract/endpoints.ts";
import { useAct } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";

/** What every act of those who lead changes on their screens. */
export const seen = [
  "GET /practice/seasons/:season",
  "GET /practice/seasons",
  "GET /practice/seasons/:season/wall",
  "GET /practice/seasons/:season/log",
  "GET /practice/seasons/:season/events",
  "GET /practice/seasons/:season/days",
] as const satisfies readonly Does[];

/** The acts on a season's clock, and whether each can be done now: a reason's text key, or null. */
export function useSteer() {
  const season = useSeason();
  const where = { season: season.id };
  const start = useAct("POST /practice/seasons/:season/start", seen);
  const pause = useAct("POST /practice/seasons/:season/pause", seen);
  const resume = useAct("POST /practice/seasons/:season/resume", seen);
  const finish = useAct("POST /practice/seasons/:season/finish", seen);
  const close = useAct("POST /practice/seasons/:season/close", seen);
  const acts = [start, pause, resume, finish, close];
  const isOver = season.state === "finished" || season.state === "archived";
  return {
    season,
    isOver,
    start: () => start.mutate({ where }),
    pause: () => pause.mutate({ where }),
    resume: () => resume.mutate({ where }),
    finish: () => finish.mutate({ where }),
    closeDay: () => close.mutate({ where, body: { day: season.day } }),
    isPending: acts.some(({ isPending }) => isPending),
    isClosing: season.isClosing || close.isPending,
    error: acts.find(({ error }) => error !== null)?.error ?? null,
    whyNoRewind: whyNot(
      season.maySteer,
      season.isClosing,
      isOver ? "isOver" : season.day === 1 ? "noDayYet" : null,
    ),
    whyNoEvent: whyNot(season.maySteer, season.isClosing, isOver ? "isOver" : null),
  };
}

function whyNot(maySteer: boolean, isClosing: boolean, other: string | null): string | null {
  if (!maySteer) return "onlyTeacher";
  return isClosing ? "isClosing" : other;
}
