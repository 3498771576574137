import { civilOf, type Day, fromIso, toIso } from "@echelon/kernel/calendar/day.ts";
import { type Quarter, quarterOf, quarterStart } from "@echelon/kernel/planning/demand/need.ts";

const millisADay = 86_400_000;

export const dayOfMoment = (at: Date): Day => Math.floor(at.getTime() / millisADay);
export const isoOfMoment = (at: Date): string => toIso(dayOfMoment(at));

/** `2026Q4`. */
export function quarterName(quarter: Quarter): string {
  const { year, month } = civilOf(quarterStart(quarter));
  return `${year}Q${Math.floor((month - 1) / 3) + 1}`;
}

export function quarterNamed(name: string): Quarter {
  return (Number(name.slice(0, 4)) - 1970) * 4 + Number(name.slice(5)) - 1;
}

export const quarterOfIso = (date: string): Quarter => quarterOf(fromIso(date));
export const isoOfQuarter = (quarter: Quarter): string => toIso(quarterStart(quarter));
