import { classSizeMax } from "../../modules/teaching/index.ts";

export const wall = classSizeMax;
