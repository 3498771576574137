import type { PaperBlock, PaperDocument } from "@echelon/connectors/paper/paper-document.ts";
import type { SharedPage } from "@echelon/contract/exchange/credentials.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { ExchangeMeans } from "../means.ts";
import { portfolioWords, verdictWords } from "../portfolio-words.ts";
import { sharesOf } from "../store/share-store.ts";
import { viewShared } from "./share-credentials.ts";

const thread = new URL(import.meta.resolve("@echelon/connectors/paper/paper-thread.ts"));

/** A page of the caller's own on paper: what its link shows today, with the link to ask again. */
export async function printShare(
  means: ExchangeMeans,
  caller: Caller,
  id: string,
  language: Locale,
): Promise<Outcome<FileAnswer>> {
  const now = means.clock.now();
  const own = await sharesOf(means.database, caller.person, now);
  const share = own.find((one) => one.id === id);
  if (share === undefined) return refuse({ code: "exchange/no-such-share" });
  const page = await viewShared(means, share.token);
  if (!page.ok) return page;
  const say = (key: keyof typeof portfolioWords) => portfolioWords[key][language];
  const address = `${means.config.url}/verify/${share.token}`;
  const document: PaperDocument = {
    language,
    title: say("title"),
    subtitle: page.value.name ?? "",
    author: page.value.name ?? "Echelon",
    madeAt: now,
    foot: `Echelon · ${dayOf(now)}`,
    blocks: [
      ...page.value.credentials.flatMap((one) => blocksOf(one, language)),
      { kind: "note", text: `${say("check")} ${dayOf(share.ends_at)}` },
      { kind: "paragraph", text: address },
    ],
  };
  const made = await means.fileDesk.hand<PaperDocument, Uint8Array>(thread, document);
  if (!made.ok) return made;
  return ok({ body: made.value, mediaType: "application/pdf", name: `${say("title")}.pdf` });
}

function blocksOf(
  { words, verdict, checkedAt }: SharedPage["credentials"][number],
  language: Locale,
): PaperBlock[] {
  if (words === null) return [];
  const say = (key: keyof typeof portfolioWords) => portfolioWords[key][language];
  const { validFrom, validUntil, competencies } = words;
  const facts: (readonly [string, string])[] = [
    [say("verdict"), `${verdictWords[verdict][language]} · ${dayOf(checkedAt)}`],
    [say("issuer"), words.issuer.name ?? ""],
    [say("endorsers"), words.endorsers.map(({ name }) => name ?? "").join(" · ")],
    [say("from"), validFrom === null ? "" : dayOf(validFrom)],
    [say("until"), validUntil === null ? say("noEnd") : dayOf(validUntil)],
  ];
  return [
    { kind: "heading", text: words.name ?? "" },
    { kind: "paragraph", text: words.description ?? "" },
    { kind: "facts", facts: facts.filter(([, told]) => told !== "") },
    ...(competencies.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [{ heading: say("competencies"), parts: 1 }],
            rows: competencies.map(({ name }) => [name]),
          },
        ]),
  ];
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
