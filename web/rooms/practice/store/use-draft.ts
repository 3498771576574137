import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, type Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { tellSaved } from "../../../api/saved.ts";
import { useMayWrite, useStorePlace, useStoreView } from "./use-store.ts";

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

/**
 * What is typed and not handed in, kept on the server a moment after each change and when the room
 * is left, so that a closed browser loses nothing. `settled` is false until the server has said
 * whether there is a draft.
 */
export function useDraft<Value>(key: string): {
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
  const waiting = useRef<Value | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { season, store } = where;
  const change = useCallback(
    (edit: (items: Drafts["items"]) => Drafts["items"]) =>
      client.setQueryData<Drafts>([draftsDoes, { where: { season, store } }], (known) =>
        known === undefined ? known : { items: edit(known.items) },
      ),
    [client, season, store],
  );
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const value = waiting.current;
    if (value === null) return;
    waiting.current = null;
    const body = { key, value: JSON.stringify(value) };
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
  const save = (value: Value) => {
    setTyped(value);
    if (!may) return;
    waiting.current = value;
    tellSaved({ kind: "saving" });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pauseMillis);
  };
  const drop = async () => {
    clearTimeout(timer.current);
    waiting.current = null;
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
