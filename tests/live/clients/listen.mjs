// Listens through graphql-ws or graphql-sse, and prints each answer on a line: `node listen.mjs ws|sse URL TOKEN DOCUMENT COUNT`.
import { createClient as createSse } from "graphql-sse";
import { createClient as createWs } from "graphql-ws";
import { argv, exit } from "node:process";
import WebSocket from "ws";

const [, , kind, url, token, query, count] = argv;
const authorization = `Bearer ${token}`;
const client =
  kind === "ws"
    ? createWs({ url, webSocketImpl: WebSocket, connectionParams: { authorization }, retryAttempts: 0 })
    : createSse({ url, headers: { authorization }, retryAttempts: 0 });

let left = Number(count);
const stop = client.subscribe(
  { query },
  {
    next(answer) {
      console.log(JSON.stringify(answer));
      left -= 1;
      if (left === 0) stop();
    },
    error(fault) {
      console.log(JSON.stringify({ refused: fault }));
      exit(1);
    },
    complete() {
      console.log("complete");
      client.dispose();
    },
  },
);
