import { z } from "zod";
import { isDownload } from "@echelon/contract/platform/endpoint.ts";
import { Problem, problemMediaType } from "@echelon/contract/platform/problem.ts";
import { refusals } from "@echelon/contract/refusals.ts";
import { isNothing } from "./mount.ts";
import type { Route } from "./route.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI 3.1 description of the routes, for outsiders; it comes from the contract's tables.
 */
export function describeRoutes(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const [method = "GET", path = "/"] = route.does.split(" ");
    const template = path.replace(/:([A-Za-z]+)/g, "{$1}");
    (paths[`/api${template}`] ??= {})[method.toLowerCase()] = describeRoute(route, path);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Echelon", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "echelon.session_token" },
        program: { type: "http", scheme: "bearer", description: "A store's token: ech_…" },
      },
    },
  };
}

function describeRoute(route: Route, path: string): Json {
  return {
    operationId: route.does.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    tags: [path.split("/")[1] ?? ""],
    "x-allows": route.allows.name,
    "x-refuses": route.refuses,
    ...(route.anonymous === true ? {} : { security: securityOf(route) }),
    parameters: [...parametersOf(route.where, "path"), ...parametersOf(route.asks, "query")],
    ...bodyOf(route),
    responses: responsesOf(route),
  };
}

/** Either of them is enough. */
function securityOf({ agents }: Route): Json[] {
  return [{ session: [] }, ...(agents === true ? [{ program: [] }] : [])];
}

function parametersOf(shape: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (shape === undefined) return [];
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path" || !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, "input"),
  }));
}

function bodyOf(route: Route): Json {
  const { takes, uploads } = route;
  if (uploads !== undefined) {
    const fields = takes === undefined ? {} : (schemaOf(takes, "input")["properties"] as Json);
    const file = {
      type: "string",
      contentMediaType: "application/octet-stream",
      maxLength: uploads.bytesMax,
    };
    const schema = { type: "object", properties: { ...fields, [uploads.field]: file } };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
  }
  if (takes === undefined) return {};
  const schema = schemaOf(takes, "input");
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
}

function responsesOf(route: Route): Json {
  const { gives } = route;
  const answers: Record<string, Json> = {};
  if (isDownload(gives)) {
    const content = Object.fromEntries(gives.download.map((mediaType) => [mediaType, {}]));
    answers["200"] = { description: "The file", content };
  } else if (isNothing(gives)) {
    answers["204"] = { description: "Done" };
  } else {
    const content = { "application/json": { schema: schemaOf(gives, "input") } };
    answers[route.creates === undefined ? "200" : "201"] = { description: "The answer", content };
  }
  for (const [status, codes = []] of Object.entries(
    Object.groupBy(route.refuses, (code) => String(refusals[code])),
  )) {
    answers[status] = problem(codes.join("; "));
  }
  return { ...answers, default: problem("Any refusal of the platform") };
}

function problem(description: string): Json {
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description, content: { [problemMediaType]: { schema } } };
}

/** The wire form of a schema: what a client sends and what it receives are both its input side. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}
