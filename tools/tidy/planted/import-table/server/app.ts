import { days } from "./modules/practice/store/practice-store.ts";
import { Today } from "@echelon/web/rooms/practice/today.tsx";

export const app = [days, Today];
