import { classSizeMax } from "../teaching/index.ts";

export const deskMax = classSizeMax;
