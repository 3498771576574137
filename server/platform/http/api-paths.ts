/** Whether an address asks the program; every other one asks for a page of the app or its files. */
export function asksProgram(url: string): boolean {
  const path = url.split("?")[0] ?? "";
  return path.startsWith("/api/") || path === "/live" || path === "/openapi.json";
}
