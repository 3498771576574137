/** Reads one folder of this shelf: a carrier with its services and cards. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Carrier } from "@echelon/kernel/trade/rate-card.ts";
import { z } from "zod";
import {
  CardRowShape,
  CarrierFile,
  EventsFile,
  RemoteShape,
  SurchargeShape,
  ZoneShape,
} from "./carrier-shape.ts";
import { readCsv } from "./csv.ts";

/** @throws Error naming the file, the row and what is wrong with it */
export function readCarrierFolder(shelf: string, id: string): Carrier {
  const text = (file: string) => readFileSync(join(shelf, id, file), "utf8");
  const json = <T>(file: string, shape: z.ZodType<T>): T =>
    checked(`${id}/${file}`, shape, JSON.parse(text(file)));
  const rows = <T>(file: string, shape: z.ZodType<T>): T[] =>
    readCsv(text(file)).map((row, index) => checked(`${id}/${file} row ${index + 2}`, shape, row));
  const carrier: Carrier = {
    id,
    ...json("carrier.json", CarrierFile),
    rows: rows("card.csv", CardRowShape),
    surcharges: rows("surcharges.csv", SurchargeShape),
    zones: rows("zones.csv", ZoneShape),
    remote: rows("remote.csv", RemoteShape),
    events: json("events.json", EventsFile),
  };
  return carrier;
}

function checked<T>(place: string, shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
