/**
 * Unpacks the packed browser where it is the one that will open: two processes that unpack it at
 * once would start a program that is still being written.
 */
import { readyBrowser } from "./browser.ts";

await readyBrowser();
