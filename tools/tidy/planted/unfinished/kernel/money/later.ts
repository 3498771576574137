// TODO: round this
export const later = 1; // TODO #12: with its issue it may stand
export function stub() {
  throw new Error("Not implemented yet");
}
