export const inboxMax = 9;
