// graphql-ws, graphql-sse and Apollo Client against a running server: queries, a subscription, and going on after a
// forced disconnect by the cursor. The graph must hold at least six changes.
import assert from 'node:assert/strict';
import { ApolloClient, gql, HttpLink, InMemoryCache, split } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

const server = (process.argv[2] ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
const address = server.replace(/^http/, 'ws') + '/graphql';
const QUERY = '{ status { revision } deals(first: 2) { nodes { id title } } }';
const EVENTS = 'subscription Events($after: String, $first: Int) { dealEvents(after: $after, first: $first) { cursor kind deal { title } } }';
const FIRST = ['1', '2', '3', '4', '5', '6'];

const cursors = async (client, variables) => {
  const found = [];
  for await (const result of client.iterate({ query: EVENTS, variables })) {
    assert.equal(result.errors, undefined);
    found.push(result.data.dealEvents.cursor);
  }
  return found;
};

const one = async (client, query) => {
  for await (const result of client.iterate({ query })) {
    return result;
  }
  throw new Error('no answer');
};

const tests = {
  async 'graphql-ws: query and subscription'() {
    const client = createWs({ url: address, webSocketImpl: WebSocket });
    assert.equal((await one(client, QUERY)).data.deals.nodes.length, 2);
    assert.deepEqual(await cursors(client, { after: '0', first: 6 }), FIRST);
    await client.dispose();
  },
  async 'graphql-ws: goes on by the cursor after a forced disconnect'() {
    const found = [];
    while (found.length < 6) {
      const sockets = [];
      const client = createWs({ url: address, webSocketImpl: WebSocket, retryAttempts: 0, on: { opened: (s) => sockets.push(s) } });
      try {
        for await (const result of client.iterate({ query: EVENTS, variables: { after: found.at(-1) ?? '0' } })) {
          found.push(result.data.dealEvents.cursor);
          if (found.length % 2 === 0) {
            sockets.forEach((socket) => socket.terminate());
            break;
          }
        }
      } catch {
        // The connection was cut on purpose.
      }
    }
    assert.deepEqual(found, FIRST);
  },
  async 'graphql-sse: distinct connections'() {
    const client = createSse({ url: server + '/graphql/stream' });
    assert.equal((await one(client, QUERY)).data.deals.nodes.length, 2);
    assert.deepEqual(await cursors(client, { after: '0', first: 6 }), FIRST);
    client.dispose();
  },
  async 'graphql-sse: a single connection'() {
    const client = createSse({ url: server + '/graphql/stream', singleConnection: true });
    const both = await Promise.all([cursors(client, { after: '0', first: 6 }), cursors(client, { after: '2', first: 4 })]);
    assert.deepEqual(both, [FIRST, FIRST.slice(2)]);
    client.dispose();
  },
  async 'Apollo Client: query over HTTP, subscription over WebSocket'() {
    const socket = createWs({ url: address, webSocketImpl: WebSocket });
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: split(({ operationType }) => operationType === 'subscription', new GraphQLWsLink(socket), new HttpLink({ uri: server + '/graphql' })),
    });
    assert.equal((await client.query({ query: gql(QUERY) })).data.deals.nodes.length, 2);
    const found = await new Promise((resolve, reject) => {
      const list = [];
      client.subscribe({ query: gql(EVENTS), variables: { after: '0', first: 6 } }).subscribe({
        next: (result) => list.push(result.data.dealEvents.cursor),
        error: reject,
        complete: () => resolve(list),
      });
    });
    assert.deepEqual(found, FIRST);
    client.stop();
    await socket.dispose();
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log('ok   ' + name);
  } catch (e) {
    failed++;
    console.log('FAIL ' + name + ': ' + (e.stack ?? JSON.stringify(e)));
  }
}
process.exit(failed ? 1 : 0);
