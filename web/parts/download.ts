import type { Does } from "@echelon/contract/endpoints.ts";
import type { ArgumentsOf } from "../api/client.ts";
import { useAct } from "../api/query.ts";

/** Gives the browser a file to keep. */
export function saveFile(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

export function saveText(name: string, text: string, mediaType: string): void {
  saveFile(name, new Blob([text], { type: mediaType }));
}

/** Fetches a file and hands it to the browser; `isPending` and `error` are for its button. */
export function useDownload<D extends Does>(does: D) {
  const get = useAct(does);
  const save = (given: ArgumentsOf<D>, name: string) =>
    get.mutate(given, { onSuccess: (file) => saveFile(name, asBlob(file)) });
  return { save, isPending: get.isPending, error: get.error };
}

/** An answer in JSON is a file, too, when it was asked for as one. */
function asBlob(answer: unknown): Blob {
  return answer instanceof Blob
    ? answer
    : new Blob([JSON.stringify(answer, null, 1)], { type: "application/json" });
}

/** The name of a file from what people called the thing: no sign that a file system minds. */
export function fileName(...parts: readonly string[]): string {
  const words = parts.map((part) => part.replaceAll(/[\\/:*?"<>|\s\p{Cc}]+/gu, "-"));
  return words.join("-").replaceAll(/-{2,}/g, "-").replaceAll(/^-|-$/g, "");
}
