export const trade = 1;
