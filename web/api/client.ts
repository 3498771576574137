import type { Does, EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf, BodyOf, PathOf, QueryOf } from "@echelon/contract/platform/endpoint.ts";
import type { Facts } from "@echelon/contract/platform/outcome.ts";
import type { RefusalCode } from "@echelon/contract/refusals.ts";

type Given<Name extends string, Value> = [Value] extends [undefined]
  ? object
  : { [K in Name]: Value };

/** What a call of this endpoint must be given: nothing that it does not declare. */
export type ArgumentsOf<D extends Does> = Given<"where", PathOf<EndpointByDoes[D]>> &
  Partial<Given<"asks", QueryOf<EndpointByDoes[D]>>> &
  Given<"body", BodyOf<EndpointByDoes[D]>> &
  Uploaded<EndpointByDoes[D]>;

/** Every endpoint that takes a file calls its field so. */
const fileField = "file";
type Uploaded<E> = E extends { uploads: { field: typeof fileField } } ? { file: File } : object;

export type Answer<D extends Does> = AnswerOf<EndpointByDoes[D]>;

/** The server said no, or could not be reached: `platform/unreachable` is this side's own code. */
export class RefusalError extends Error {
  readonly code: RefusalCode | "platform/unreachable";
  readonly facts: Facts;
  readonly trace: string;

  constructor(code: RefusalCode | "platform/unreachable", facts: Facts, trace: string) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.trace = trace;
  }
}

type Loose = {
  where?: Record<string, string>;
  asks?: Record<string, string | undefined>;
  body?: unknown;
  file?: File;
};

/** Method and address of a call; path parameters are encoded. */
export function addressOf(does: string, given: Loose): { method: string; url: string } {
  const [method = "GET", path = "/"] = does.split(" ");
  const filled = path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(given.where?.[name] ?? ""),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given.asks ?? {})) {
    if (value !== undefined && value !== "") query.set(name, value);
  }
  const asked = query.toString();
  return { method, url: `/api${filled}${asked ? `?${asked}` : ""}` };
}

/** JSON, or a form when a file goes along: its other fields are text. */
function payloadOf({ body, file }: Loose): Pick<RequestInit, "headers" | "body"> {
  if (file !== undefined) {
    const form = new FormData();
    const fields = (body ?? {}) as Record<string, string | undefined>;
    for (const [name, value] of Object.entries(fields))
      if (value !== undefined) form.append(name, value);
    form.append(fileField, file, file.name);
    return { body: form };
  }
  if (body === undefined) return {};
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

let prepare: (code: string) => Promise<void> = async () => {};

/** What is done before a refusal reaches whoever asked: its sentence is fetched. */
export function beforeRefusing(first: typeof prepare): void {
  prepare = first;
}

async function refusalOf(response: Response): Promise<RefusalError> {
  const problem: unknown = await response.json().catch(() => null);
  const { code, facts, trace } = (problem ?? {}) as {
    code?: RefusalCode;
    facts?: Facts;
    trace?: string;
  };
  // Without its sentence it is told as something unexpected, with its number.
  if (code !== undefined) await prepare(code).catch(() => {});
  return new RefusalError(code ?? "platform/unexpected", facts ?? {}, trace ?? "");
}

/**
 * What stands at an address of the server.
 *
 * @throws RefusalError with the catalogue's code when the answer is no
 */
export async function answered(url: string, asks?: RequestInit): Promise<Response> {
  const response = await fetch(url, asks).catch(() => {
    throw new RefusalError("platform/unreachable", {}, "");
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/**
 * Calls an endpoint by what it does. Types come from the contract's table; nothing is generated and
 * no schema reaches the bundle.
 *
 * @throws RefusalError with the catalogue's code when the answer is no
 */
export async function api<D extends Does>(does: D, given: ArgumentsOf<D>): Promise<Answer<D>> {
  const loose = given as Loose;
  const { method, url } = addressOf(does, loose);
  const response = await answered(url, {
    method,
    credentials: "same-origin",
    ...payloadOf(loose),
  });
  if (response.status === 204) return undefined as Answer<D>;
  const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
  return (isJson ? await response.json() : await response.blob()) as Answer<D>;
}
