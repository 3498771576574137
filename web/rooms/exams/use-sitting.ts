import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, api, RefusalError } from "../../api/client.ts";
import { newId } from "../../api/new-id.ts";
import {
  afterSaving,
  type Answers,
  changeAnswer,
  type KeptAnswer,
  mergeAnswers,
  type OwnAnswer,
  waitingOf,
} from "./answer-keeper.ts";

export type Sitting = Answer<"POST /assessment/exams/:exam/sitting">;

/** How the answers stand: on the server, on their way, or kept here until the line is back. */
export type LineState = "saved" | "saving" | "waiting";
/** Who may write: this browser, another one, or nobody any more. */
export type SeatState = "here" | "elsewhere" | "over";

const pauseMillis = 500;
const pulseMillis = 15_000;
const retryMillisMin = 2_000;
const retryMillisMax = 15_000;
const saveDoes = "PUT /assessment/exams/:exam/sitting";
const pulseDoes = "GET /assessment/exams/:exam/sitting";

/** The name of this browser's tab; a tab that is loaded again is the same one. */
export function thisMachine(): string {
  const key = "echelon.machine";
  const known = sessionStorage.getItem(key);
  if (known !== null) return known;
  const made = newId();
  sessionStorage.setItem(key, made);
  return made;
}

const waitingKey = (sitting: string) => `echelon.sitting.${sitting}`;

/** What an earlier page of this browser could not send. */
function readWaiting(sitting: string): KeptAnswer[] {
  try {
    const written: unknown = JSON.parse(localStorage.getItem(waitingKey(sitting)) ?? "[]");
    return Array.isArray(written) ? (written as KeptAnswer[]) : [];
  } catch {
    return [];
  }
}

/** Written before it is sent: a page that dies in between has lost nothing. */
function writeWaiting(sitting: string, answers: readonly KeptAnswer[]): void {
  try {
    if (answers.length === 0) localStorage.removeItem(waitingKey(sitting));
    else localStorage.setItem(waitingKey(sitting), JSON.stringify(answers));
  } catch {
    // A browser that keeps nothing still sends.
  }
}

const codeOf = (error: unknown): string => (error instanceof RefusalError ? error.code : "");

/** Seconds that are left by the server's word; this device's clock only counts on from it. */
function useCountdown(first: number) {
  const [left, setLeft] = useState(first);
  const end = useRef(performance.now() + first * 1_000);
  const told = useCallback((seconds: number) => {
    end.current = performance.now() + seconds * 1_000;
    setLeft(seconds);
  }, []);
  useEffect(() => {
    const timer = setInterval(
      () => setLeft(Math.max(0, Math.ceil((end.current - performance.now()) / 1_000))),
      500,
    );
    return () => clearInterval(timer);
  }, []);
  return { left, told };
}

/**
 * Somebody's exam in this browser: answers are kept here at once, sent a moment later, sent again
 * until the server has acknowledged them, and never shown as saved before that.
 */
export function useSitting(of: Sitting) {
  const where = { exam: of.exam };
  const [answers, setAnswers] = useState<Answers>(() =>
    mergeAnswers(of.answers, readWaiting(of.sitting)),
  );
  const [line, setLine] = useState<LineState>(() =>
    readWaiting(of.sitting).length > 0 ? "saving" : "saved",
  );
  const [seat, setSeat] = useState<SeatState>("here");
  const { left, told } = useCountdown(of.secondsLeft);
  const now = useRef(answers);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean> | null>(null);
  const wait = useRef(retryMillisMin);

  const keep = useCallback(
    (next: Answers) => {
      now.current = next;
      writeWaiting(of.sitting, waitingOf(next));
      setAnswers(next);
    },
    [of.sitting],
  );
  const refused = useCallback((error: unknown): boolean => {
    const code = codeOf(error);
    if (code === "assessment/sitting-elsewhere") setSeat("elsewhere");
    else if (code === "assessment/sitting-over") setSeat("over");
    else return false;
    return true;
  }, []);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const send = async (): Promise<boolean> => {
      const waiting = waitingOf(now.current);
      if (waiting.length === 0) return true;
      setLine("saving");
      try {
        const body = { machine: thisMachine(), answers: waiting };
        const saved = await api(saveDoes, { where: { exam: of.exam }, body });
        told(saved.secondsLeft);
        keep(afterSaving(now.current, saved.answers));
        wait.current = retryMillisMin;
        const isMore = waitingOf(now.current).length > 0;
        setLine(isMore ? "saving" : "saved");
        return isMore ? await send() : true;
      } catch (error) {
        setLine("waiting");
        if (refused(error)) return false;
        timer.current = setTimeout(() => void flush(), wait.current);
        wait.current = Math.min(retryMillisMax, wait.current * 2);
        return false;
      }
    };
    sending.current ??= send().finally(() => (sending.current = null));
    return sending.current;
  }, [keep, of.exam, refused, told]);

  const pulse = useCallback(async () => {
    try {
      const asks = { machine: thisMachine() };
      const { isHere, isOver, secondsLeft } = await api(pulseDoes, {
        where: { exam: of.exam },
        asks,
      });
      told(secondsLeft);
      setSeat(isOver ? "over" : isHere ? "here" : "elsewhere");
    } catch (error) {
      refused(error);
    }
  }, [of.exam, refused, told]);

  useEffect(() => {
    const again = () => {
      if (document.visibilityState === "hidden") return void flush();
      void flush();
      void pulse();
    };
    const beat = setInterval(() => void pulse(), pulseMillis);
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    void flush();
    return () => {
      clearInterval(beat);
      clearTimeout(timer.current);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [flush, pulse]);

  // At the end: what is here goes out at once, and the server says whether it is over.
  const isLast = left === 0 && seat === "here";
  useEffect(() => {
    if (isLast) void flush().then(pulse);
  }, [isLast, flush, pulse]);

  const answer = (place: number, change: Partial<Pick<OwnAnswer, "answer" | "isForLater">>) => {
    keep(changeAnswer(now.current, place, change));
    setLine((before) => (before === "waiting" ? before : "saving"));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pauseMillis);
  };
  const handIn = async (): Promise<void> => {
    if (!(await flush())) throw new RefusalError("platform/unreachable", {}, "");
    const body = { machine: thisMachine() };
    await api("POST /assessment/exams/:exam/sitting/hand-in", { where, body });
    writeWaiting(of.sitting, []);
  };
  const waiting = waitingOf(answers).length;
  return { answers, answer, line, waiting, seat, left, flush, handIn };
}
