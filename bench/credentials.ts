/**
 * Printed, without a promise: badges issued, issued with an endorsement inside, and verified, each
 * in a second of one core. A school that certifies a year's people at once waits for the first two.
 */
import { type CredentialPace, measureCredentials } from "@echelon/server/main.ts";
import { isSmoke, median } from "./measure.ts";

const rounds = isSmoke ? 1 : 5;
const badges = isSmoke ? 5 : 100;

const paces: CredentialPace[] = [];
for (let round = 0; round < rounds; round++) paces.push(await measureCredentials(badges));
const middle = (kind: keyof CredentialPace) => Math.round(median(paces.map((pace) => pace[kind])));
console.log(
  JSON.stringify({
    issuedPerSecond: middle("issued"),
    endorsedIssuedPerSecond: middle("endorsedIssued"),
    verifiedPerSecond: middle("verified"),
  }),
);
