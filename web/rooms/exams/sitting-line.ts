/** The way of somebody's answers from this browser to the server, and back. */
import { type Answer, api, RefusalError } from "../../api/client.ts";
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

export interface SittingState {
  readonly answers: Answers;
  readonly line: LineState;
  readonly seat: SeatState;
  /** When time is up, by a clock of this page that nobody can set. */
  readonly endsAt: number;
}

const pauseMillis = 500;
const pulseMillis = 15_000;
const retryMillisMin = 2_000;
const retryMillisMax = 15_000;

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

/**
 * Keeps answers here at once, sends them a moment later and again until the server has acknowledged
 * them, and never says that one is saved before that.
 */
export class SittingLine {
  readonly #of: Sitting;
  readonly #machine: string;
  readonly #hearers = new Set<() => void>();
  #state: SittingState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #sending: Promise<boolean> | null = null;
  #wait = retryMillisMin;

  constructor(of: Sitting, machine: string) {
    this.#of = of;
    this.#machine = machine;
    const waiting = readWaiting(of.sitting);
    this.#state = {
      answers: mergeAnswers(of.answers, waiting),
      line: waiting.length > 0 ? "saving" : "saved",
      seat: "here",
      endsAt: performance.now() + of.secondsLeft * 1_000,
    };
  }

  readonly now = (): SittingState => this.#state;
  readonly hear = (hear: () => void): (() => void) => {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  };

  /** Begins to listen and to look; gives what ends it. */
  readonly start = (): (() => void) => {
    this.#beat = setInterval(() => void this.pulse(), pulseMillis);
    window.addEventListener("online", this.#again);
    document.addEventListener("visibilitychange", this.#again);
    void this.flush();
    return () => {
      clearInterval(this.#beat);
      clearTimeout(this.#timer);
      window.removeEventListener("online", this.#again);
      document.removeEventListener("visibilitychange", this.#again);
    };
  };

  readonly #again = (): void => {
    void this.flush();
    if (document.visibilityState === "visible") void this.pulse();
  };

  readonly answer = (
    place: number,
    change: Partial<Pick<OwnAnswer, "answer" | "isForLater">>,
  ): void => {
    this.#keep(changeAnswer(this.#state.answers, place, change));
    if (this.#state.line !== "waiting") this.#tell({ line: "saving" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pauseMillis);
  };

  /** Sends what waits; whether the server has everything now. */
  readonly flush = (): Promise<boolean> => {
    clearTimeout(this.#timer);
    this.#sending ??= this.#send().finally(() => (this.#sending = null));
    return this.#sending;
  };

  async #send(): Promise<boolean> {
    for (;;) {
      const answers = waitingOf(this.#state.answers);
      if (answers.length === 0) {
        this.#tell({ line: "saved" });
        return true;
      }
      this.#tell({ line: "saving" });
      try {
        const saved = await api("PUT /assessment/exams/:exam/sitting", {
          where: { exam: this.#of.exam },
          body: { machine: this.#machine, answers },
        });
        this.#wait = retryMillisMin;
        this.#keep(afterSaving(this.#state.answers, saved.answers));
        this.#told(saved.secondsLeft);
      } catch (error) {
        this.#tell({ line: "waiting" });
        if (this.#isRefused(error)) return false;
        this.#timer = setTimeout(() => void this.flush(), this.#wait);
        this.#wait = Math.min(retryMillisMax, this.#wait * 2);
        return false;
      }
    }
  }

  /** Asks how much time there is, and whether the exam still goes on here. */
  readonly pulse = async (): Promise<void> => {
    try {
      const { isHere, isOver, secondsLeft } = await api("GET /assessment/exams/:exam/sitting", {
        where: { exam: this.#of.exam },
        asks: { machine: this.#machine },
      });
      this.#told(secondsLeft);
      this.#tell({ seat: isOver ? "over" : isHere ? "here" : "elsewhere" });
    } catch (error) {
      this.#isRefused(error);
    }
  };

  /** @throws RefusalError where the server has not got everything, or does not answer */
  readonly handIn = async (): Promise<void> => {
    if (!(await this.flush())) throw new RefusalError("platform/unreachable", {}, "");
    await api("POST /assessment/exams/:exam/sitting/hand-in", {
      where: { exam: this.#of.exam },
      body: { machine: this.#machine },
    });
  };

  #isRefused(error: unknown): boolean {
    const code = error instanceof RefusalError ? error.code : "";
    if (code === "assessment/sitting-elsewhere") this.#tell({ seat: "elsewhere" });
    else if (code === "assessment/sitting-over") this.#tell({ seat: "over" });
    else return false;
    return true;
  }

  #keep(answers: Answers): void {
    writeWaiting(this.#of.sitting, waitingOf(answers));
    this.#tell({ answers });
  }

  #told(secondsLeft: number): void {
    this.#tell({ endsAt: performance.now() + secondsLeft * 1_000 });
  }

  #tell(change: Partial<SittingState>): void {
    this.#state = { ...this.#state, ...change };
    for (const hear of this.#hearers) hear();
  }
}
