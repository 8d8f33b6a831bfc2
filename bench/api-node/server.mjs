// The same questions on the same database with @neo4j/graphql and Apollo Server: node server.mjs BOLT-URI USER < password
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';

const [uri, user] = process.argv.slice(2);
const password = readFileSync(0, 'utf8').trim();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { maxConnectionPoolSize: 16 });

const typeDefs = /* GraphQL */ `
  type Organization @node {
    id: String!
    name: String!
    owes: [Term!]! @relationship(type: "FROM", direction: IN)
    receives: [Term!]! @relationship(type: "TO", direction: IN)
    deals(first: Int!): [Deal!]!
      @cypher(
        statement: """
        MATCH (this)<-[:FROM|TO|FOR]-(:Term)<-[:HAS_TERM]-(d:Deal)
        WITH DISTINCT d ORDER BY d.publishedDay DESC, d.id LIMIT $first
        RETURN d
        """
        columnName: "d"
      )
  }
  type Deal @node {
    id: String!
    title: String!
    published: String
    publishedDay: Int
    terms: [Term!]! @relationship(type: "HAS_TERM", direction: OUT)
  }
  type Term @node {
    id: String!
    kind: String!
    stage: String
    counted: Boolean
    currency: String
    amount: Float
    megawatts: Float
    from: [Organization!]! @relationship(type: "FROM", direction: OUT)
    to: [Organization!]! @relationship(type: "TO", direction: OUT)
  }
  type Claim @node @fulltext(indexes: [{ indexName: "claim_text", queryName: "claimsByText", fields: ["quote"] }]) {
    id: String!
    kind: String!
    quote: String!
  }
  type ProviderTotal {
    id: String!
    name: String!
    sum: Float!
  }
  type Query {
    totalsByProvider(kind: String!, first: Int!): [ProviderTotal!]!
      @cypher(
        statement: """
        MATCH (t:Term {kind: $kind})-[:TO]->(o:Organization)
        WHERE t.counted AND t.currency = 'USD'
        WITH o, sum(t.amount) AS sum
        ORDER BY sum DESC LIMIT $first
        RETURN {id: o.id, name: o.name, sum: sum} AS total
        """
        columnName: "total"
      )
  }
`;

const neo = new Neo4jGraphQL({ typeDefs, driver });
const server = new ApolloServer({ schema: await neo.getSchema(), introspection: false });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
console.log(url);
