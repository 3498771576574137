import { appeals } from "./assessment/appeal-endpoints.ts";
import { assessment } from "./assessment/endpoints.ts";
import { signing } from "./assessment/signing-endpoints.ts";
import { credentials } from "./exchange/credential-endpoints.ts";
import { exchange } from "./exchange/endpoints.ts";
import { identity } from "./identity/endpoints.ts";
import type { Endpoint } from "./platform/endpoint.ts";
import { platform } from "./platform/endpoints.ts";
import { placement } from "./placement/endpoints.ts";
import { planning } from "./planning/endpoints.ts";
import { practice } from "./practice/endpoints.ts";
import { teaching } from "./teaching/endpoints.ts";

/** Every endpoint of the house, by module. One line a module. */
export const endpoints = {
  platform,
  identity,
  teaching,
  exchange,
  credentials,
  practice,
  assessment,
  signing,
  appeals,
  planning,
  placement,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;

type Tables = typeof endpoints;
type EndpointOf<Table> = Table[keyof Table];
type Every = { [Module in keyof Tables]: EndpointOf<Tables[Module]> }[keyof Tables];

/** The web client looks its types up here, by what the endpoint does. */
export type EndpointByDoes = { [E in Every as E extends Endpoint ? E["does"] : never]: E };
export type Does = keyof EndpointByDoes;
