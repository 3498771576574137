import type { Cron } from "./job-kind.ts";

const effectsKept = "90 days";
const eventsKept = "24 hours";
const bucketsKept = "1 day";

/** What the platform itself does by the clock. */
export function upkeep(): Cron[] {
  return [
    {
      name: "platform.forget",
      pattern: "17 * * * *",
      run: async ({ tx }) => {
        await tx.client.query(`
          delete from platform.effect where not is_kept and at < now() - interval '${effectsKept}';
          delete from platform.event where at < now() - interval '${eventsKept}';
          delete from platform.bucket where filled_at < now() - interval '${bucketsKept}'`);
      },
    },
  ];
}
