import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useRef, useState } from "react";
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import { api, type Answer, RefusalError } from "../../../api/client.ts";
import { newId } from "../../../api/new-id.ts";
import { useAnswer } from "../../../api/query.ts";
import { tellSaved } from "../../../api/saved.ts";
import { usePlace } from "../../../frame/room.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { currencyOf } from "../market-currency.ts";
import { withCurrencies } from "./field-bounds.ts";

const decideDoes = "POST /practice/seasons/:season/stores/:store/decisions";
export type Wish = BodyOf<EndpointByDoes[typeof decideDoes]>["wishes"][number];
export type Projection =
  Answer<"POST /practice/seasons/:season/stores/:store/check">["items"][number];

export type TeamArea =
  Answer<"GET /practice/seasons/:season/stores/:store">["closedAreas"][number]["area"];

/** The area in which a part of a room decides; null where it is several or none. */
export const AreaShown = createContext<TeamArea | null>(null);

/** Where the room is: its season, its store, and the address of both. */
export function useStorePlace() {
  const season = useSeason();
  const store = usePlace("store");
  return { season, store, where: { season: season.id, store }, here: `/s/${season.id}/${store}` };
}

export function useStoreView() {
  const { where } = useStorePlace();
  return useAnswer("GET /practice/seasons/:season/stores/:store", { where }).data;
}

/** Whether the last day has closed: there is only to look back. */
export function useIsOver(): boolean {
  const { season } = useStorePlace();
  return season.state === "finished" || season.state === "archived" || season.day > season.days;
}

/** Whether something may be written here now; else the reason as a text key. */
export function useMayWrite(): { may: boolean; reason: string } {
  const { season } = useStorePlace();
  const view = useStoreView();
  const isOver = useIsOver();
  if (view?.mayDecide !== true) return { may: false, reason: "locked.notYours" };
  if (isOver) return { may: false, reason: "locked.finished" };
  if (season.isClosing) return { may: false, reason: "locked.closing" };
  if (season.state === "running" || season.state === "lobby") return { may: true, reason: "" };
  return { may: false, reason: "locked.notOpen" };
}

/**
 * Whether decisions can be handed in now, by this member in the area that is shown; else the reason
 * as a text key, with who may. What is typed is kept all the same: a team-mate may hand it in.
 */
export function useMayDecide(): { may: boolean; reason: string; who: string } {
  const area = useContext(AreaShown);
  const view = useStoreView();
  const { may, reason } = useMayWrite();
  const closed = view?.closedAreas.find((one) => one.area === area);
  if (!may || closed === undefined) return { may, reason, who: "" };
  return { may: false, reason: "locked.notYourRole", who: closed.who };
}

export type Decide = {
  /** @param drafts keys of the drafts that these wishes were made from: they go with them */
  decide: (
    wishes: readonly Wish[],
    drafts?: readonly string[],
  ) => Promise<Answer<typeof decideDoes> | null>;
  isPending: boolean;
  error: RefusalError | null;
  forget: () => void;
};

/** A request whose answer has not been heard: tried again, it keeps its key. */
type Unheard = { readonly asked: string; readonly key: string };

/**
 * Hands in decisions for the open day. While the answer to them is not heard, the same wishes keep
 * the same key, so that trying again never decides twice.
 */
export function useDecide(): Decide {
  const { season, where } = useStorePlace();
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<RefusalError | null>(null);
  const unheard = useRef<Unheard | null>(null);
  const { day } = season;
  useForgetWhenTyped(error, () => setError(null));
  const decide: Decide["decide"] = async (wishes, drafts = []) => {
    setPending(true);
    setError(null);
    tellSaved({ kind: "saving" });
    const asked = JSON.stringify([day, wishes]);
    const key = unheard.current?.asked === asked ? unheard.current.key : newId();
    unheard.current = { asked, key };
    try {
      const made = drafts.length === 0 ? {} : { drafts: [...drafts] };
      const body = { key, day, wishes: [...wishes], ...made };
      const answer = await sendTwice(() => api(decideDoes, { where, body }));
      unheard.current = null;
      tellSaved({ kind: "saved", at: answer.acceptedAt });
      await client.invalidateQueries({ predicate: ({ queryKey }) => isOfStore(queryKey[0]) });
      return answer;
    } catch (failure) {
      tellSaved({ kind: "not-saved" });
      const refusal = asRefusal(failure);
      if (refusal.code !== "platform/unreachable") unheard.current = null;
      setError(withCurrencies(refusal, wishes, (market) => currencyOf(season, market)));
      return null;
    } finally {
      setPending(false);
    }
  };
  return { decide, isPending, error, forget: () => setError(null) };
}

/** A "no" to what was typed says nothing about what is typed now. */
function useForgetWhenTyped(error: RefusalError | null, forget: () => void): void {
  const isOfTyped = error !== null && error.code !== "platform/unreachable";
  const latest = useRef(forget);
  useEffect(() => {
    latest.current = forget;
  });
  useEffect(() => {
    if (!isOfTyped) return undefined;
    const heard = () => latest.current();
    document.addEventListener("input", heard, { once: true });
    return () => document.removeEventListener("input", heard);
  }, [isOfTyped]);
}

const asRefusal = (failure: unknown): RefusalError =>
  failure instanceof RefusalError ? failure : new RefusalError("platform/unexpected", {}, "");

async function sendTwice<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (failure) {
    if (asRefusal(failure).code === "platform/unreachable") return send();
    throw failure;
  }
}

const isOfStore = (does: unknown) =>
  typeof does === "string" && does.startsWith("GET /practice/seasons/:season/stores/:store");
