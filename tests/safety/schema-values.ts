import { z } from "zod";
import fc, { type Arbitrary } from "fast-check";

/** The part of JSON Schema that the contract's shapes are told in. */
export type JsonSchema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** What a request must look like on the wire. */
export function wireSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
}

const itemsMax = 4;
const charsMax = 300;

/**
 * Values that a schema accepts, optional parts there or not, lists kept short. What a codec or a
 * transformation asks beyond its wire form is not known here, so now and then one is refused.
 *
 * @param known  values for fields of these names: ids of things that are there
 */
export function valuesOf(
  schema: JsonSchema,
  known: Readonly<Record<string, Arbitrary<unknown>>> = {},
): Arbitrary<unknown> {
  const within = (part: JsonSchema) => valuesOf(part, known);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(within));
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "string":
      return textsOf(schema);
    case "integer":
      return fc.integer({ min: smallest(schema), max: largest(schema) });
    case "number":
      return fc.double({ min: smallest(schema), max: largest(schema), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(within(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? itemsMax, Math.max(itemsMax, schema.minItems ?? 0)),
      });
    case "object":
      return objectsOf(schema, known);
    default:
      return fc.jsonValue();
  }
}

const smallest = ({ minimum }: JsonSchema) => Math.max(minimum ?? -1_000_000, -1_000_000);
const largest = ({ maximum }: JsonSchema) => Math.min(maximum ?? 1_000_000, 1_000_000);

function textsOf({ pattern, minLength = 0, maxLength = charsMax, format }: JsonSchema) {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  if (format === "date-time") return fc.date({ noInvalidDate: true }).map((at) => at.toISOString());
  const lengths = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, charsMax)) };
  return fc.oneof(
    fc.string({ ...lengths, unit: "grapheme" }),
    fc.string({ ...lengths, unit: "binary" }),
  );
}

function objectsOf(schema: JsonSchema, known: Readonly<Record<string, Arbitrary<unknown>>>) {
  const { properties, required = [], additionalProperties, propertyNames } = schema;
  if (properties === undefined) {
    const values = typeof additionalProperties === "object" ? additionalProperties : {};
    return fc.dictionary(textsOf(propertyNames ?? {}), valuesOf(values, known), { maxKeys: 4 });
  }
  const parts = Object.entries(properties).map(([name, part]) => {
    const named = mayBeNamed(part) ? known[name] : undefined;
    return [name, named ?? valuesOf(part, known)] as const;
  });
  return fc.record(Object.fromEntries(parts), { requiredKeys: [...required] });
}

/** A thing is named by a text, things by a list of them. */
const mayBeNamed = ({ type }: JsonSchema) => type === "string" || type === "array";

/**
 * The smallest value that a schema accepts: nothing optional, the first of each choice.
 *
 * @param known  values for fields of these names
 */
export function leastOf(
  schema: JsonSchema,
  known: Readonly<Record<string, unknown>> = {},
): unknown {
  const within = (part: JsonSchema) => leastOf(part, known);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return within(choices[0]!);
  if ("const" in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "string":
      return leastText(schema);
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, 0);
    case "boolean":
      return false;
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => within(schema.items ?? {}));
    case "object": {
      const entries = (schema.required ?? []).map((name) => {
        const part = schema.properties![name]!;
        return [name, mayBeNamed(part) && name in known ? known[name] : within(part)];
      });
      return Object.fromEntries(entries);
    }
    default:
      return null;
  }
}

function leastText({ pattern, minLength = 0 }: JsonSchema): string {
  if (pattern === undefined) return "a".repeat(minLength);
  return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 1 })[0]!;
}
