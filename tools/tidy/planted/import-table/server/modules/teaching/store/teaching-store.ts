import { joinClass } from "../use-cases/join-class.ts";

export const seats = [joinClass];
