package org.dealgraph.pipeline.pairs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dealgraph.claim.corpus.CorpusClaim;
import org.dealgraph.claim.corpus.CorpusDocument;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Power;
import org.dealgraph.model.Right;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.jspecify.annotations.Nullable;

/** The corpus's annotations as claims: document and number make the id, the story is the source. */
final class GoldClaims {

    private static final double SURE = 0.95;
    private static final PartialDate ASSUMED = PartialDate.parse("2026-11-20");

    private final Function<Party, String> resolver;

    GoldClaims(Function<Party, String> resolver) {
        this.resolver = resolver;
    }

    /** The claim's id. */
    static String id(CorpusDocument document, int number) {
        return document.id() + "#" + number;
    }

    List<SourcedClaim> of(Collection<CorpusDocument> documents) {
        List<SourcedClaim> claims = new ArrayList<>();
        for (CorpusDocument document : documents) {
            for (int i = 0; i < document.claims().size(); i++) {
                claims.add(sourced(document, i));
            }
        }
        return claims;
    }

    private SourcedClaim sourced(CorpusDocument document, int number) {
        Claim claim =
                claim(document.id(), id(document, number), document.claims().get(number));
        Article article = document.article();
        return new SourcedClaim(
                claim,
                resolved(claim.from()),
                resolved(claim.to()),
                List.of(),
                article.tier(),
                article.published() == null ? ASSUMED : article.published(),
                article.published() == null,
                document.story());
    }

    private List<String> resolved(List<Party> parties) {
        return parties.stream().map(resolver).toList();
    }

    private static Claim claim(String article, String id, CorpusClaim c) {
        boolean ended = c.status().equals("ENDED");
        Stage stage = ended ? Stage.CANCELLED : c.status().equals("REPORTED") ? Stage.TALKS : Stage.AGREED;
        return new Claim(
                id,
                article,
                c.kind(),
                parties(c.from()),
                parties(c.to()),
                List.of(),
                subject(c),
                new Claim.Schedule(date(c.date()), date(c.start()), date(c.end()), c.termYears()),
                new Claim.Standing(stage, Set.of(), ended ? Polarity.ENDS : Polarity.ASSERTS, AmountRelation.whole()),
                Attribution.author(),
                c.core(),
                new Evidence(List.of(), c.quote()),
                new Claim.Reading("annotation", SURE));
    }

    private static Claim.Subject subject(CorpusClaim c) {
        return new Claim.Subject(
                c.money() == null
                        ? null
                        : Money.of(
                                Interval.of(c.money().amount(), bound(c.money().bound())),
                                c.money().currency()),
                c.power() == null ? null : new Power(count(c.power()), Power.Measure.UNSTATED, Power.Layer.COMPUTE),
                c.units() == null ? null : count(c.units()),
                c.product(),
                c.right() == null ? null : Right.valueOf(c.right()),
                null,
                c.site());
    }

    private static Interval count(CorpusClaim.Count count) {
        return Interval.of(count.value(), bound(count.bound()));
    }

    private static Bound bound(String name) {
        return name.equals("EXACT") || name.equals("null") ? Bound.STATED : Bound.valueOf(name);
    }

    private static List<Party> parties(List<String> names) {
        return names.stream().map(name -> Party.known(name, name)).toList();
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        try {
            return text == null ? null : PartialDate.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
