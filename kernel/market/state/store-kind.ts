/** Who keeps a store, as `storeKind` of the state has it. Numbers are stored: never renumber. */
export const storeKind = Object.freeze({ absent: 0, bot: 1, people: 2 } as const);
