import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import fc, { type Arbitrary } from "fast-check";
import { endpoints } from "@echelon/contract/endpoints.ts";
import type { Endpoint } from "@echelon/contract/platform/endpoint.ts";
import { askAs, type WireRequest } from "./ask-as.ts";
import { markReader } from "./database-mark.ts";
import { permissions } from "./permissions.ts";
import { sized } from "./run-length.ts";
import { valuesOf, wireSchema } from "./schema-values.ts";
import { oddCursors, oddFiles, spoil, spoilings } from "./spoiling.ts";
import { type Chair, openTwoSchools, type TwoSchools } from "./two-schools.ts";

const runs = sized(40, 2_000);
/** A route that is slow by nature (it hashes, it makes a season) is asked less often. */
const routeMs = sized(350, 20_000);
const answerMsMax = 10_000;

const all: readonly Endpoint[] = Object.values(endpoints).flatMap((table) => Object.values(table));

/** What ends, closes or empties something comes last, so that the others meet things alive. */
const late = [
  /\/pause$|\/start$|\/withdraw$/,
  /PATCH \/(classes|organisations)|roles$/,
  /^DELETE|finish$/,
];
const lateness = ({ does }: Endpoint) => late.findIndex((pattern) => pattern.test(does));

suite("whatever is sent to a route", () => {
  let world: TwoSchools;
  let readMark: () => Promise<string>;
  const bugs: string[] = [];
  before(async () => {
    world = await openTwoSchools({ bug: (cause) => void bugs.push(cause) });
    // How often one may ask is held elsewhere.
    world.house.app.means.limits.take = async () => ({ isAdmitted: true });
    readMark = await markReader(world.house.fresh.owner.pool);
  });
  after(() => world.house.stop());

  /** The request, from somebody who may; half of the things it names are there. */
  const requests = (endpoint: Endpoint): Arbitrary<WireRequest> => {
    const { own, foreign } = world;
    const names = Object.keys(own) as (keyof typeof own)[];
    const known: Record<string, Arbitrary<unknown>> = Object.fromEntries(
      names.map((name) => [name, fc.constantFrom(own[name], own[name], own[name], foreign[name])]),
    );
    known["school"] = known["organisation"]!;
    known["enterprises"] = fc.constant([own.enterprise]);
    known["after"] = fc.constantFrom(...oddCursors);
    known["scenario"] = fc.constantFrom("first-week", "no-such");
    const part = (shape: Endpoint["takes"]) =>
      shape === undefined ? fc.constant(undefined) : valuesOf(wireSchema(shape), known);
    return fc
      .record({
        where: part(endpoint.where),
        asks: part(endpoint.asks),
        body: part(endpoint.takes),
        file:
          endpoint.uploads === undefined ? fc.constant(undefined) : files(endpoint.uploads.field),
        spoiling: fc.option(spoilings, { freq: 2 }),
      })
      .map(({ spoiling, file, ...request }) => ({
        ...wired(endpoint, spoiling === null ? request : spoil(request, spoiling)),
        ...(file === undefined ? {} : { file }),
      }));
  };

  const ask = async (endpoint: Endpoint, request: WireRequest, mark: string): Promise<string> => {
    const chair = permissions[endpoint.does]!.split(/[ ;]/)[0] as Chair;
    const begun = performance.now();
    const answer = await askAs(world.house, world.people[chair] ?? null, endpoint.does, request);
    const took = performance.now() - begun;
    const said = `${endpoint.does} ${JSON.stringify(request).slice(0, 2_000)}: ${answer.status}`;
    assert.ok(answer.status < 500, `${said} ${bugs.splice(0).join("\n")}`);
    assert.ok(took < answerMsMax, `${said} after ${took} ms`);
    if (!isSound(endpoint, request)) assert.ok(answer.status >= 400, `${said} though malformed`);
    if (endpoint.does.startsWith("GET")) return mark;
    const next = await readMark();
    if (answer.status >= 400) assert.equal(next, mark, `${said} left something behind`);
    return next;
  };

  for (const endpoint of all.toSorted((a, b) => lateness(a) - lateness(b))) {
    test(`${endpoint.does} answers or refuses, and a refusal leaves nothing`, async () => {
      let mark = await readMark();
      const end = performance.now() + routeMs;
      const property = fc.asyncProperty(requests(endpoint), async (request) => {
        if (performance.now() < end) mark = await ask(endpoint, request, mark);
      });
      await fc.assert(property, { numRuns: runs, endOnFailure: true });
    });
  }
});

const files = (field: string) =>
  fc.record({
    field: fc.constantFrom(field, field, field, "other"),
    name: fc.constantFrom(
      "list.csv",
      "名单.xlsx",
      "a.xlsm",
      "../../x.csv",
      "x".repeat(300),
      ".csv",
    ),
    bytes: fc.constantFrom(...oddFiles),
  });

/** Whatever came out, as a request carries it: all but JSON is text, and a path has no more. */
function wired({ does, uploads }: Endpoint, request: unknown): WireRequest {
  const { where, asks, body } = (request ?? {}) as Record<string, unknown>;
  return {
    where: Object.fromEntries(texts(where).filter(([name]) => does.includes(`:${name}`))),
    asks: Object.fromEntries(texts(asks)),
    ...(uploads !== undefined ? { body: Object.fromEntries(texts(body)) } : {}),
    ...(uploads === undefined && body !== undefined ? { body } : {}),
  };
}

/** Fields of a form or a query: more than a server takes, few enough to be laid out in no time. */
const fieldsMax = 1_000;

function texts(part: unknown): [string, string][] {
  return Object.entries((part ?? {}) as object)
    .slice(0, fieldsMax)
    .map(([name, value]) => [
      name,
      (typeof value === "string" ? value : JSON.stringify(value)).toWellFormed().slice(0, 4_000),
    ]);
}

function isSound({ where, asks, takes }: Endpoint, request: WireRequest): boolean {
  const fits = (shape: Endpoint["takes"], value: unknown) =>
    shape === undefined || shape.safeDecode(value as never).success;
  return fits(where, request.where) && fits(asks, request.asks) && fits(takes, request.body);
}
