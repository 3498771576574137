/**
 * What a member's result counts by, as the others of the team divided points among each other
 * (practice.md section 13): nothing received is 0.8, an equal part 1, half as much again 1.1.
 */

/** Points that each member shares out among the others in a round. */
export const peerPoints = 20;

const least = 0.8;
const most = 1.1;

/** Points that one member gave another, and among how many others they were shared. */
export type PeerPoints = { readonly points: number; readonly others: number };

/**
 * The factor, thousandths; null where nobody has reviewed.
 *
 * @param received  one for each round and reviewer
 */
export function peerFactorMilli(received: readonly PeerPoints[]): number | null {
  if (received.length === 0) return null;
  const ratio =
    received.reduce((sum, { points, others }) => sum + (points * others) / peerPoints, 0) /
    received.length;
  return Math.floor(1000 * Math.min(most, least + (1 - least) * ratio) + 0.5);
}
