import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Knows the connections that have not asked anything yet: browsers open some ahead. The server's
 * own closing waits for them, so they are ended when it begins.
 */
export function watchSilentSockets(server: Server): { end(): void } {
  const silent = new Set<Socket>();
  server.on("connection", (socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });
  server.on("request", ({ socket }) => silent.delete(socket));
  return {
    end() {
      for (const socket of silent) socket.destroy();
    },
  };
}
