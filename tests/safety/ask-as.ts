import type { FreshApp } from "@echelon/server/main.ts";
import { pathOf } from "./api-client.ts";

/** A request to any route, in the forms that the wire has; a file makes it a form. */
export type WireRequest = {
  readonly where?: Readonly<Record<string, string>>;
  readonly asks?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly file?: { readonly field: string; readonly name: string; readonly bytes: Uint8Array };
};

export type WireAnswer = {
  readonly status: number;
  /** The refusal's code; null when it is none. */
  readonly code: string | null;
  readonly text: string;
};

/** Asks a house that believes who calls, as somebody or as nobody, whatever the types would say. */
export async function askAs(
  { app }: FreshApp,
  person: unknown,
  does: string,
  request: WireRequest,
): Promise<WireAnswer> {
  const [method = "GET"] = does.split(" ");
  const { type, payload } = await payloadOf(request);
  const answer = await app.fastify.inject({
    method: method as "GET",
    url: `/api${pathOf(does, request)}`,
    headers: {
      origin: app.means.config.url,
      ...(type === null ? {} : { "content-type": type }),
      ...credentialsOf(person),
    },
    ...(payload === null ? {} : { payload }),
  });
  const isProblem = String(answer.headers["content-type"]).includes("problem+json");
  const code = isProblem ? (answer.json() as { code: string }).code : null;
  return { status: answer.statusCode, code, text: answer.body };
}

/** People are believed by their cookie; a program has its token. */
export function credentialsOf(person: unknown): Readonly<Record<string, string>> {
  if (person === null) return {};
  const { token } = person as { token?: string };
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  return { cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(person))}` };
}

async function payloadOf({ body, file }: WireRequest) {
  if (file !== undefined) {
    const form = new FormData();
    for (const [name, value] of Object.entries(body ?? {})) form.set(name, String(value));
    form.set(file.field, new Blob([Buffer.from(file.bytes)]), file.name);
    const whole = new Response(form);
    const type = whole.headers.get("content-type");
    return { type, payload: Buffer.from(await whole.arrayBuffer()) };
  }
  if (body === undefined) return { type: null, payload: null };
  return { type: "application/json", payload: JSON.stringify(body) };
}
