/**
 * Who gets how much of a lot: the highest price for a unit first, everybody pays the own one. Of
 * equal prices who has sold more goes first where that counts (practice.md 9), then who bid first;
 * bids of one instant go by their place in the log.
 */

export type SealedBid = {
  /** -1 for buyers beside the season's stores. */
  readonly store: number;
  readonly number: number;
  readonly unitMinor: number;
  readonly units: number;
  /** Units sold so far; the same for all where it does not count. */
  readonly sales: number;
  readonly acceptedAt: number;
};

export type Award<B extends SealedBid> = {
  readonly bid: B;
  readonly wonUnits: number;
  /** The bidder could not pay what is due at once: the units go to the next one. */
  readonly isUnpaid: boolean;
};

/**
 * Every bid with what it wins, the highest first.
 *
 * @param pays  asked once for each bid that would win, in that order; takes the units when it can
 */
export function awardLot<B extends SealedBid>(
  units: number,
  bids: readonly B[],
  pays: (bid: B, wonUnits: number) => boolean,
): readonly Award<B>[] {
  let left = units;
  return bids.toSorted(before).map((bid) => {
    const wonUnits = Math.min(left, bid.units);
    if (wonUnits === 0) return { bid, wonUnits, isUnpaid: false };
    if (!pays(bid, wonUnits)) return { bid, wonUnits: 0, isUnpaid: true };
    left -= wonUnits;
    return { bid, wonUnits, isUnpaid: false };
  });
}

/**
 * The least price that would surely have brought a bidder all its units against what the others
 * bid; null where no price within the band would. Who is equal to another one may lose to it, so it
 * is one minor unit above the bid that stands in the way.
 */
export function neededPrice(
  lot: { readonly units: number; readonly lowMinor: number; readonly highMinor: number },
  awards: readonly Award<SealedBid>[],
  own: SealedBid,
): number | null {
  let room = lot.units - own.units;
  for (const { bid, isUnpaid } of awards) {
    if (bid === own || isUnpaid) continue;
    room -= bid.units;
    if (room < 0) return bid.unitMinor < lot.highMinor ? bid.unitMinor + 1 : null;
  }
  return lot.lowMinor;
}

const before = (a: SealedBid, b: SealedBid) =>
  b.unitMinor - a.unitMinor ||
  b.sales - a.sales ||
  a.acceptedAt - b.acceptedAt ||
  a.store - b.store ||
  a.number - b.number;
