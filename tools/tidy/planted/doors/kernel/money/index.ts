export { halved } from "./money.ts";
