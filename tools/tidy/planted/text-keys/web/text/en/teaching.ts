export const teaching = { join: "Join" };
