import type { Config } from "../../../config.ts";
import { type ManualClock, manualClock } from "../../../platform/clock/clock.ts";
import {
  closeDay,
  practiceHouse,
  type PracticeHouse,
} from "../../practice/testing/practice-class.ts";
import { assessmentModule } from "../index.ts";
import { gatherClosed } from "../use-cases/gather-season.ts";

const daySeconds = 86_400;

export type EvidenceHouse = PracticeHouse & {
  readonly clock: ManualClock;
  /** Closes the days from one to another, each on a day of its own. */
  closeDays(season: string, from: number, to: number): Promise<void>;
  /** What the clock does once a minute. */
  gather(): Promise<void>;
};

/** The demonstration's class with a market to practice in, and evidence of it. */
export async function evidenceHouse(
  clock = manualClock(new Date("2026-03-02T08:00:00Z")),
  config: Partial<Config> = {},
): Promise<EvidenceHouse> {
  const house = await practiceHouse({ clock, config }, [assessmentModule]);
  const { means } = house.app;
  return {
    ...house,
    clock,
    async closeDays(season, from, to) {
      for (let day = from; day <= to; day += 1) {
        clock.advance(daySeconds);
        await closeDay(house, season, day);
      }
    },
    async gather() {
      await means.database.transaction((tx) => gatherClosed(means, tx));
      await house.runJobs();
    },
  };
}
