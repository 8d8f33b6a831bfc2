// graphql-ws with an event source in memory. Listens on a free port; POST / publishes {"from": 1, "count": 100, "topics": 100}, GET / tells how
// many listen.
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema(`
  type Query { no: Boolean }
  type Deal { id: ID! title: String! }
  type DealEvent { cursor: String! kind: String! deal: Deal }
  type Subscription { dealEvents(topic: Int!): DealEvent! }
`);

const listeners = new Map();

async function* listen(topic) {
  const queue = [];
  let wake = () => {};
  const hear = (event) => {
    queue.push(event);
    wake();
  };
  const all = listeners.get(topic) ?? new Set();
  listeners.set(topic, all.add(hear));
  try {
    for (;;) {
      while (queue.length > 0) {
        yield { dealEvents: queue.shift() };
      }
      await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    all.delete(hear);
  }
}

const http = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.end(String([...listeners.values()].reduce((sum, all) => sum + all.size, 0)));
    return;
  }
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  const { from, count, topics } = JSON.parse(body);
  for (let i = from; i < from + count; i++) {
    const event = { cursor: String(i), kind: 'AMENDED', deal: { id: 'd' + i, title: 'Deal number ' + i + ' of two made companies' } };
    listeners.get(i % topics)?.forEach((hear) => hear(event));
  }
  response.end('{}');
});
useServer({ schema, roots: { subscription: { dealEvents: ({ topic }) => listen(topic) } } }, new WebSocketServer({ server: http, path: '/graphql' }));
http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${http.address().port}/`));
