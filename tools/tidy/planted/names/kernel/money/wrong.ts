export const orderQty = 1;
export type Instructor = { grey: number };
export function pick(cfg: number) {
  return cfg;
}
