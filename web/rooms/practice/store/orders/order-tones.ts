import type { Answer } from "../../../../api/client.ts";

type Orders = Answer<"GET /practice/seasons/:season/stores/:store/orders">;
type State = Orders["items"][number]["state"];

/** The badge of an order's state; its word always stands in it. */
export const orderTones: Readonly<Record<State, string>> = {
  sold: "badge",
  "on-the-way": "badge badge-accent",
  held: "badge badge-warn",
  delivered: "badge badge-good",
  refused: "badge badge-bad",
  lost: "badge badge-bad",
  returned: "badge badge-warn",
  destroyed: "badge badge-bad",
};
