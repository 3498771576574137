import type { Caller } from "../../../platform/http/caller.ts";
import type { FreshApp } from "../../../platform/testing/fresh-app.ts";

export interface Uploading {
  /** Null for somebody without an account. */
  readonly caller: Caller | null;
  readonly path: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Posts a file in a form, as a browser does, to a test's server that believes who calls. */
export async function upload({ app }: FreshApp, sending: Uploading) {
  const form = new FormData();
  for (const [name, value] of Object.entries(sending.fields ?? {})) form.set(name, value);
  form.set("file", new Blob([Buffer.from(sending.bytes)]), sending.fileName);
  const body = new Response(form);
  const answer = await app.fastify.inject({
    method: "POST",
    url: `/api${sending.path}`,
    headers: {
      origin: app.means.config.url,
      "content-type": body.headers.get("content-type") ?? "",
      ...(sending.caller === null
        ? {}
        : { cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(sending.caller))}` }),
    },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json(), code: answer.json().code ?? null };
}
