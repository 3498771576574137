export const countries = ["at", "de"];
