/** The way of somebody's answers from this browser to the server, and back. */
import { type Answer, api, RefusalError } from "../../api/client.ts";
import {
  afterSaving,
  type Answers,
  changeAnswer,
  keepAside,
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
  /** Typed here, and not taken: a later machine had written something else. */
  readonly aside: readonly KeptAnswer[];
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
const asideKey = (sitting: string) => `echelon.sitting.${sitting}.aside`;

/** What an earlier page of this browser could not send, or could not bring to stand. */
function readKept(key: string): KeptAnswer[] {
  try {
    const written: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(written) ? (written as KeptAnswer[]) : [];
  } catch {
    return [];
  }
}

/** Written before it is sent: a page that dies in between has lost nothing. */
function writeKept(key: string, answers: readonly KeptAnswer[]): void {
  try {
    if (answers.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(answers));
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
    const waiting = readKept(waitingKey(of.sitting));
    const { answers, aside } = mergeAnswers(of.answers, waiting, of.turn);
    this.#state = {
      answers,
      aside: keepAside(readKept(asideKey(of.sitting)), aside),
      line: waiting.length > 0 ? "saving" : "saved",
      seat: "here",
      endsAt: performance.now() + of.secondsLeft * 1_000,
    };
    this.#write();
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
    const { answers, aside } = this.#state;
    this.#keep({ answers: changeAnswer(answers, place, change, this.#of.turn), aside });
    if (this.#state.line !== "waiting") this.#tell({ line: "saving" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pauseMillis);
  };

  /** What was set aside stands after all, instead of what another machine wrote. */
  readonly take = (place: number): void => {
    const one = this.#state.aside.find((kept) => kept.place === place);
    if (one === undefined) return;
    this.drop(place);
    this.answer(place, { answer: one.answer });
  };

  /** What was set aside is wanted no more. */
  readonly drop = (place: number): void => {
    const { answers, aside } = this.#state;
    this.#keep({ answers, aside: aside.filter((kept) => kept.place !== place) });
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
        const told = afterSaving(this.#state.answers, saved.answers);
        this.#keep({ ...told, aside: keepAside(this.#state.aside, told.aside) });
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
    // A machine of a lab keeps nothing of whoever sat there.
    writeKept(asideKey(this.#of.sitting), []);
  };

  #isRefused(error: unknown): boolean {
    const code = error instanceof RefusalError ? error.code : "";
    if (code === "assessment/sitting-elsewhere") this.#tell({ seat: "elsewhere" });
    else if (code === "assessment/sitting-over") this.#tell({ seat: "over" });
    else return false;
    return true;
  }

  #keep(change: Pick<SittingState, "answers" | "aside">): void {
    this.#tell(change);
    this.#write();
  }

  #write(): void {
    writeKept(waitingKey(this.#of.sitting), waitingOf(this.#state.answers));
    writeKept(asideKey(this.#of.sitting), this.#state.aside);
  }

  #told(secondsLeft: number): void {
    this.#tell({ endsAt: performance.now() + secondsLeft * 1_000 });
  }

  #tell(change: Partial<SittingState>): void {
    this.#state = { ...this.#state, ...change };
    for (const hear of this.#hearers) hear();
  }
}
