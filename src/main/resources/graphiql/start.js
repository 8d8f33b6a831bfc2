'use strict';

// Starts GraphiQL. Questions go to /graphql; subscriptions to /graphql/stream, whose events are read as they come.
(() => {
  const EXAMPLE = `# Who has committed what to whom in AI infrastructure.
# Ctrl-Enter runs this; the book on the left explains every type and field.
# A key goes into "Headers" below: {"Authorization": "Bearer dg_..."}

query Largest {
  deals(orderBy: LARGEST, first: 3) {
    nodes {
      title
      independentSources
      terms {
        text
        stage
        supports {
          evidence { quote }
          article { address label }
        }
      }
    }
  }
}

subscription Changes {
  dealEvents(after: "0", first: 5) {
    cursor
    kind
    cause
    deal { title }
  }
}
`;

  const request = (params, headers, accept) => ({
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept },
    body: JSON.stringify(params),
  });

  async function* events(params, headers) {
    const control = new AbortController();
    const response = await fetch('graphql/stream', {
      ...request(params, headers, 'text/event-stream'),
      signal: control.signal,
    });
    if (!response.ok || !response.body) {
      yield await response.json();
      return;
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) {
          return;
        }
        text += value;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const lines = text.slice(0, end).split('\n');
          text = text.slice(end + 2);
          const kind = lines.find((line) => line.startsWith('event: '));
          const data = lines.find((line) => line.startsWith('data: '));
          if (kind === 'event: complete') {
            return;
          }
          if (kind === 'event: next' && data) {
            yield JSON.parse(data.slice('data: '.length));
          }
        }
      }
    } finally {
      control.abort();
    }
  }

  const isSubscription = (params, document) =>
    !!document &&
    document.definitions.some(
      (d) =>
        d.kind === 'OperationDefinition' &&
        d.operation === 'subscription' &&
        (!params.operationName || (d.name && d.name.value === params.operationName)),
    );

  const fetcher = (params, options) => {
    const headers = (options && options.headers) || {};
    return isSubscription(params, options && options.documentAST)
      ? events(params, headers)
      : fetch('graphql', request(params, headers, 'application/graphql-response+json, application/json')).then((r) => r.json());
  };

  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, { fetcher, defaultQuery: EXAMPLE, shouldPersistHeaders: false }),
  );
})();
