import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LightMyRequestResponse } from "fastify";
import type { Does, EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf, BodyOf, PathOf, QueryOf } from "@echelon/contract/platform/endpoint.ts";
import type { Problem } from "@echelon/contract/platform/problem.ts";
import { type App, createApp } from "../../app.ts";
import { type Config, readConfig } from "../../config.ts";
import { modules as allModules } from "../../modules.ts";
import { type Clock, manualClock } from "../clock/clock.ts";
import { type Caller, closedGate, type Gate, type Knock, permission } from "../http/caller.ts";
import { type Log, silentLog } from "../log/log.ts";
import type { Module } from "../module.ts";
import { type FreshDatabase, freshDatabase } from "./fresh-database.ts";
import { runJobs } from "./run-jobs.ts";

/** What a test's server answered: `body` is the answer, or the problem when `status` is ≥ 400. */
export interface TestAnswer<Answer> {
  readonly status: number;
  readonly body: Answer;
  /** The refusal's code, or null. */
  readonly code: string | null;
  readonly problem: Problem | null;
  readonly raw: LightMyRequestResponse;
}

type Part<Name extends string, Value> = undefined extends Value
  ? object
  : { readonly [N in Name]: Value };

/** The parts of a request that the endpoint has, in wire form. */
export type TestRequest<E> = Part<"where", PathOf<E>> &
  Part<"body", BodyOf<E>> &
  AskedOf<QueryOf<E>>;
type AskedOf<Query> = undefined extends Query ? object : { readonly asks?: Query };

export interface FreshApp {
  readonly app: App;
  readonly fresh: FreshDatabase;
  /** Calls an endpoint of the contract as somebody, or as nobody. */
  call<D extends Does>(
    caller: Caller | null,
    does: D,
    request?: TestRequest<EndpointByDoes[D]>,
  ): Promise<TestAnswer<AnswerOf<EndpointByDoes[D]>>>;
  /** Does all jobs that wait, in this process, and those that these make; throws what one threw. */
  runJobs(): Promise<void>;
  stop(): Promise<void>;
}

export interface FreshAppOptions {
  readonly modules?: readonly Module[];
  readonly clock?: Clock;
  /** Signs callers in by their cookies, as in production, instead of believing the test. */
  readonly isRealGate?: boolean;
  readonly config?: Partial<Config>;
  /** The built web app, for a browser. */
  readonly webFolder?: string;
  /** Hears of bugs; usually nobody does, and the answer only says that there was one. */
  readonly log?: Log;
}

const testCaller = "x-test-caller";

/**
 * The whole server on a fresh database, without a socket.
 *
 * @example const { body } = await house.call(student, "POST /practice/stores", { body: wish });
 */
export async function freshApp(options: FreshAppOptions = {}): Promise<FreshApp> {
  const modules = options.modules ?? allModules;
  const fresh = await freshDatabase(modules);
  const home = mkdtempSync(join(tmpdir(), "echelon-app-"));
  const app = await createApp({
    config: {
      ...readConfig({ ECHELON_HOME: home, ECHELON_DEMO_DAYS: "0" }, home),
      ...options.config,
    },
    at: fresh.at,
    log: options.log ?? silentLog,
    modules,
    clock: options.clock ?? manualClock(new Date("2026-03-02T08:00:00Z")),
    isStrict: true,
    // The test works in the same loop: how late that runs says nothing about the server.
    lagMillisMax: Number.POSITIVE_INFINITY,
    poolSize: 8,
    ...(options.webFolder === undefined ? {} : { webFolder: options.webFolder }),
    ...(options.isRealGate === true ? {} : { gate: believingGate }),
  });
  return {
    app,
    fresh,
    async call(caller, does, request) {
      const raw = await inject(app, caller, does, (request ?? {}) as LooseRequest);
      const isJson = String(raw.headers["content-type"]).includes("json");
      const body = isJson ? raw.json() : raw.body;
      const problem = raw.statusCode >= 400 ? (body as Problem) : null;
      return { status: raw.statusCode, body, code: problem?.code ?? null, problem, raw };
    },
    runJobs: () => runJobs(app.house, fresh.at),
    async stop() {
      await app.stop();
      await fresh.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Believes the caller that `call` writes into the cookie. */
const believingGate: Gate = {
  ...closedGate,
  async authenticate({ cookie }: Knock) {
    const [, written] = (cookie ?? "").split(`${testCaller}=`);
    return written === undefined ? null : (JSON.parse(decodeURIComponent(written)) as Caller);
  },
  operates: permission("operate", (caller) => caller.roles.some(({ role }) => role === "operator")),
};

interface LooseRequest {
  readonly where?: Readonly<Record<string, string>>;
  readonly asks?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function inject(app: App, caller: Caller | null, does: string, request: LooseRequest) {
  const [method = "GET", path = ""] = does.split(" ");
  const { where = {}, asks = {}, body } = request;
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(where[name])),
  );
  return app.fastify.inject({
    method: method as "GET",
    url: `/api${filled}`,
    query: { ...asks },
    headers: {
      origin: app.means.config.url,
      ...(caller === null
        ? {}
        : { cookie: `${testCaller}=${encodeURIComponent(JSON.stringify(caller))}` }),
    },
    ...(body === undefined ? {} : { payload: body as object }),
  });
}
