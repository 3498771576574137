import type { Does } from "@echelon/contract/endpoints.ts";
import type { Endpoint } from "@echelon/contract/platform/endpoint.ts";
import type { WireRequest } from "./ask-as.ts";
import { leastOf, wireSchema } from "./schema-values.ts";
import type { Things } from "./two-schools.ts";

/** A list that both a catalogue and a class can read, if only to say what is wrong with it. */
const list = new TextEncoder().encode("学号,姓名\r\n0099,李明轩\r\n");

/** Days that a season never has: who may close or rewind is told so, and nothing changes. */
const noSuchDay = 400;

/** Bodies where the least one would change what the other requests need. */
const bodies: Partial<Record<Does, (things: Things) => unknown>> = {
  "POST /join": () => ({ code: "22222222" }),
  // Weights sum to a hundred: the least of each do not.
  "PUT /assessment/classes/:class/gradebook/rules": () => ({
    revision: 0,
    rules: {
      weights: { outcome: 100, process: 0, reflection: 0, mentor: 0, exams: 0 },
      columns: [],
      usesPeers: false,
      seasonsLeftOut: [],
      passTenths: 600,
    },
  }),
  "POST /placement/rounds": ({ organisation }) => ({
    owner: organisation,
    name: "A round",
    kind: "internship",
    schools: [],
    after: null,
  }),
  // Any later step would change what the other requests need.
  "POST /placement/rounds/:round/step": () => ({ to: "final" }),
  "PUT /organisations/:organisation/people/:person/roles": () => ({ roles: ["student"] }),
  "POST /catalogs/:enterprise/publish": ({ product }) => ({ products: [product] }),
  "POST /catalogs/:enterprise/withdraw": ({ product }) => ({ products: [product] }),
  "POST /practice/seasons/:season/close": () => ({ day: noSuchDay }),
  "POST /practice/seasons/:season/rewind": () => ({ day: noSuchDay, reason: "a test" }),
  "POST /practice/seasons/:season/stores/:store/decisions": ({ sku }) => ({
    key: "01900000-0000-7000-8000-000000000002",
    day: noSuchDay,
    wishes: [{ kind: "drop-product", sku }],
  }),
};

/** The least request that an endpoint understands, about the given things. */
export function sampleRequest(endpoint: Endpoint, things: Things): WireRequest {
  const { does, where, asks, takes, uploads } = endpoint;
  const known: Readonly<Record<string, unknown>> = {
    ...things,
    school: things.organisation,
    scenario: "first-week",
    enterprises: [things.enterprise],
    // Of imports, pictures, orders and documents there is none; whose they would be is known.
    import: "01900000-0000-7000-8000-00000000000a",
    picture: "0".repeat(64),
    order: "1-1-1",
    document: "1",
  };
  const filled = (shape: Endpoint["where"]) =>
    shape === undefined
      ? {}
      : // A query's day is text on the wire, and the season has no more than 400.
        (leastOf(wireSchema(shape), { ...known, day: "1" }) as Record<string, string>);
  const own = bodies[does as Does];
  return {
    where: filled(where),
    asks: filled(asks),
    body:
      own !== undefined
        ? own(things)
        : takes === undefined
          ? undefined
          : leastOf(wireSchema(takes), known),
    ...(uploads === undefined
      ? {}
      : { file: { field: uploads.field, name: "list.csv", bytes: list } }),
  };
}
