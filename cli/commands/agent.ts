import type { Command } from "../command.ts";
import { createClient, RefusedError } from "../ladder/client.ts";
import { openDesk } from "../ladder/desk.ts";
import { ladder } from "../ladder/ladder.ts";
import { waitForDay } from "../ladder/wait-for-day.ts";
import { wholeNumber } from "../whole-number.ts";

/** Plays a season as one of the scripted players, through the API alone, until it is over. */
export const command: Command = {
  options: {
    url: { type: "string" },
    token: { type: "string" },
    level: { type: "string" },
    once: { type: "boolean" },
  },
  async run({ terminal, say, options }) {
    const url = String(options["url"] ?? "http://127.0.0.1:4100").replace(/\/$/, "");
    const token = options["token"] ?? terminal.environment["ECHELON_TOKEN"];
    const number = wholeNumber(options["level"] ?? "1", 1, ladder.length);
    const player = ladder.find(({ level }) => level === number);
    if (typeof token !== "string" || player === undefined) {
      terminal.tell(say("wrong-arguments", { name: "agent" }));
      return 2;
    }
    const client = createClient(url, token);
    const ending = new AbortController();
    void terminal.ended.then(() => ending.abort());
    terminal.tell(say(`agent/level-${player.level}`));
    try {
      for (;;) {
        const desk = await openDesk(client);
        await player.play(desk);
        terminal.out(say("agent/played", { day: desk.day }));
        if (options["once"] === true) return 0;
        const at = { url, token, client };
        if ((await waitForDay(at, desk.season.id, desk.day, ending.signal)) === null) return 0;
      }
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      terminal.tell(say("agent/refused", { code: error.code }));
      return 1;
    }
  },
};
