package org.dealgraph.bench.api;

import java.util.Map;

/**
 * A question in the words of the API, of plain Cypher and of the Node server's schema. Its variables change from one
 * request to the next, so that nothing is answered from a cache that is not meant to be.
 */
enum Shape {
    DEAL_LIST(
            """
            query Deals($after: String) { deals(first: 20, after: $after) { nodes {
              id title published parties { name }
              terms { kind stage from { name } to { name } money { value currency } power { value } } } } }""",
            """
            MATCH (d:Deal)
            WHERE d.publishedDay <= $day
            WITH d ORDER BY d.publishedDay DESC, d.id LIMIT 20
            RETURN d.id AS id, d.title AS title, d.published AS published,
              COLLECT { MATCH (d)-[:HAS_TERM]->(:Term)-[:FROM|TO|FOR]->(o:Organization) RETURN DISTINCT o.name } AS parties,
              COLLECT { MATCH (d)-[:HAS_TERM]->(t:Term)
                RETURN t {.kind, .stage, .amount, .currency, .megawatts,
                  from: COLLECT { MATCH (t)-[:FROM]->(f:Organization) RETURN f.name },
                  to: COLLECT { MATCH (t)-[:TO]->(f:Organization) RETURN f.name }} } AS terms""",
            """
            query Deals($day: Int!) { deals(where: {publishedDay: {lte: $day}}, limit: 20, sort: [{publishedDay: DESC}, {id: ASC}]) {
              id title published
              terms { kind stage amount currency megawatts from { name } to { name } } } }"""),
    ORGANIZATION(
            """
            query Organization($id: ID!) { organization(id: $id) { name deals(first: 20) { nodes {
              id title published parties { name } terms { kind money { value currency } } } } } }""",
            """
            MATCH (o:Organization {id: $id})
            RETURN o.name AS name, COLLECT {
              MATCH (o)<-[:FROM|TO|FOR]-(:Term)<-[:HAS_TERM]-(d:Deal)
              WITH DISTINCT d ORDER BY d.publishedDay DESC, d.id LIMIT 20
              RETURN d {.id, .title, .published,
                parties: COLLECT { MATCH (d)-[:HAS_TERM]->(:Term)-[:FROM|TO|FOR]->(p:Organization) RETURN DISTINCT p.name },
                terms: COLLECT { MATCH (d)-[:HAS_TERM]->(t:Term) RETURN t {.kind, .amount, .currency} }} } AS deals""",
            """
            query Organization($id: String!) { organizations(where: {id: {eq: $id}}) { name deals(first: 20) {
              id title published terms { kind amount currency from { name } to { name } } } } }"""),
    TOTALS(
            """
            query Totals($first: Int!, $kinds: [ClaimKind!]) { commitments(by: [TO], kinds: $kinds, first: $first) {
              groups { to { key name } dollars { money { value currency } } } } }""",
            """
            MATCH (t:Term {kind: $kind})-[:TO]->(o:Organization)
            WHERE t.counted AND t.currency = 'USD'
            WITH o, sum(t.amount) AS sum
            ORDER BY sum DESC LIMIT $first
            RETURN o.id AS id, o.name AS name, sum""",
            """
            query Totals($first: Int!, $kind: String!) { totalsByProvider(first: $first, kind: $kind) { id name sum } }"""),
    THREE_HOPS(
            """
            query Hops($id: ID!) { dependence(of: {id: $id}, depth: 3) { under { thing { key name } } } }""",
            """
            MATCH (o:Organization {id: $id})<-[:FROM]-(:Term {kind: 'SPEND'})-[:TO]->(a:Organization)
            OPTIONAL MATCH (a)<-[:FROM]-(:Term {kind: 'SPEND'})-[:TO]->(b:Organization)
            OPTIONAL MATCH (b)<-[:FROM]-(:Term {kind: 'SPEND'})-[:TO]->(c:Organization)
            UNWIND [a, b, c] AS under
            RETURN DISTINCT under.id AS id, under.name AS name""",
            """
            query Hops($id: String!) { organizations(where: {id: {eq: $id}}) {
              owes(where: {kind: {eq: "SPEND"}}) { to { id name
                owes(where: {kind: {eq: "SPEND"}}) { to { id name
                  owes(where: {kind: {eq: "SPEND"}}) { to { id name } } } } } } } }"""),
    SEARCH(
            """
            query Search($text: String!) { claims(first: 20, filter: {text: $text}) { nodes { id kind evidence { quote } } } }""",
            """
            CALL db.index.fulltext.queryNodes('claim_text', $lucene) YIELD node, score
            WHERE NOT node.retired
            RETURN node.id AS id, node.kind AS kind, node.quote AS quote, score
            ORDER BY score DESC, id LIMIT 20""",
            """
            query Search($lucene: String!) { claimsByText(phrase: $lucene, first: 20) { edges { score node { id kind quote } } } }""");

    final String query;
    final String cypher;
    final String node;

    Shape(String query, String cypher, String node) {
        this.query = query;
        this.cypher = cypher;
        this.node = node;
    }

    /** The variables of the n-th request; each of the three takes the ones it names. */
    Map<String, Object> variables(int n) {
        int mixed = Math.floorMod(n * 7_919, 1 << 20);
        return switch (this) {
            case DEAL_LIST -> {
                long day = 16_600 + mixed % 3_800;
                yield Map.of("day", day, "after", cursor(day));
            }
            case ORGANIZATION -> Map.of("id", Market.id(mixed % Market.ORGANIZATIONS));
            case TOTALS -> {
                String kind = new String[] {"SPEND", "INVEST", "LEND"}[n % 3];
                yield Map.of("first", 1 + mixed % 100, "kind", kind, "kinds", java.util.List.of(kind));
            }
            case THREE_HOPS -> Map.of("id", Market.id(Market.user(mixed)));
            case SEARCH -> {
                String one = Market.word(mixed);
                String two = Market.word(mixed / 32);
                yield Map.of("text", one + " " + two, "lucene", '"' + one + "\" AND \"" + two + '"');
            }
        };
    }

    /** A cursor of the list of the latest deals, before the first of a day. */
    private static String cursor(long day) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((-(double) day + "|").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
