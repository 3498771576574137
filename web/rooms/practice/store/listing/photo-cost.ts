/**
 * What a level of pictures costs a product that owns another one: each level above it is paid for.
 *
 * @param costs price of each level above the one below it, minor units of the books
 */
export function levelCost(costs: readonly number[], owned: number, wanted: number): number {
  return costs.slice(owned + 1, wanted + 1).reduce((sum, cost) => sum + cost, 0);
}
