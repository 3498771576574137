import type { Say } from "./text/text.ts";

/** What the operating system calls what a person can mend: room, rights and places. */
const sentences: Readonly<Record<string, string>> = {
  ENOSPC: "computer/disk-full",
  EDQUOT: "computer/disk-full",
  EACCES: "computer/not-permitted",
  EPERM: "computer/not-permitted",
  EROFS: "computer/not-permitted",
  ENOENT: "computer/no-such-place",
  ENOTDIR: "computer/no-such-place",
  EISDIR: "computer/no-such-place",
  EEXIST: "computer/in-the-way",
  ENOTEMPTY: "computer/in-the-way",
};

/**
 * The sentence for a file or folder that the computer refused, null for every other error.
 *
 * Whoever names a folder that is not there, or runs out of disk, has met no fault of the program.
 */
export function refusedByComputer(error: unknown, say: Say): string | null {
  if (!(error instanceof Error)) return null;
  const { code = "", path = "", syscall } = error as NodeJS.ErrnoException;
  const sentence = sentences[code];
  if (sentence === undefined || syscall === undefined) return null;
  // A full disk names a descriptor and no path; a missing program file is a fault of ours.
  if (path === "" && sentence !== "computer/disk-full") return null;
  return say(sentence, { path, reason: code });
}
