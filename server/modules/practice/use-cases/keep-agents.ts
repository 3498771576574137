import {
  agentsPerSeasonMax,
  type AgentMade,
  type AgentView,
} from "@echelon/contract/practice/agents.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import type { PracticeMeans } from "../means.ts";
import { type AgentRow, insertAgent, readAgents, revokeRow } from "../store/agent-store.ts";
import { holdSeason } from "../store/season-store.ts";
import { readStore } from "../store/store-store.ts";
import { accessTo, findSeason, type SeasonAccess } from "./find-season.ts";
import { enterStore, freeNumber, whyNotEnter } from "./open-store.ts";
import { hashOf, makeToken } from "./read-agent.ts";

/** Whoever steers a season lets programs into it; a person does so in the own practice. */
const mayLetIn = ({ maySteer, row }: SeasonAccess) => maySteer || row.is_rehearsal;

/** A program gets a store with the same start as everybody's, and a token that is told once. */
export async function openAgent(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  name: string,
): Promise<Outcome<AgentMade>> {
  const opened = await means.database.transaction(async (tx) => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const access = await accessTo(tx, caller, row);
    if (!access.ok) return access;
    if (!mayLetIn(access.value)) return refuse({ code: "platform/not-allowed" });
    const closed = whyNotEnter(row);
    if (closed !== null) return refuse({ code: closed });
    const agents = await readAgents(tx, season);
    if (agents.length >= agentsPerSeasonMax)
      return refuse({ code: "practice/agents-full", facts: { max: agentsPerSeasonMax } });
    const free = await freeNumber(tx, season, name);
    if (!free.ok) return free;
    const store = free.value;
    const token = makeToken(season, store);
    const [agent, madeAt] = [means.newId(), means.clock.now()];
    const author = caller.person;
    const wish = { store, name, person: agent, isGuided: false, isAgent: true, author };
    await enterStore(means, tx, row, wish);
    await insertAgent(tx, {
      season_id: season,
      store,
      agent_id: agent,
      token_hash: hashOf(token),
      made_by: author,
      made_at: madeAt,
      last_used_at: null,
      revoked_at: null,
    });
    tx.announce(topic("roll", season));
    return ok({ store, name, madeAt, lastUsedAt: null, isRevoked: false, token });
  });
  if (!opened.ok) return opened;
  const names = await personNames(means.database, [caller.person]);
  return ok({ ...opened.value, madeBy: names.get(caller.person) ?? "" });
}

/** The programs of a season, for those who see every store. */
export async function listAgents(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<AgentView[]>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  if (!found.value.maySeeAll) return refuse({ code: "platform/not-allowed" });
  const agents = await readAgents(means.database, season);
  const makers = [...new Set(agents.map(({ made_by: maker }) => maker))];
  const names = await personNames(means.database, makers);
  return ok(agents.map((agent) => viewOf(agent, names.get(agent.made_by) ?? "")));
}

const viewOf = (agent: AgentRow, madeBy: string): AgentView => ({
  store: agent.store,
  name: agent.name,
  madeBy,
  madeAt: agent.made_at,
  lastUsedAt: agent.last_used_at,
  isRevoked: agent.revoked_at !== null,
});

/** From here on the token opens nothing. What the program put on sale stays on sale. */
export async function revokeAgent(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const found = await findSeason(tx, caller, season);
    if (!found.ok) return found;
    if (!mayLetIn(found.value)) return refuse({ code: "platform/not-allowed" });
    const isThere = await revokeRow(tx, season, store, means.clock.now());
    if (!isThere) return refuse({ code: "practice/no-such-store" });
    tx.announce(topic("roll", season));
    return ok();
  });
}

/** Where a program may trade, found by its token alone. */
export async function viewOwnAgent(
  means: PracticeMeans,
  { agent = "" }: Caller,
): Promise<Outcome<{ season: string; store: number; name: string }>> {
  const [season = "", number = ""] = agent.split(".");
  const store = await readStore(means.database, season, Number(number));
  if (store === undefined) return refuse({ code: "practice/no-such-store" });
  return ok({ season, store: store.store, name: store.name });
}
