import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { tellSaved } from "../../../api/saved.ts";
import { useMayDecide, useStorePlace } from "./use-store.ts";

const pauseMillis = 600;
const draftsDoes = "GET /practice/seasons/:season/stores/:store/drafts";

/**
 * What is typed and not handed in, kept on the server a moment after each change, so that a closed
 * browser loses nothing. `settled` is false until the server has said whether there is a draft.
 */
export function useDraft<Value>(key: string): {
  draft: Value | null;
  settled: boolean;
  save: (value: Value) => void;
  drop: () => Promise<void>;
} {
  const { where } = useStorePlace();
  const { may } = useMayDecide();
  const client = useQueryClient();
  const answer = useAnswer(draftsDoes, { where });
  const [typed, setTyped] = useState<Value | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const kept = answer.data?.items.find((one) => one.key === key);
  const save = (value: Value) => {
    setTyped(value);
    if (!may) return;
    clearTimeout(timer.current);
    tellSaved({ kind: "saving" });
    timer.current = setTimeout(() => {
      const body = { key, value: JSON.stringify(value) };
      api("PUT /practice/seasons/:season/stores/:store/drafts", { where, body }).then(
        ({ savedAt }) => tellSaved({ kind: "saved", at: savedAt }),
        () => tellSaved({ kind: "not-saved" }),
      );
    }, pauseMillis);
  };
  const drop = async () => {
    clearTimeout(timer.current);
    setTyped(null);
    await api("POST /practice/seasons/:season/stores/:store/drafts/drop", { where, body: { key } });
    await client.invalidateQueries({ queryKey: [draftsDoes] });
  };
  const stored = kept === undefined ? null : (JSON.parse(kept.value) as Value);
  return {
    draft: typed ?? stored,
    settled: answer.data !== undefined || answer.error !== null,
    save,
    drop,
  };
}
