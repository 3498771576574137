import fastify from "fastify";
import fc from "fast-check";

export const all = [fastify, fc];
