package org.dealgraph.graph;

import java.time.Instant;
import java.util.List;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Mention;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.Resolution.Candidate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The edge from a claim to a party: it holds the name, and the decision about it with its score, its author and its moment.
 * What else the name could have meant is kept as JSON, where there was anything.
 */
final class Mentions {

    private static final String UNTOLD = Judgement.RULE + "given";

    private Mentions() {}

    static Row edge(int order, String name, @Nullable Resolution how) {
        Row row = new Row().with("order", order).with("name", name);
        if (how == null) {
            return row;
        }
        Judgement judgement = how.judgement();
        row.with("score", how.score()).with("verdict", judgement.verdict()).with("by", judgement.by());
        if (!judgement.right().equals(how.organization())) {
            row.with("judged", judgement.right());
        }
        if (!how.candidates().isEmpty()) {
            row.with("candidates", Json.write(how.candidates()));
        }
        return row;
    }

    static Mention of(Record row) {
        Value edge = row.get("edge");
        String organization = row.get("organization").asString();
        String name = edge.get("name").asString();
        Judgement judgement = new Judgement(
                name,
                edge.get("judged").asString(organization),
                Verdict.valueOf(edge.get("verdict").asString(Verdict.SAME.name())),
                edge.get("by").asString(UNTOLD),
                Instant.ofEpochMilli(edge.get("at").asLong(0)));
        String candidates = edge.get("candidates").asString("");
        Resolution resolution = new Resolution(
                organization,
                edge.get("score").asDouble(1),
                judgement,
                candidates.isEmpty() ? List.of() : List.of(Json.read(candidates, Candidate[].class)));
        return new Mention(
                row.get("claim").asString(),
                row.get("side").asString(),
                edge.get("order").asInt(),
                name,
                resolution);
    }
}
