import { networkInterfaces } from "node:os";
import type { FastifyRequest } from "fastify";
import { agentToken } from "./agent-token.ts";

export interface Address {
  readonly host: string;
  readonly port: number;
  /** The public origin, such as `https://echelon.example`. */
  readonly url: string;
}

/**
 * The origins from which a browser may change something: the public one, and for a server that
 * listens on all interfaces each address of this computer, because a lab reaches it by address.
 */
export function trustedOrigins(at: Address): string[] {
  const origins = new Set([new URL(at.url).origin]);
  const isLoopback = ["127.0.0.1", "localhost", "::1"].includes(at.host);
  const isEverywhere = ["0.0.0.0", "::"].includes(at.host);
  if (isLoopback || isEverywhere) {
    for (const name of ["127.0.0.1", "localhost", "[::1]"])
      origins.add(`http://${name}:${at.port}`);
  }
  if (isEverywhere) {
    for (const { address, family } of Object.values(networkInterfaces()).flatMap(
      (list) => list ?? [],
    )) {
      origins.add(`http://${family === "IPv6" ? `[${address}]` : address}:${at.port}`);
    }
  }
  return [...origins];
}

/**
 * Whether a request that changes something comes from a page of ours. A program comes from no page:
 * its token is no cookie that a browser would add by itself, and beside it no cookie counts.
 */
export function isFromHere(request: FastifyRequest, origins: () => readonly string[]): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  if (request.headers["sec-fetch-site"] === "cross-site") return false;
  const { origin, authorization } = request.headers;
  if (origin === undefined) return agentToken(authorization) !== null;
  return origins().includes(origin);
}
