/** Another implementation of credentials, which tests compare with; it brings no types. */
declare module "@digitalbazaar/vc" {
  interface Checked {
    readonly verified: boolean;
    readonly statusResult?: { readonly results: readonly { readonly status: boolean }[] };
    readonly error?: unknown;
  }
  export function issue(options: object): Promise<Readonly<Record<string, unknown>>>;
  export function verifyCredential(options: object): Promise<Checked>;
}

declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof {
    constructor(options: object);
  }
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: object;
}

declare module "@digitalbazaar/ed25519-multikey" {
  interface Key {
    readonly publicKeyMultibase: string;
    signer(): object;
  }
  export function generate(options: object): Promise<Key>;
}

declare module "@digitalbazaar/vc-bitstring-status-list" {
  export function checkStatus(options: object): Promise<unknown>;
  export function createList(options: { readonly length: number }): Promise<{
    setStatus(index: number, status: boolean): void;
    encode(): Promise<string>;
  }>;
}
