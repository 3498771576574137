/** How a record names the pictures that lie here; all others are at foreign addresses. */
const prefix = "/api/pictures/";

export function pictureAddress(hash: string): string {
  return `${prefix}${hash}`;
}

export function isOurs(address: string): boolean {
  return address.startsWith(prefix);
}

/** A drawing has one form, and gives that one. */
export function smallPath(address: string): string {
  return `${address}?size=small`;
}

/** The content that an address on this or on another installation names; null for any other. */
export function hashIn(address: string): string | null {
  return /\/api\/pictures\/([0-9a-f]{64})(?:\?.*)?$/.exec(address)?.[1] ?? null;
}
