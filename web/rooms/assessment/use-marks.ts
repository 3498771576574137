import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../api/client.ts";
import { tellSaved } from "../../api/saved.ts";
import type { RatedWork } from "./rating-types.ts";

const saveDoes = "PUT /assessment/works/:work/marks";
const workDoes = "GET /assessment/works/:work";
const queueDoes = "GET /assessment/queue";
/** A note is kept this long after its last letter; a tap at once. */
const pauseMillis = 600;

export interface Given {
  readonly mark: number;
  readonly note: string;
}
type Marks = Readonly<Record<string, Given>>;

const given = ({ criteria }: RatedWork): Marks =>
  Object.fromEntries(
    criteria.flatMap(({ competency, mark, note }) =>
      mark === null ? [] : [[competency, { mark, note }]],
    ),
  );

const listed = (marks: Marks) =>
  Object.entries(marks).map(([competency, { mark, note }]) => ({ competency, mark, note }));

/** What the room shows of a work is as it was tapped, also for who leaves and comes back. */
function useKnown(work: string) {
  const client = useQueryClient();
  return useCallback(
    (marks: Marks) =>
      client.setQueryData<RatedWork>([workDoes, { where: { work } }], (known) =>
        known === undefined
          ? known
          : {
              ...known,
              criteria: known.criteria.map((one) => ({ ...one, ...marks[one.competency] })),
            },
      ),
    [client, work],
  );
}

/**
 * Sends marks to the server one after the other, so that an older state never follows a newer one,
 * and tells what became of the last.
 */
function useSending(work: string) {
  const client = useQueryClient();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const [error, setError] = useState<Error | null>(null);
  const send = useCallback(
    (marks: Marks, isDone: boolean): Promise<boolean> => {
      const next = line.current.then(async () => {
        try {
          const body = { marks: listed(marks), isDone };
          const { savedAt } = await api(saveDoes, { where: { work }, body });
          setError(null);
          tellSaved({ kind: "saved", at: savedAt });
          void client.invalidateQueries({ queryKey: [queueDoes] });
          if (isDone) void client.invalidateQueries({ queryKey: [workDoes, { where: { work } }] });
          return true;
        } catch (failure) {
          setError(failure as Error);
          tellSaved({ kind: "not-saved" });
          return false;
        }
      });
      line.current = next;
      return next;
    },
    [client, work],
  );
  return { send, error };
}

/** A rater's marks of one work: kept as they are tapped, fixed once they are handed in. */
export function useMarks(of: RatedWork) {
  const { work } = of;
  const [marks, setMarks] = useState(() => given(of));
  const [isSending, setSending] = useState(false);
  const { send, error } = useSending(work);
  const know = useKnown(work);
  const waiting = useRef<Marks | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    const next = waiting.current;
    waiting.current = null;
    void send(next, false);
  }, [send]);
  useEffect(() => {
    document.addEventListener("visibilitychange", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [flush]);
  const change = (competency: string, next: Given, pause: number) => {
    const all = { ...marks, [competency]: next };
    setMarks(all);
    know(all);
    waiting.current = all;
    tellSaved({ kind: "saving" });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pause);
  };
  return {
    marks,
    error,
    isSending,
    tap: (competency: string, mark: number) =>
      change(competency, { mark, note: marks[competency]?.note ?? "" }, 0),
    write: (competency: string, note: string) => {
      const mark = marks[competency]?.mark;
      if (mark !== undefined) change(competency, { mark, note }, pauseMillis);
    },
    retry: () => void send(marks, false),
    handIn: async () => {
      clearTimeout(timer.current);
      waiting.current = null;
      setSending(true);
      const isIn = await send(marks, true);
      setSending(false);
      return isIn;
    },
  };
}
