import { bakePng } from "@echelon/connectors/open-badges/bake-png.ts";
import { bakeSvg } from "@echelon/connectors/open-badges/bake-svg.ts";
import { badgePng, badgeSvg } from "@echelon/connectors/open-badges/draw-badge.ts";
import { type CredentialForm, credentialMedia } from "@echelon/contract/exchange/credentials.ts";
import type { FileAnswer } from "../../platform/http/route.ts";
import type { CredentialTable } from "./store/schema.ts";

type Files = Pick<CredentialTable, "id" | "document" | "token" | "facts">;

/** The file of a credential; a picture holds the whole of it. */
export function fileOf({ id, document, token, facts }: Files, form: CredentialForm): FileAnswer {
  return {
    body: bytesOf(form, { document, token, rank: facts.rank }),
    mediaType: credentialMedia[form],
    name: `credential-${id}.${form}`,
  };
}

function bytesOf(
  form: CredentialForm,
  { document, token, rank }: { document: string; token: string; rank: number },
): Uint8Array {
  if (form === "json") return Buffer.from(document);
  if (form === "jwt") return Buffer.from(token);
  const baked =
    form === "png" ? bakePng(badgePng(rank), document) : bakeSvg(badgeSvg(rank), document);
  if (baked === null) throw new Error("our own picture takes no credential");
  return typeof baked === "string" ? Buffer.from(baked) : baked;
}
