/** Whether an address asks the program; every other one asks for a page of the app or its files. */
export function asksProgram(url: string): boolean {
  const path = url.split("?")[0] ?? "";
  const isService = ["/api/", "/ims/"].some((base) => path.startsWith(base));
  return isService || path === "/live" || path === "/openapi.json";
}
