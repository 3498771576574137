export const tableSize = 2 ** 10;
export const half = Math.floor(tableSize / 2);
