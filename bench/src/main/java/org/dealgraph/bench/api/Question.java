package org.dealgraph.bench.api;

import java.util.Map;

/**
 * An answer of the API and the plain Cypher that fetches the rows it is worked out from: the terms with their parties, and
 * nothing computed. The organization changes from one asking to the next.
 */
enum Question {
    STAKEHOLDERS(
            "{ stakeholders(organization: $id, steps: 3) { stakes { organization { key } role steps path { key } terms { id } } } }",
            """
            MATCH (o:Organization {id: $id})<-[:FROM|TO]-(t:Term)
            OPTIONAL MATCH (t)-[:TO]->(p)<-[:FROM]-(u:Term {kind: 'SPEND'})-[:TO]->(q)
            OPTIONAL MATCH (q)<-[:FROM]-(v:Term {kind: 'SPEND'})
            UNWIND [t, u, v] AS row WITH DISTINCT row WHERE row IS NOT NULL
            """ + Question.ROW),
    COMMITMENTS(
            "{ commitments(from: [$id], by: [TO], first: 100) { groups { to { key } totals { money { value } counted { id } } } } }",
            "MATCH (:Organization {id: $id})<-[:FROM]-(row:Term) " + Question.ROW),
    CAPACITY(
            "{ capacity(users: [$id], by: [PROVIDER, START_QUARTER]) { groups { providers { key } start totals { power { value } } } } }",
            "MATCH (:Organization {id: $id})<-[:TO]-(row:Term {kind: 'CAPACITY'}) " + Question.ROW),
    DEPENDENCE(
            "{ dependence(of: {id: $id}, depth: 3) { needs { kind concentration ways { on { key } share } } under { thing { key } path { key } } } }",
            Question.DOWN + Question.ROW),
    SINGLE_POINTS(
            "{ dependence(of: {id: $id}, depth: 3) { singlePoints { key } } }",
            Question.DOWN + Question.ROW),
    OUTAGE(
            "{ outage(of: [{id: $supplier}], depth: 3) { effects { thing { key } stops lost substitutes { key } } } }",
            """
            MATCH (:Organization {id: $supplier})<-[:TO]-(t:Term {kind: 'SPEND'})-[:FROM]->(p)
            OPTIONAL MATCH (p)<-[:TO]-(u:Term {kind: 'SPEND'})-[:FROM]->(q)
            OPTIONAL MATCH (q)<-[:TO]-(v:Term {kind: 'SPEND'})
            UNWIND [t, u, v] AS row WITH DISTINCT row WHERE row IS NOT NULL
            """ + Question.ROW),
    LOOPS(
            "{ loops(through: [$id], maxLength: 3, first: 20) { found loops { organizations { key } score } } }",
            "MATCH (row:Term) " + Question.ROW),
    STRESS(
            "{ stress(node: $id, steps: 2) { totals { money { value } } exposures { organization { key } step totals { money { value } } } } }",
            """
            MATCH (o:Organization {id: $id})<-[:FROM]-(t:Term)
            OPTIONAL MATCH (t)-[:TO]->(p)<-[:FROM]-(u:Term)
            UNWIND [t, u] AS row WITH DISTINCT row WHERE row IS NOT NULL
            """ + Question.ROW),
    CROSS_HOLDINGS(
            "{ crossHoldings(party: $id) { holdings { investor { key } investee { key } stakes { money { value } } } } }",
            "MATCH (:Organization {id: $id})<-[:FROM|TO]-(row:Term) " + Question.ROW),
    MARGIN(
            "{ marginCapture(unit: REVENUE_DOLLAR, path: \"lab-dollar-hyperscaler-merchant\","
                    + " assumptions: [{id: \"lab-compute-margin\", base: $share}]) { waterfalls { layers { layer keeps { value } } } } }",
            "MATCH (:Organization {id: $id})<-[:FROM]-(row:Term) " + Question.ROW),
    CONCENTRATION(
            "{ concentration(holders: [$supplier], counterparties: [$id]) { firm { value } headline { value } firmShare { value } } }",
            "MATCH (:Organization {id: $supplier})<-[:TO]-(row:Term)-[:FROM]->(:Organization {id: $id}) " + Question.ROW),
    SELF_FUNDING(
            "{ selfFunding(vendor: $supplier) { kind strength amount { value } customers { key } } }",
            "MATCH (:Organization {id: $supplier})<-[:FROM|TO]-(row:Term) " + Question.ROW),
    UNIT_PRICES(
            "{ unitPrices(parties: [$id]) { prices { measure price { value } outlier } } }",
            """
            MATCH (:Organization {id: $id})<-[:FROM|TO]-(:Term)<-[:HAS_TERM]-(d:Deal)
            WITH DISTINCT d MATCH (d)-[:HAS_TERM]->(row:Term)
            """ + Question.ROW),
    CHIP_MIX(
            "{ chipMix(of: $id) { chips { product way } } }",
            "MATCH (:Organization {id: $id})<-[:TO]-(row:Term) " + Question.ROW),
    CONFLICTS(
            "{ conflicts(organizations: [$id], about: [DEALS]) { aspect chosen } }",
            """
            MATCH (:Organization {id: $id})<-[:FROM|TO]-(:Term)<-[:HAS_TERM]-(d:Deal)
            WITH DISTINCT d MATCH (d)-[:HAS_TERM]->(row:Term)
            """ + Question.ROW),
    GUARANTEES(
            "{ guarantees(by: [$id]) { guarantees { cap { value } } totals { money { value } } } }",
            "MATCH (:Organization {id: $id})<-[:FROM]-(row:Term {kind: 'LEND'}) " + Question.ROW);

    /** What an answer reads of a term. */
    private static final String ROW =
            """
            RETURN row {.id, .kind, .stage, .amount, .currency, .megawatts, .counted,
              from: COLLECT { MATCH (row)-[:FROM]->(f:Organization) RETURN f.id },
              to: COLLECT { MATCH (row)-[:TO]->(g:Organization) RETURN g.id }} AS term""";

    private static final String DOWN =
            """
            MATCH (o:Organization {id: $id})<-[:FROM]-(t:Term {kind: 'SPEND'})-[:TO]->(p)
            OPTIONAL MATCH (p)<-[:FROM]-(u:Term {kind: 'SPEND'})-[:TO]->(q)
            OPTIONAL MATCH (q)<-[:FROM]-(v:Term {kind: 'SPEND'})
            UNWIND [t, u, v] AS row WITH DISTINCT row WHERE row IS NOT NULL
            """;

    final String query;
    final String cypher;

    Question(String query, String cypher) {
        String variables = (query.contains("$id") ? "$id: ID! " : "")
                + (query.contains("$supplier") ? "$supplier: ID! " : "")
                + (query.contains("$share") ? "$share: Decimal! " : "");
        this.query = "query Asked(" + variables + ") " + query;
        this.cypher = cypher;
    }

    /** The variables of the n-th asking. */
    Map<String, Object> variables(int n) {
        return Map.of(
                "id", Market.id(Market.user(n * 37)),
                "supplier", Market.id(400 + Math.floorMod(n * 41, 500)),
                "share", "0." + (500_000 + Math.floorMod(n * 7_919, 200_000)));
    }
}
