import {
  type Achievement,
  type Badge,
  badgeOf,
  type BothTexts,
  type Evidence,
  issueBadge,
  issueEndorsement,
} from "@echelon/connectors/open-badges/issue.ts";
import { endorsementWords } from "@echelon/connectors/open-badges/certificate-words.ts";
import type { Json } from "@echelon/connectors/open-badges/json.ts";
import { issueJwt } from "@echelon/connectors/open-badges/jwt.ts";
import type { Tx } from "../../platform/database/database.ts";
import { organisationFacts } from "../identity/index.ts";
import { isReachable, type KeyMeans, openSigner } from "./credential-keys.ts";
import { identitiesOf } from "./holder-identity.ts";
import { drawPlace, listAddress } from "./status-lists.ts";
import { credentialsFor, insertCredential } from "./store/credential-store.ts";

/** What is certified, of whom and by whom; texts are frozen here. */
export interface CredentialWish {
  /** What was decided: there is one credential of it. */
  readonly decision: string;
  readonly person: string;
  readonly school: string;
  /** Who signed for the school. */
  readonly signedBy: string;
  /** Organizations that vouch beside the school, in their order. */
  readonly endorsers: readonly string[];
  readonly achievement: Achievement;
  /** Of the echelon, 1 the lowest. */
  readonly rank: number;
  readonly results: readonly BothTexts[];
  readonly evidence: readonly Evidence[];
  readonly validUntil: Date | null;
}

/**
 * Issues a credential: each endorser vouches for its id, and the school signs the whole around
 * that. The same decision again gives the credential that there is.
 */
export async function issueCredential(
  means: KeyMeans,
  tx: Tx,
  wish: CredentialWish,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const known = (await credentialsFor(tx, [wish.decision])).get(wish.decision);
  if (known !== undefined) return { id: known.id, isNew: false };
  const { config, clock, newId } = means;
  const facts = await organisationFacts(tx, [wish.school, ...wish.endorsers]);
  const partyOf = (organisation: string) => {
    const found = facts.get(organisation);
    if (found === undefined) throw new Error(`no organization ${organisation}`);
    return found;
  };
  const school = partyOf(wish.school);
  const signer = await openSigner(means, tx, school.id, school.slug);
  const place = await drawPlace(means, tx, school.id, signer);
  const now = clock.now().getTime();
  const id = newId();
  const idOf = (own: string) =>
    isReachable(config.url) ? `${config.url}/credentials/${own}` : `urn:uuid:${own}`;
  const keys = [signer.publicKey];
  const endorsements: Json[] = [];
  for (const organisation of wish.endorsers) {
    const { slug, name } = partyOf(organisation);
    const endorser = await openSigner(means, tx, organisation, slug);
    keys.push(endorser.publicKey);
    const endorsement = { id: idOf(newId()), endorser: { name: bothIn(name) }, badge: idOf(id) };
    endorsements.push(
      await issueEndorsement(
        { ...endorsement, validFrom: now, comment: endorsementWords },
        endorser,
        now,
      ),
    );
  }
  const badge: Badge = {
    id: idOf(id),
    issuer: { name: bothIn(school.name), url: config.url },
    validFrom: now,
    ...(wish.validUntil === null ? {} : { validUntil: wish.validUntil.getTime() }),
    holders: await identitiesOf(tx, wish.person, [school.id]),
    achievement: wish.achievement,
    results: wish.results,
    evidence: wish.evidence,
    endorsements,
    status: { listAddress: listAddress(means, place.list), index: place.index },
  };
  await insertCredential(tx, {
    id,
    decision_id: wish.decision,
    person_id: wish.person,
    organisation_id: school.id,
    signed_by: wish.signedBy,
    list_id: place.list,
    list_index: place.index,
    public_keys: keys,
    facts: {
      name: wish.achievement.name,
      rank: wish.rank,
      issuer: school.name,
      endorsers: wish.endorsers.map((organisation) => partyOf(organisation).name),
    },
    document: JSON.stringify(await issueBadge(badge, signer, now)),
    token: issueJwt(badgeOf(badge, signer.did), signer),
    issued_at: clock.now(),
    valid_until: wish.validUntil,
  });
  return { id, isNew: true };
}

const bothIn = ({ zh, en }: BothTexts) => (zh === en ? zh : `${zh} / ${en}`);
