import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../api/client.ts";
import { tellSaved } from "../../api/saved.ts";
import type { Assignment } from "./rating-types.ts";

const listDoes = "GET /assessment/classes/:class/assignments";
const saveDoes = "PUT /assessment/assignments/:assignment/work";
const pauseMillis = 800;

/**
 * A student's work, kept on the server a moment after each change and when the room is left. It
 * counts as it stands when the teacher closes the assignment; an empty one is none.
 */
export function useWork({ id: assignment, class: of, myWork }: Assignment) {
  const client = useQueryClient();
  const [text, setText] = useState(myWork?.text ?? "");
  const [error, setError] = useState<Error | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const send = useCallback(
    (typed: string): Promise<boolean> => {
      const next = line.current.then(async () => {
        try {
          const where = { assignment };
          const { savedAt } = await api(saveDoes, { where, body: { text: typed.trim() } });
          setError(null);
          tellSaved({ kind: "saved", at: savedAt });
          const at = { where: { class: of } };
          client.setQueryData<Assignment[]>([listDoes, at], (known) =>
            known?.map((one) =>
              one.id === assignment
                ? { ...one, myWork: { id: one.myWork?.id ?? one.id, text: typed, savedAt } }
                : one,
            ),
          );
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
    [assignment, client, of],
  );
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    const typed = waiting.current;
    waiting.current = null;
    void send(typed);
  }, [send]);
  useEffect(() => {
    document.addEventListener("visibilitychange", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [flush]);
  const write = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    // Nothing is no work: what was kept last stays until there are words again.
    waiting.current = typed.trim() === "" ? null : typed;
    if (waiting.current === null) return;
    tellSaved({ kind: "saving" });
    timer.current = setTimeout(flush, pauseMillis);
  };
  const handIn = () => {
    clearTimeout(timer.current);
    waiting.current = null;
    return send(text);
  };
  return { text, error, write, handIn };
}
