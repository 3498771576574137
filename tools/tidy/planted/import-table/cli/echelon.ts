import { started } from "@echelon/server/main.ts";
import { practice } from "@echelon/server/modules/practice/index.ts";

export const commands = [started, practice];
