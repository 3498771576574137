import type { Answer } from "../../../api/client.ts";

type Summary = Answer<"GET /practice/seasons">[number];
type Shown = Pick<Summary, "id" | "state" | "myStores">;

export type Place = {
  readonly to: string;
  /** What the button says. */
  readonly act: "open" | "enter" | "look";
  /** Why there is nothing to enter; null when there is. */
  readonly why: "notYet" | "tooLate" | null;
};

/** Where a student goes in a season: the own store, the page that opens one, or nowhere yet. */
export function placeInSeason({ id, state, myStores }: Shown): Place {
  const own = myStores[0];
  const isOver = state === "finished" || state === "archived";
  if (own !== undefined)
    return { to: `/s/${id}/${own.store}/today`, act: isOver ? "look" : "enter", why: null };
  const to = `/s/${id}`;
  if (isOver) return { to, act: "open", why: "tooLate" };
  if (state === "draft") return { to, act: "open", why: "notYet" };
  return { to, act: "open", why: null };
}

const order = ["running", "paused", "lobby", "preparing", "draft", "finished", "archived"];

/** What goes on comes first, what is over last. */
export function sortSeasons<S extends { readonly state: string }>(seasons: readonly S[]): S[] {
  return seasons.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
