export const again = import("./self.ts");
