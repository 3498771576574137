/** SQLSTATE classes 08 and 57P: the server ended, is starting, or the line broke. */
const states = new Set(["57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006"]);
const systemErrors = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT"]);

/** Whether an error says that the connection, not the query, failed. */
export function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  if (code !== undefined && (states.has(code) || systemErrors.has(code))) return true;
  return /Connection terminated|Client has encountered a connection error/.test(error.message);
}

/** Whether an error says that the database has too much to do: no connection, or no end in time. */
export function isExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isCanceled = (error as { code?: string }).code === "57014";
  return isCanceled || /timeout exceeded when trying to connect/.test(error.message);
}
