import { type Gate, permission } from "../../platform/http/caller.ts";
import type { Means } from "../../platform/module.ts";
import { tokenOf } from "./cookie.ts";
import { readCaller } from "./store/session-store.ts";

/** Says who calls, with one query. It never extends a session: `GET /session` does. */
export function sessionGate({ config, secrets, database, clock }: Means): Gate {
  return {
    async authenticate({ cookie }) {
      const token = tokenOf(config, secrets.root, cookie);
      if (token === null) return null;
      return database.reading((sql) => readCaller(sql, token, clock.now()));
    },
    operates: permission("operate", ({ roles }) => roles.some(({ role }) => role === "operator")),
  };
}
