import { closeDay } from "./use-cases/close-day.ts";

export const routes = [closeDay];
