import { useEffect, useState, useSyncExternalStore } from "react";
import { newId } from "../../api/new-id.ts";
import { waitingOf } from "./answer-keeper.ts";
import { type Sitting, SittingLine } from "./sitting-line.ts";

export type { Sitting } from "./sitting-line.ts";

/** The name of this browser's tab; a tab that is loaded again is the same one. */
export function thisMachine(): string {
  const key = "echelon.machine";
  const known = sessionStorage.getItem(key);
  if (known !== null) return known;
  const made = newId();
  sessionStorage.setItem(key, made);
  return made;
}

const secondsTo = (endsAt: number): number =>
  Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000));

/** Seconds that are left by the server's word; this page only counts on from it. */
function useCountdown(endsAt: number): number {
  const [left, setLeft] = useState(() => secondsTo(endsAt));
  useEffect(() => {
    const count = () => setLeft(secondsTo(endsAt));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [endsAt]);
  return left;
}

/** Somebody's exam in this browser. */
export function useSitting(of: Sitting) {
  const [line] = useState(() => new SittingLine(of, thisMachine()));
  const state = useSyncExternalStore(line.hear, line.now);
  const left = useCountdown(state.endsAt);
  useEffect(() => line.start(), [line]);
  // At the end what is here goes out at once, and the server says whether it is over.
  const isLast = left === 0 && state.seat === "here";
  useEffect(() => {
    if (isLast) void line.flush().then(line.pulse);
  }, [isLast, line]);
  return {
    ...state,
    left,
    waiting: waitingOf(state.answers).length,
    answer: line.answer,
    take: line.take,
    drop: line.drop,
    handIn: line.handIn,
  };
}
