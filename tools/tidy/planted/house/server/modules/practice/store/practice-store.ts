import { z } from "zod";

export const days = z.int();
export const read = (db: { selectFrom(table: string): unknown }) => db.selectFrom("practice.day");
