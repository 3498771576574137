import { randomBytes } from "node:crypto";
import type {
  CredentialForm,
  MakeShareRequest,
  SharedPage,
  ShareView,
} from "@echelon/contract/exchange/credentials.ts";
import { credentialLimits } from "@echelon/contract/exchange/credential-limits.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import type { Means } from "../../../platform/module.ts";
import { personName } from "../../identity/index.ts";
import { fileOf } from "../credential-file.ts";
import { credentialsOf, documentsOf } from "../store/credential-store.ts";
import type { ShareTable } from "../store/schema.ts";
import { deleteShare, insertShare, shareByToken, sharesOf } from "../store/share-store.ts";
import { openVerifier } from "./verify-upload.ts";

/** Nobody guesses an address of so many random bytes. */
const tokenBytes = 24;
const dayMillis = 86_400_000;

export const shareView = (row: ShareTable): ShareView => ({
  id: row.id,
  token: row.token,
  credentials: row.credentials,
  showsName: row.shows_name,
  showsFiles: row.shows_files,
  madeAt: row.made_at,
  endsAt: row.ends_at,
});

/** A holder opens a page that shows what they chose, until it ends or they close it. */
export async function makeShare(
  { database, clock, newId }: Means,
  caller: Caller,
  wish: z.output<typeof MakeShareRequest>,
): Promise<Outcome<ShareView>> {
  return database.transaction(async (tx) => {
    const now = clock.now();
    const own = new Set((await credentialsOf(tx, caller.person)).map(({ id }) => id));
    const chosen = [...new Set(wish.credentials)];
    if (!chosen.every((id) => own.has(id))) return refuse({ code: "exchange/no-such-credential" });
    const open = await sharesOf(tx, caller.person, now);
    if (open.length >= credentialLimits.sharesMax)
      return refuse({
        code: "exchange/too-many-shares",
        facts: { most: credentialLimits.sharesMax },
      });
    const row: ShareTable = {
      id: newId(),
      person_id: caller.person,
      token: randomBytes(tokenBytes).toString("base64url"),
      credentials: chosen,
      shows_name: wish.showsName,
      shows_files: wish.showsFiles,
      made_at: now,
      ends_at: new Date(now.getTime() + wish.days * dayMillis),
    };
    await insertShare(tx, row);
    return ok(shareView(row));
  });
}

export async function endShare(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const isGone = await deleteShare(tx, caller.person, id);
    return isGone ? ok(undefined) : refuse({ code: "exchange/no-such-share" });
  });
}

/**
 * What a link shows: the chosen credentials, each verified at this moment. Evidence goes with the
 * files, because a file holds it.
 */
export async function viewShared(means: Means, token: string): Promise<Outcome<SharedPage>> {
  const share = await shareByToken(means.database, token, means.clock.now());
  if (share === undefined) return refuse({ code: "exchange/no-such-share" });
  const credentials: SharedPage["credentials"] = [];
  const verify = await openVerifier(means);
  for (const { id, document } of await documentsOf(means.database, share.credentials)) {
    const { words, ...verified } = await verify(Buffer.from(document));
    const evidence = share.shows_files ? (words?.evidence ?? []) : [];
    credentials.push({ ...verified, id, words: words === null ? null : { ...words, evidence } });
  }
  return ok({
    name: share.shows_name ? await personName(means.database, share.person_id) : null,
    endsAt: share.ends_at,
    showsFiles: share.shows_files,
    credentials,
  });
}

/** A file of a shown credential, where its holder gives files away. */
export async function downloadShared(
  { database, clock }: Means,
  token: string,
  id: string,
  form: CredentialForm,
): Promise<Outcome<FileAnswer>> {
  const share = await shareByToken(database, token, clock.now());
  const isGiven = share?.shows_files === true && share.credentials.includes(id);
  const [row] = isGiven ? await documentsOf(database, [id]) : [];
  return row === undefined ? refuse({ code: "exchange/no-such-share" }) : ok(fileOf(row, form));
}
