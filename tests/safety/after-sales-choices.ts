import type { Chooser, Wish } from "./chooser.ts";

const startsOn = 5;
const policies = [
  { disputes: "ask", returns: "ask", handAnswers: 5 },
  { disputes: "contest", returns: "resell", handAnswers: 15 },
  { disputes: "refund", returns: "scrap", handAnswers: 30 },
] as const;

/**
 * What a student does after the sale, by place: every third answers by hand, sending goods again
 * and home wherever that is possible, the others by standing answers.
 */
export async function answersOf(chooser: Chooser, day: number): Promise<Wish[]> {
  const { client, where, place } = chooser;
  if (day < startsOn) return [];
  const { modules } = await client.call("GET /practice/seasons/:season", { where });
  if (!modules.returns || !modules.service) return [];
  const policy = policies[place % policies.length]!;
  if (day === startsOn) {
    const hired: Wish = { kind: "hire-staff", role: "service", heads: 1 };
    const standing: Wish = { kind: "set-answer-policy", ...policy };
    return place % 2 === 0 ? [standing] : [standing, hired];
  }
  if (policy.returns !== "ask") return [];
  const view = await client.call("GET /practice/seasons/:season/stores/:store/after-sales", {
    where,
  });
  // Each may be answered only while there is stock to send again: one of them a day is safe.
  const again = view.disputes.find(({ choices }) =>
    choices.some(({ answer, isPossible }) => answer === "replace" && isPossible),
  );
  return [
    ...view.returns.map((one): Wish => ({
      kind: "dispose-return",
      case: one.case,
      disposition: "home",
    })),
    ...(again === undefined
      ? []
      : [{ kind: "resolve-dispute", case: again.case, answer: "replace" } satisfies Wish]),
  ];
}
