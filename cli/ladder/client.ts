import type { Does, EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf, BodyOf, PathOf, QueryOf } from "@echelon/contract/platform/endpoint.ts";
import type { Facts } from "@echelon/contract/platform/outcome.ts";
import type { Problem } from "@echelon/contract/platform/problem.ts";

type Given<Name extends string, Value> = [Value] extends [undefined]
  ? object
  : { readonly [K in Name]: Value };

export type RequestOf<D extends Does> = Given<"where", PathOf<EndpointByDoes[D]>> &
  Partial<Given<"asks", QueryOf<EndpointByDoes[D]>>> &
  Given<"body", BodyOf<EndpointByDoes[D]>>;

export type AnswerTo<D extends Does> = AnswerOf<EndpointByDoes[D]>;

/** The server said no. */
export class RefusedError extends Error {
  readonly code: string;
  readonly facts: Facts;

  constructor(does: string, code: string, facts: Facts) {
    super(`${does}: ${code}`);
    this.code = code;
    this.facts = facts;
  }
}

/** A program's way to the server: every endpoint by what it does, typed by the contract. */
export type Client = <D extends Does>(does: D, given: RequestOf<D>) => Promise<AnswerTo<D>>;

type Loose = { where?: Record<string, string>; asks?: Record<string, string>; body?: unknown };

const waitsMax = 20;

/**
 * A client that waits as long as the server says when it has asked too often.
 *
 * @throws RefusedError from each call that is refused for another reason
 */
export function createClient(url: string, token: string): Client {
  return async (does, given) => {
    const { where = {}, asks = {}, body } = given as Loose;
    const [method = "GET", path = ""] = does.split(" ");
    const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) =>
      encodeURIComponent(where[name] ?? ""),
    );
    const query = new URLSearchParams(asks).toString();
    for (let wait = 0; ; wait += 1) {
      const response = await fetch(`${url}/api${filled}${query === "" ? "" : `?${query}`}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (response.ok)
        return (response.status === 204 ? undefined : await response.json()) as never;
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      const problem = (await response.json()) as Problem;
      if (Number.isNaN(seconds) || wait >= waitsMax)
        throw new RefusedError(does, problem.code, problem.facts);
      await new Promise((done) => setTimeout(done, seconds * 1000));
    }
  };
}
