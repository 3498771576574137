import { classSizeMax } from "../teaching/index.ts";

export const trade = { name: "trade", needs: [], deskMax: classSizeMax };
