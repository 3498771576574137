import { answers, type ClusterPlace } from "./ask-cluster.ts";

const lookMillis = 2_000;
const goneMillisMax = 60_000;

/** Looks after a database that another process owns: it may come back within a minute. */
export function watchJoined(cluster: ClusterPlace, onGone: () => void): { stop(): void } {
  let seenAt = Date.now();
  const timer = setInterval(() => {
    void answers(cluster.socketFolder, cluster.port).then((data) => {
      if (data !== null) seenAt = Date.now();
      else if (Date.now() - seenAt > goneMillisMax) {
        clearInterval(timer);
        onGone();
      }
    });
  }, lookMillis).unref();
  return { stop: () => clearInterval(timer) };
}
