import type { Does, EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf } from "@echelon/contract/platform/endpoint.ts";

export type Given = {
  readonly where?: Readonly<Record<string, string>>;
  readonly asks?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** A person's way to the server: keeps the cookie, survives the server being started again. */
export interface ApiClient {
  /** The answer, or a throw that names the refusal's code. */
  call<D extends Does>(does: D, given?: Given): Promise<AnswerOf<EndpointByDoes[D]>>;
  /** The server has another address now. */
  moveTo(url: string): void;
}

export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(does: string, status: number, code: string, detail: string) {
    super(`${does}: ${status} ${code} ${detail}`);
    this.status = status;
    this.code = code;
  }
}

export function createClient(first: string): ApiClient {
  let url = first;
  let cookie = "";
  return {
    moveTo(next) {
      url = next;
    },
    async call<D extends Does>(does: D, given: Given = {}) {
      const [method = "GET", path = ""] = does.split(" ");
      const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) =>
        encodeURIComponent(given.where?.[name] ?? ""),
      );
      const query = new URLSearchParams(given.asks).toString();
      const response = await fetch(`${url}/api${filled}${query === "" ? "" : `?${query}`}`, {
        method,
        headers: {
          origin: url,
          cookie,
          ...(given.body === undefined ? {} : { "content-type": "application/json" }),
        },
        body: given.body === undefined ? null : JSON.stringify(given.body),
        signal: AbortSignal.timeout(30_000),
      });
      const set = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
      if (set.length > 0) cookie = set.join("; ");
      const text = await response.text();
      const answer: unknown = text === "" ? undefined : JSON.parse(text);
      if (!response.ok) {
        const { code = "" } = (answer ?? {}) as { code?: string };
        throw new ApiRefusal(does, response.status, code, text.slice(0, 400));
      }
      return answer as AnswerOf<EndpointByDoes[D]>;
    },
  };
}
