/** Prices that were before everybody's eyes: the editor's proposal and what stood on the shelf. */

/** So near to the proposal, a price is the proposal, rounded to somebody's taste. */
const nearProposal = 0.05;
const nearShelf = 0.005;

/**
 * @param proposed  what the editor proposes; 0 where it proposes nothing
 * @param shelf     prices of other stores for the same goods when the day began
 */
export function isGivenPrice(value: number, proposed: number, shelf: readonly number[]): boolean {
  if (Math.abs(value - proposed) <= nearProposal * proposed) return true;
  return shelf.some((price) => Math.abs(value - price) <= nearShelf * price);
}
