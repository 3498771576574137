import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, type Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { tellSaved } from "../../../api/saved.ts";
import { useMayWrite, useStorePlace, useStoreView, type Wish } from "./use-store.ts";

const dropDoes = "POST /practice/seasons/:season/stores/:store/drafts/drop";

const pauseMillis = 600;
/** A teammate's draft is no event of the season: it is looked for while somebody edits. */
const teamMillis = 8_000;
const draftsDoes = "GET /practice/seasons/:season/stores/:store/drafts";
type Drafts = Answer<typeof draftsDoes>;

/** A draft as it was kept; nothing when it cannot be read. */
function parsed<Value>(text: string | undefined): Value | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return null;
  }
}

/** The draft as the server has it; one of a team may be a teammate's. */
function useKept(key: string) {
  const { where } = useStorePlace();
  const isTeam = (useStoreView()?.members.length ?? 0) > 1;
  const answer = useAnswer(draftsDoes, { where }, isTeam ? { pollMillis: teamMillis } : {});
  return { answer, kept: answer.data?.items.find((one) => one.key === key) };
}

type Edit = (items: Drafts["items"]) => Drafts["items"];

/** Keeps what waits on the server: when the timer strikes, and when the room is left. */
function useKeeping<Value>(key: string, change: (edit: Edit) => void) {
  const { season, store } = useStorePlace().where;
  const waiting = useRef<{ value: Value; wishes: readonly Wish[] } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    const { value, wishes } = waiting.current;
    waiting.current = null;
    const asked = wishes.length === 0 ? {} : { wishes: JSON.stringify(wishes) };
    const body = { key, value: JSON.stringify(value), ...asked };
    api("PUT /practice/seasons/:season/stores/:store/drafts", {
      where: { season, store },
      body,
    }).then(
      (kept) => {
        change((items) => [...items.filter((one) => one.key !== key), kept]);
        tellSaved({ kind: "saved", at: kept.savedAt });
      },
      () => tellSaved({ kind: "not-saved" }),
    );
  }, [change, key, season, store]);
  useEffect(() => {
    document.addEventListener("visibilitychange", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      flush();
    };
  }, [flush]);
  const forget = () => {
    clearTimeout(timer.current);
    waiting.current = null;
  };
  const keep = (value: Value, wishes: readonly Wish[]) => {
    waiting.current = { value, wishes };
    tellSaved({ kind: "saving" });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pauseMillis);
  };
  return { keep, forget };
}

/**
 * What is typed and not handed in, kept on the server a moment after each change and when the room
 * is left, so that a closed browser loses nothing. `settled` is false until the server has said
 * whether there is a draft.
 *
 * @param wishesOf  what the screen would hand in for a draft; it goes along, and counts where the
 *   season hands in drafts at its closes. Left out where a draft stands for no decision.
 */
export function useDraft<Value>(
  key: string,
  wishesOf?: (value: Value) => readonly Wish[],
): {
  draft: Value | null;
  /** Who of the store kept it last, and when; null while the server has none. */
  last: { author: string; savedAt: string } | null;
  settled: boolean;
  save: (value: Value) => void;
  drop: () => Promise<void>;
} {
  const { where } = useStorePlace();
  const { may } = useMayWrite();
  const client = useQueryClient();
  const { answer, kept } = useKept(key);
  const [typed, setTyped] = useState<Value | null>(null);
  const { season, store } = where;
  const change = useCallback(
    (edit: Edit) =>
      client.setQueryData<Drafts>([draftsDoes, { where: { season, store } }], (known) =>
        known === undefined ? known : { items: edit(known.items) },
      ),
    [client, season, store],
  );
  const { keep, forget } = useKeeping<Value>(key, change);
  const save = (value: Value) => {
    setTyped(value);
    if (may) keep(value, wishesOf?.(value) ?? []);
  };
  const drop = async () => {
    forget();
    setTyped(null);
    change((items) => items.filter((one) => one.key !== key));
    await api(dropDoes, { where, body: { keys: [key] } });
  };
  return {
    last: kept === undefined ? null : { author: kept.author, savedAt: kept.savedAt },
    draft: typed ?? parsed<Value>(kept?.value),
    settled: answer.data !== undefined || answer.error !== null,
    save,
    drop,
  };
}
