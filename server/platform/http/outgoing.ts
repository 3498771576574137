import { lookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** What a call out may be given. */
export interface OutgoingRequest {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Why a call out was not made, or not finished. */
export type OutgoingRefusal =
  | "not-https"
  | "private-address"
  | "unknown-host"
  | "too-large"
  | "timed-out"
  | "redirected-away"
  | "unreachable";

export type OutgoingFetch = (
  url: string,
  request?: OutgoingRequest,
) => Promise<{ ok: true; answer: OutgoingAnswer } | { ok: false; why: OutgoingRefusal }>;

const millisMax = 10_000;
const bytesMax = 10 * 2 ** 20;
const redirectsMax = 3;

/** Loopback, private, link-local, shared and reserved ranges (RFC 6890 and IANA's registries). */
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  inside.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 96],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  inside.addSubnet(net, bits, "ipv6");
}

class Refused extends Error {
  readonly why: OutgoingRefusal;

  constructor(why: OutgoingRefusal) {
    super(why);
    this.why = why;
  }
}

/**
 * Calls addresses that people gave, without letting them reach into our own network.
 *
 * A name is resolved once and the call goes to that very address, so it cannot change in between.
 * Hosts of the allow-list may also be private or plain http.
 */
export function outgoingFetch(allowedHosts: readonly string[]): OutgoingFetch {
  return async (url, request = {}) => {
    try {
      const answer = await follow(new URL(url), request, allowedHosts, redirectsMax);
      return { ok: true, answer };
    } catch (error) {
      return { ok: false, why: error instanceof Refused ? error.why : "unreachable" };
    }
  };
}

async function follow(
  url: URL,
  request: OutgoingRequest,
  allowedHosts: readonly string[],
  redirectsLeft: number,
): Promise<OutgoingAnswer> {
  const answer = await callOnce(url, request, allowedHosts);
  const target = answer.headers["location"];
  const isRedirect = [301, 302, 303, 307, 308].includes(answer.status) && target !== undefined;
  if (!isRedirect) return answer;
  const next = new URL(target, url);
  if (redirectsLeft === 0 || next.host !== url.host || next.protocol !== url.protocol) {
    throw new Refused("redirected-away");
  }
  const keepsMethod = answer.status === 307 || answer.status === 308;
  const again = keepsMethod ? request : { headers: request.headers ?? {} };
  return follow(next, again, allowedHosts, redirectsLeft - 1);
}

async function callOnce(url: URL, request: OutgoingRequest, allowedHosts: readonly string[]) {
  const isAllowed = allowedHosts.includes(url.hostname);
  if (url.protocol !== "https:" && !(isAllowed && url.protocol === "http:"))
    throw new Refused("not-https");
  const address = await resolve(url.hostname.replace(/^\[|\]$/g, ""));
  if (!isAllowed && isInside(address)) throw new Refused("private-address");
  return send(url, address, request);
}

async function resolve(host: string): Promise<string> {
  if (isIP(host) !== 0) return host;
  try {
    return (await lookup(host)).address;
  } catch {
    throw new Refused("unknown-host");
  }
}

export function isInside(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

function send(url: URL, address: string, request: OutgoingRequest): Promise<OutgoingAnswer> {
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((done, fail) => {
    const call = start(url, {
      method: request.method ?? "GET",
      headers: { ...request.headers },
      family: isIP(address),
      // Node asks for the name here; it gets the address that was checked.
      lookup: (_name, options, found) => {
        const family = isIP(address);
        if (options.all === true) found(null, [{ address, family }]);
        else found(null, address, family);
      },
      signal: AbortSignal.timeout(millisMax),
    });
    call.once("response", (response) => {
      read(response).then(done, fail);
    });
    call.once("error", (error) => {
      fail(
        error.name === "TimeoutError" || error.name === "AbortError"
          ? new Refused("timed-out")
          : error,
      );
    });
    call.end(request.body);
  });
}

async function read(response: IncomingMessage): Promise<OutgoingAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      response.destroy();
      throw new Refused("too-large");
    }
    chunks.push(chunk);
  }
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  );
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks) };
}
