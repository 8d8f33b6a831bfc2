package org.dealgraph.bench.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dealgraph.graph.Json;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Party;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Term;

/** The rows that an intake leaves, as plain parameters. */
final class Rows {

    private Rows() {}

    static SourcedClaim sourced(Claim claim, Article article) {
        return new SourcedClaim(
                claim,
                ids(claim.from()),
                ids(claim.to()),
                List.of(),
                article.tier(),
                article.published(),
                false,
                article.address());
    }

    private static List<String> ids(List<Party> parties) {
        return parties.stream().map(Party::name).toList();
    }

    static Map<String, Object> article(Article a) {
        return Map.of(
                "id", a.id(),
                "properties",
                        Map.of(
                                "source", a.source(),
                                "address", a.address(),
                                "tier", a.tier().name(),
                                "title", a.title(),
                                "published", String.valueOf(a.published()),
                                "language", a.language(),
                                "text", a.text(),
                                "knownDay", 1L,
                                "body", Json.write(a)));
    }

    static List<Map<String, Object>> organizations(Collection<SourcedClaim> claims) {
        Set<String> ids = new TreeSet<>();
        claims.forEach(c -> {
            ids.addAll(c.from());
            ids.addAll(c.to());
        });
        return ids.stream()
                .map(id -> Map.<String, Object>of(
                        "id", id,
                        "properties",
                                Map.of(
                                        "name", id,
                                        "aliases", List.of(),
                                        "types", List.of(),
                                        "verified", false,
                                        "body", Json.write(Organization.provisional(id, id)))))
                .toList();
    }

    static Map<String, Object> claim(SourcedClaim c, Set<String> blocks) {
        Claim claim = c.claim();
        return Map.of(
                "id", claim.id(),
                "article", claim.article(),
                "from", c.from(),
                "to", c.to(),
                "blocks", List.copyOf(blocks),
                "properties",
                        Map.of(
                                "article", claim.article(),
                                "kind", claim.kind().name(),
                                "stage", claim.standing().stage().name(),
                                "polarity", claim.standing().polarity().name(),
                                "tier", c.tier().name(),
                                "confidence", claim.reading().confidence(),
                                "published", String.valueOf(c.published()),
                                "quote", claim.evidence().quote(),
                                "retired", false,
                                "body", Json.write(c)));
    }

    static Map<String, Object> deal(Deal deal) {
        List<Map<String, Object>> terms = new ArrayList<>();
        for (Term term : deal.terms()) {
            terms.add(Map.of(
                    "id", term.id(),
                    "from", term.from(),
                    "to", term.to(),
                    "supports", term.supports(),
                    "properties",
                            Map.of(
                                    "kind", term.kind().name(),
                                    "stage", term.stage().name(),
                                    "counted", term.counted(),
                                    "amount",
                                            term.subject()
                                                    .quantity()
                                                    .orElseThrow()
                                                    .value()
                                                    .doubleValue(),
                                    "independentSources", term.independentSources())));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", deal.id());
        row.put("terms", terms);
        row.put(
                "properties",
                Map.of(
                        "slug", deal.slug(),
                        "title", deal.title(),
                        "claims", deal.claims(),
                        "names", deal.parties(),
                        "publishedDay", 1L,
                        "body", Json.write(deal)));
        return row;
    }

    static Map<String, Object> revision(Revision revision) {
        return Map.of(
                "number", revision.number(),
                "deal", revision.deal(),
                "properties",
                        Map.of(
                                "deal", revision.deal(),
                                "kind", revision.kind().name(),
                                "cause", revision.cause().name(),
                                "body", Json.write(revision)));
    }
}
