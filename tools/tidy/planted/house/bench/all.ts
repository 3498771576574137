export const promises = ["market-growth"];
