const clr = (name: string) => `https://purl.imsglobal.org/spec/vc/clr/vocab.html#${name}`;
const own = { id: "@id", type: "@type" };
const set = { "@container": "@set" };

/**
 * The terms that CLR 2.0.1 adds, term by term as its context defines them; no package holds it.
 *
 * `xsd` is not declared in that context, so `xsd:boolean` stays as it is written: resolving it
 * would change what is signed.
 */
export const clrContext = {
  "@context": {
    ...own,
    ClrCredential: {
      "@id": clr("ClrCredential"),
      "@context": { ...own, partial: { "@id": clr("partial"), "@type": "xsd:boolean" } },
    },
    ClrSubject: {
      "@id": clr("ClrSubject"),
      "@context": {
        ...own,
        cred: "https://www.w3.org/2018/credentials#",
        obi: "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
        achievement: { "@id": clr("achievement"), "@type": "obi:Achievement", ...set },
        association: { "@id": clr("association"), "@type": clr("Association"), ...set },
        verifiableCredential: {
          "@id": clr("verifiableCredential"),
          "@type": "cred:verifiableCredential",
          ...set,
        },
        identifier: { "@id": clr("identifier-1"), "@type": "obi:Identifier", ...set },
      },
    },
    Association: {
      "@id": clr("Association"),
      "@context": {
        associationType: { "@id": clr("AssociationType") },
        sourceId: { "@id": clr("sourceId"), "@type": "xsd:anyURI" },
        targetId: { "@id": clr("targetId"), "@type": "xsd:anyURI" },
      },
    },
  },
};
