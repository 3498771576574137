import type { Does, EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf } from "@echelon/contract/platform/endpoint.ts";

export type Given = {
  readonly where?: Readonly<Record<string, string>>;
  readonly asks?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type RawAnswer = {
  readonly status: number;
  /** The refusal's code; empty when it is none. */
  readonly code: string;
  /** JSON as it came, else the text. */
  readonly body: unknown;
};

/** A person's way to the server: keeps the cookie, survives the server being started again. */
export interface ApiClient {
  /** The answer, or a throw that names the refusal's code. */
  call<D extends Does>(does: D, given?: Given): Promise<AnswerOf<EndpointByDoes[D]>>;
  /** Whatever the server says, refusals too. */
  ask(does: string, given?: Given): Promise<RawAnswer>;
  /** The server has another address now. */
  moveTo(url: string): void;
  /** Where the server is, and the cookie by which it knows the person. */
  seat(): { readonly url: string; readonly cookie: string };
}

export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(does: string, { status, code, body }: RawAnswer) {
    super(`${does}: ${status} ${code} ${JSON.stringify(body).slice(0, 400)}`);
    this.status = status;
    this.code = code;
  }
}

const answerMsMax = 30_000;

export function createClient(first: string): ApiClient {
  let url = first;
  let cookie = "";
  const ask = async (does: string, given: Given = {}): Promise<RawAnswer> => {
    const [method = "GET"] = does.split(" ");
    const response = await fetch(`${url}/api${pathOf(does, given)}`, {
      method,
      headers: {
        origin: url,
        cookie,
        ...(given.body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: given.body === undefined ? null : JSON.stringify(given.body),
      signal: AbortSignal.timeout(answerMsMax),
    });
    const set = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const body: unknown = isJson ? JSON.parse(text) : text;
    const code = response.ok ? "" : ((body as { code?: string }).code ?? "");
    return { status: response.status, code, body };
  };
  return {
    ask,
    async call<D extends Does>(does: D, given: Given = {}) {
      const answer = await ask(does, given);
      if (answer.status >= 400) throw new ApiRefusal(does, answer);
      return answer.body as AnswerOf<EndpointByDoes[D]>;
    },
    moveTo(next) {
      url = next;
    },
    seat: () => ({ url, cookie }),
  };
}

/** The path below `/api` with its parameters filled in and its query. */
export function pathOf(does: string, { where = {}, asks = {} }: Given): string {
  const [, path = ""] = does.split(" ");
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(where[name] ?? ""),
  );
  const query = new URLSearchParams(asks).toString();
  return query === "" ? filled : `${filled}?${query}`;
}
