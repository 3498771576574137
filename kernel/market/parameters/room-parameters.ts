/** Rented room in warehouses: what a cubic meter costs a day, and whether goods need it. */
import { chosen } from "./parameter-row.ts";

export const roomParameters = [
  chosen("room.homeUsd", 0.5, "USD a cubic meter and day, at home", 0, 1_000),
  chosen(
    "room.abroadUsd",
    0.6,
    "USD a cubic meter and day, in a market without its own row",
    0,
    1_000,
  ),
  chosen("room.us", 0.6, "USD a cubic meter and day", 0, 1_000),
  chosen("room.ca", 0.55, "USD a cubic meter and day", 0, 1_000),
  chosen("room.gb", 0.85, "USD a cubic meter and day", 0, 1_000),
  chosen("room.de", 0.6, "USD a cubic meter and day", 0, 1_000),
  chosen("room.fr", 0.6, "USD a cubic meter and day", 0, 1_000),
  chosen("room.es", 0.5, "USD a cubic meter and day", 0, 1_000),
  chosen("room.pl", 0.4, "USD a cubic meter and day", 0, 1_000),
  chosen("room.jp", 0.8, "USD a cubic meter and day", 0, 1_000),
  chosen("room.kr", 0.65, "USD a cubic meter and day", 0, 1_000),
  chosen("room.au", 0.75, "USD a cubic meter and day", 0, 1_000),
  chosen(
    "room.mustFit",
    0,
    "1: goods of people's stores enter only rented room that is free",
    0,
    1,
  ),
] as const;
