import type { Clock } from "../../../platform/clock/clock.ts";
import { classSizeMax } from "../../teaching/index.ts";
import { days } from "../store/practice-store.ts";

export const closeDay = (clock: Clock) => [clock(), classSizeMax, days];
