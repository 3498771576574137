import { unbakePng } from "./bake-png.ts";
import { isPng } from "./png-chunks.ts";
import { unbakeSvg } from "./bake-svg.ts";
import { type Json, readJson } from "./json.ts";
import { isJwt, type ReadJwt, readJwt } from "./jwt.ts";
import { credentialLimits } from "./limits.ts";

/** A credential as its file holds it: an object with proofs, or a token. */
export type Written =
  | { readonly form: "json"; readonly credential: Json }
  | { readonly form: "jwt"; readonly jwt: ReadJwt };

export type FileFault = "file-too-large" | "file-unreadable" | "credential-missing";

export type FileRead =
  | { readonly ok: true; readonly written: Written }
  | { readonly ok: false; readonly why: FileFault };

/** Reads JSON, a JWT, a PNG or an SVG, told by their bytes; never throws on bad input. */
export function readCredentialFile(bytes: Uint8Array): FileRead {
  if (bytes.length > credentialLimits.fileBytesMax) return { ok: false, why: "file-too-large" };
  if (isPng(bytes)) {
    const unbaked = unbakePng(bytes);
    return unbaked.ok ? readText(unbaked.credential) : unbaked;
  }
  const text = textOf(bytes);
  if (text === null) return { ok: false, why: "file-unreadable" };
  if (!text.startsWith("<")) return readText(text);
  const unbaked = unbakeSvg(text);
  return unbaked.ok ? readText(unbaked.credential) : unbaked;
}

function readText(text: string): FileRead {
  const bare = text.trim();
  if (Buffer.byteLength(bare) > credentialLimits.credentialBytesMax)
    return { ok: false, why: "file-too-large" };
  if (isJwt(bare)) {
    const jwt = readJwt(bare);
    if (jwt !== null) return { ok: true, written: { form: "jwt", jwt } };
  }
  const credential = readJson(bare);
  if (credential === null) return { ok: false, why: "file-unreadable" };
  return { ok: true, written: { form: "json", credential } };
}

/** A byte order mark is no part of what is said. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
  } catch {
    return null;
  }
}
