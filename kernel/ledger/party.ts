/**
 * Who keeps books. World money is conserved, not only a store's: every payment is a journal in the
 * payer's books and one in the payee's.
 *
 * A party is one 32-bit integer, kind · 2^24 + number, so a column can hold it. A store's party is
 * its store number itself.
 */

/** Kinds of parties. Stored in postings: append, never renumber. */
export const partyKind = Object.freeze({
  store: 0, // number: the store's
  platform: 1, // 0
  carrier: 2, // the carrier's number in the world
  supplier: 3, // the supplier's number in the world
  taxOffice: 4, // the country's number in the world; customs is part of it
  bank: 5, // 0
  buyers: 6, // the market's number
  steward: 7, // 0: who stakes the stores, helps and penalizes
  warehouse: 8, // the market's number
  landlord: 9, // 0
  staff: 10, // 0
  agency: 11, // 0: content, photos, off-site media
});

export type PartyKind = keyof typeof partyKind;

/** A party: kind · 2^24 + number. */
export type PartyId = number;

const NUMBERS = 16_777_216;

const kindNames = Object.keys(partyKind) as PartyKind[];

/** Throws RangeError for a number outside [0, 2^24). */
export function partyOf(kind: PartyKind, number = 0): PartyId {
  if (!(number >= 0 && number < NUMBERS)) throw new RangeError(`${kind} ${number} is no party`);
  return partyKind[kind] * NUMBERS + number;
}

export function kindOfParty(party: PartyId): PartyKind {
  const kind = kindNames[Math.floor(party / NUMBERS)];
  if (kind === undefined) throw new RangeError(`${party} is no party`);
  return kind;
}

export function numberOfParty(party: PartyId): number {
  return party % NUMBERS;
}
