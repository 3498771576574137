import {
  certificateAbout,
  certificateCriteria,
  type CertificateFacts,
  certificateName,
  decisionEvidence,
  seasonEvidence,
} from "@echelon/connectors/open-badges/certificate-words.ts";
import type { Achievement, Evidence } from "@echelon/connectors/open-badges/issue.ts";
import { addMonths } from "@echelon/kernel/calendar/day.ts";
import { namingOf } from "@echelon/connectors/case/naming.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import { type CredentialWish, issueCredential } from "../../exchange/index.ts";
import { schoolOf } from "../../teaching/index.ts";
import { type AppliedFramework, partsOf } from "../applied-framework.ts";
import { issueCredentialsKind, type IssueCredentialsPayload } from "../jobs.ts";
import { frameworkOfVersion } from "../school-framework.ts";
import { sidesOf } from "../signing-rights.ts";
import type { DecisionTable, GroundsTable, SignatureTable } from "../store/schema.ts";
import {
  readDecision,
  readGrounds,
  readIssuing,
  signaturesOf,
  tellIssued,
} from "../store/signature-store.ts";

/** Credentials of one step: a quarter of a second of work, and lost with a killed process. */
export const issuedAtOnce = 20;
const dayMillis = 86_400_000;

/**
 * Issues the next few credentials of those that were signed together, and asks for the step behind
 * them in the same transaction: a killed process leaves a whole number of steps, and the next
 * worker goes on there.
 */
export async function issueCredentials(
  means: Means,
  { tx, payload }: JobRun<IssueCredentialsPayload>,
): Promise<void> {
  const row = await readIssuing(tx, payload.issuing);
  if (row === undefined) return;
  const step = row.decisions.slice(payload.from, payload.from + issuedAtOnce);
  for (const decision of step) await issueOne(means, tx, decision);
  const done = payload.from + step.length;
  const isOver = done >= row.decisions.length;
  await tellIssued(tx, row.id, { done, ended_at: isOver ? means.clock.now() : null });
  if (!isOver) await enqueue(tx, issueCredentialsKind, { issuing: row.id, from: done });
}

async function issueOne(means: Means, tx: Tx, id: string): Promise<void> {
  const decision = await readDecision(tx, id);
  const grounds = await readGrounds(tx, id);
  if (decision === undefined || grounds === undefined) return;
  const signatures = new Map((await signaturesOf(tx, [id])).map((one) => [one.side, one]));
  const sides = sidesOf(decision.echelon).flatMap((side) => signatures.get(side) ?? []);
  const school = await schoolOf(tx, decision.class_id);
  if (sides.length < sidesOf(decision.echelon).length || school === undefined) return;
  const framework = await frameworkOfVersion(tx, decision.framework_version);
  await issueCredential(means, tx, wishOf(means, framework, decision, grounds, sides, school));
}

function wishOf(
  { clock, config }: Means,
  applied: AppliedFramework,
  decision: DecisionTable,
  grounds: GroundsTable,
  sides: readonly SignatureTable[],
  school: string,
): CredentialWish {
  const { framework } = applied.bundle;
  const echelon = framework.echelons.find(({ id }) => id === decision.echelon);
  const role = framework.roles.find(({ id }) => id === decision.role);
  const unnamed = { zh: decision.role, en: decision.role };
  const facts: CertificateFacts = {
    role: role?.name ?? unnamed,
    echelon: echelon?.name ?? unnamed,
    about: echelon?.about ?? unnamed,
    frameworkVersion: decision.framework_version,
    competencies: grounds.competencies.length,
    pieces: grounds.pieces,
  };
  const months = echelon?.certificate.validityMonths ?? null;
  return {
    decision: decision.id,
    person: decision.person_id,
    school,
    signedBy: sides.find(({ side }) => side === "school")!.signer_id,
    endorsers: sides.flatMap((one) => (one.side === "school" ? [] : [one.organisation_id])),
    achievement: achievementOf(facts, applied.view, decision, grounds, config.url),
    rank: echelon?.order ?? 1,
    results: [facts.echelon],
    evidence: evidenceOf(decision, grounds),
    validUntil: months === null ? null : monthsAfter(clock.now(), months),
  };
}

function achievementOf(
  facts: CertificateFacts,
  view: AppliedFramework["view"],
  decision: DecisionTable,
  { competencies }: GroundsTable,
  origin: string,
): Achievement {
  // The provider has the core; what a school added has no address, but a name.
  const version = partsOf(decision.framework_version)?.core ?? view.version;
  const naming = namingOf({ ...view, version }, "en", origin);
  const names = new Map(view.competencies.map(({ id, name }) => [id, name]));
  return {
    // The echelon at that version of the framework, and the role within it.
    id: `${naming.thing("item", decision.echelon, "CFItems").uri}#${decision.role}`,
    type: "Certificate",
    name: certificateName(facts),
    description: certificateAbout(facts),
    criteria: certificateCriteria(facts),
    alignment: competencies
      .filter((id) => !id.includes(":"))
      .map((id) => {
        const name = names.get(id);
        const words = name === undefined ? "" : ` ${name.zh} / ${name.en}`;
        return { name: `${id}${words}`, url: naming.thing("item", id, "CFItems").uri };
      }),
  };
}

/** All that counted by its hash, and each season by what it can be played again from. */
function evidenceOf(decision: DecisionTable, { pieces, seasons }: GroundsTable): Evidence[] {
  const all = {
    format: "echelon-decision/1",
    decision: decision.id,
    framework: decision.framework_version,
    pieces,
  };
  return [
    { name: decisionEvidence, narrative: JSON.stringify(all), sha256: decision.evidence_hash },
    ...seasons.map((segment) => ({
      name: seasonEvidence,
      narrative: JSON.stringify(segment),
      sha256: segment.log,
    })),
  ];
}

/** The same time of day so many months later; on the month's last day where it is shorter. */
export function monthsAfter(from: Date, months: number): Date {
  const day = Math.floor(from.getTime() / dayMillis);
  return new Date(from.getTime() + (addMonths(day, months) - day) * dayMillis);
}
