import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { ApiClient } from "./api-client.ts";

export type Wish = BodyOf<
  EndpointByDoes["POST /practice/seasons/:season/stores/:store/decisions"]
>["wishes"][number];

/** Who chooses: a person with a store, by place in the class. */
export type Chooser = {
  readonly client: ApiClient;
  readonly where: { readonly season: string; readonly store: string };
  readonly place: number;
};
