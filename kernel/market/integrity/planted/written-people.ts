/** Who writes a season's decisions, and when. */
import type { Member } from "../team-shares.ts";
import type { Luck } from "./luck.ts";
import { personOf, type PlantedCases } from "./planted-cases.ts";

/** Teams of one to four; who joined late did less, and is not to be asked for it. */
export function teamOf(luck: Luck, store: number, cases: PlantedCases): readonly Member[] {
  const isPlanted = store === cases.idle.store || store === cases.leader.store;
  const drawn = 1 + luck.below(4, store, 70);
  const size = store === cases.leader.store ? 3 : isPlanted ? Math.max(3, drawn) : drawn;
  return Array.from({ length: size }, (_, member) => ({
    store,
    person: personOf(store, member),
    sinceDay: !isPlanted && member > 0 && luck.share(store, member, 71) < 0.1 ? 9 : 1,
  }));
}

export function writerOf(
  luck: Luck,
  members: readonly Member[],
  cases: PlantedCases,
  store: number,
  day: number,
  number: number,
): string {
  const [one, other] = cases.double;
  // One person signs for both stores, on some of the days.
  if (store === other && luck.share(store, day, 72) < 0.5) return personOf(one, 0);
  const team = members.filter((member) => member.store === store && member.sinceDay <= day);
  const shares = team.map((_, at) => partOf(luck, cases, store, at, day));
  const all = shares.reduce((sum, share) => sum + share, 0);
  let drawn = luck.share(store, number, 73) * all;
  const at = shares.findIndex((share) => (drawn -= share) < 0);
  return (team[at] ?? team[0]!).person;
}

/** How much of a team's work a member does: uneven, with a week's absence now and then. */
function partOf(luck: Luck, cases: PlantedCases, store: number, member: number, day: number) {
  const person = personOf(store, member);
  if (person === cases.idle.person) return 0.01;
  if (store === cases.leader.store) return member === 0 ? 9 : 0.6;
  const isAway = luck.share(store, member, 74) < 0.1 && day >= 6 && day < 11;
  return isAway ? 0 : luck.between(0.5, 1.5, store, member, 75);
}

const daySeconds = 86_400;

/** Seconds at which a store's decisions of a day are accepted. */
export function clockOf(
  luck: Luck,
  cases: PlantedCases,
  store: number,
  day: number,
  count: number,
): (at: number) => number {
  const [one, other] = cases.twins;
  // In some classes all hand in their day at once, within seconds.
  const isAtOnce = luck.share(84) < 0.4;
  const lasts = (of: number) =>
    isAtOnce ? 2 + luck.below(8, of, day, 80) : 120 + luck.below(900, of, day, 80);
  const begins = (of: number): number => {
    // Every third day is a lesson: all begin within some minutes. Else each at an hour of its own.
    if (of === other) {
      return begins(one) + lasts(one) + 20 + luck.below(150, of, day, 81);
    }
    const isLesson = day % 3 === 0;
    const at = isLesson
      ? 36_000 + luck.below(600, of, day, 82)
      : 25_000 + luck.below(50_000, of, day, 83);
    return day * daySeconds + at;
  };
  const step = lasts(store) / Math.max(1, count);
  return (at) => Math.floor(begins(store) + step * (at + 0.5));
}
