import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { endpoints } from "@echelon/contract/endpoints.ts";
import type { Endpoint } from "@echelon/contract/platform/endpoint.ts";
import { askAs, credentialsOf, type WireRequest } from "./ask-as.ts";
import { sampleRequest } from "./permission-requests.ts";
import {
  answersBeside,
  besideContract,
  listening,
  openToItsToken,
  permissions,
} from "./permissions.ts";
import { mountedRoutes } from "./mounted-routes.ts";
import { openStream } from "./live-stream.ts";
import { type Chair, chairs, openTwoSchools, type Things, type TwoSchools } from "./two-schools.ts";

const all: readonly Endpoint[] = Object.values(endpoints).flatMap((table) => Object.values(table));

/** How the house says "not yours": as if the thing did not exist, or that the role may not. */
const denials = new Set([
  "platform/not-signed-in",
  "platform/not-allowed",
  "identity/no-such-organisation",
  "identity/no-such-person",
  "teaching/no-such-class",
  "teaching/no-such-school",
  "exchange/no-such-catalog",
  "practice/no-such-class",
  "practice/no-such-season",
  "practice/no-such-store",
  "assessment/no-such-person",
  "placement/no-such-round",
  "placement/no-such-place",
  "placement/not-yours-to-run",
  "placement/not-your-place",
]);

suite("permissions", () => {
  let world: TwoSchools;
  before(async () => {
    world = await openTwoSchools();
  });
  after(() => world.house.stop());

  /** Whether the chair gets past the door, whatever is then said of the request itself. */
  const isAdmitted = async (chair: Chair, { does }: Endpoint, request: WireRequest) => {
    const { status, code } = await askAs(world.house, world.people[chair], does, request);
    assert.ok(status < 500, `${does} as ${chair}: ${status} ${code}`);
    return code === null || !denials.has(code);
  };
  const admitted = async (endpoint: Endpoint, request: WireRequest): Promise<string> => {
    // Who asks for much work is held back after ten times; that is not what is asked here.
    await world.house.fresh.owner.pool.query("truncate platform.bucket");
    const names: Chair[] = [];
    for (const chair of chairs) if (await isAdmitted(chair, endpoint, request)) names.push(chair);
    return shortened(names.join(" "));
  };

  test("are those of the table, for every route, at home and elsewhere", async () => {
    const seen: Record<string, string> = {};
    for (const endpoint of all.toSorted((a, b) => endsThings(a) - endsThings(b))) {
      const request = sampleRequest(endpoint, world.own);
      const foreign = sampleRequest(endpoint, world.foreign);
      const own = await admitted(endpoint, request);
      const isOfThings = JSON.stringify(request) !== JSON.stringify(foreign);
      const elsewhere = isOfThings ? await admitted(endpoint, foreign) : "";
      seen[endpoint.does] = elsewhere === "" ? own : `${own}; elsewhere ${elsewhere}`;
    }
    assert.deepEqual(seen, permissions);
  });

  test("are asked of every route that answers, beside few that are public by design", async () => {
    const { fastify } = world.house.app;
    const ofContract = new Set(all.map(({ does }) => does.replace(" /", " /api/")));
    const beside = mountedRoutes(world.house.app).filter((one) => !ofContract.has(one));
    assert.deepEqual(beside.toSorted(), Object.keys(besideContract).toSorted());
    assert.equal(mountedRoutes(world.house.app).length, all.length + beside.length);
    for (const [does, who] of Object.entries(besideContract)) {
      const url = does.slice("GET ".length).replace("*", "CFDocuments");
      const { statusCode } = await fastify.inject({ method: "GET", url });
      assert.equal(statusCode, answersBeside[who], does);
    }
  });

  test("of a program are the table's at its own store, and nothing beside it", async () => {
    const open: string[] = [];
    for (const endpoint of all.toSorted((a, b) => endsThings(a) - endsThings(b))) {
      await world.house.fresh.owner.pool.query("truncate platform.bucket");
      const request = sampleRequest(endpoint, world.ofAgent);
      if (await isAdmitted("agent", endpoint, request)) open.push(endpoint.does);
    }
    assert.deepEqual(open.toSorted(), openToItsToken.toSorted());
    const said = all.filter(({ agents }) => agents === true).map(({ does }) => does);
    assert.deepEqual(said.toSorted(), openToItsToken.toSorted(), "what the contract says");
  });

  test("do not reach through one's own thing to a part of a foreign one", async () => {
    const { own, foreign } = world;
    const mixed = { ...foreign, organisation: own.organisation, class: own.class };
    const things: Things = { ...mixed, enterprise: own.enterprise, season: own.season };
    const nested = /:(organisation|class|enterprise)\/.*:(person|code|product)/;
    for (const endpoint of all.filter(({ does }) => nested.test(does))) {
      for (const chair of chairs.filter((name) => name !== "operator")) {
        const request = sampleRequest(endpoint, { ...things, store: own.store });
        const person = world.people[chair];
        const { status } = await askAs(world.house, person, endpoint.does, request);
        assert.ok(status >= 400, `${endpoint.does} as ${chair}: ${status}`);
      }
    }
  });

  test("to listen are those to look", async () => {
    const { own, foreign, ofAgent, house } = world;
    const url = await house.app.listen();
    const mayListen = async (chair: Chair, topic: string) => {
      const stream = await openStream(url, credentialsOf(world.people[chair]), [topic]);
      stream?.close();
      return stream !== null;
    };
    const heard: Record<string, string> = {};
    for (const [place, { season, store, class: group }] of Object.entries({
      own,
      foreign,
      ofAgent,
    })) {
      for (const topic of [
        `season:${season}`,
        `roll:${season}`,
        `store:${season}.${store}`,
        `class:${group}`,
      ]) {
        const names: Chair[] = [];
        for (const chair of chairs) if (await mayListen(chair, topic)) names.push(chair);
        heard[`${place} ${topic.split(":")[0]}`] = names.join(" ");
      }
    }
    assert.deepEqual(heard, listening);
  });
});

/** What ends a season or a membership comes last: the other requests need them. */
const endsThings = ({ does }: Endpoint) =>
  Number(does.endsWith("/finish") || does.startsWith("DELETE"));

const persons = chairs.filter((chair) => chair !== "agent");
const everyone = persons.join(" ");
const signedIn = persons.slice(1).join(" ");

function shortened(names: string): string {
  if (names === everyone) return "everyone";
  return names === signedIn ? "signed-in" : names;
}
