import { addressOfDidWeb } from "./did.ts";
import { readJson } from "./json.ts";
import { credentialOf } from "./prove.ts";
import { readCredentialFile } from "./read-file.ts";

/** Documents that were handed in, each by the address at which it would be asked for. */
export function handedDocuments(documents: readonly Uint8Array[]): ReadonlyMap<string, Uint8Array> {
  const handed = new Map<string, Uint8Array>();
  for (const bytes of documents) {
    const address = addressOf(bytes);
    if (address !== null) handed.set(address, bytes);
  }
  return handed;
}

/** A DID's document names its DID, and a status list the address at which it lies. */
function addressOf(bytes: Uint8Array): string | null {
  const read = readCredentialFile(bytes);
  const document = read.ok
    ? credentialOf(read.written)
    : readJson(Buffer.from(bytes).toString("utf8"));
  const id = document?.["id"];
  return typeof id === "string" ? (addressOfDidWeb(id) ?? id) : null;
}
