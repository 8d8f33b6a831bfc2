package org.dealgraph.graph;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.Organization;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Span;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** Small records for the tests of this package; amounts are in billions of dollars. */
final class Sample {

    static final Recording RECORDING = new Recording("run-1", Instant.parse("2026-11-01T10:00:00Z"));

    private Sample() {}

    static Article article(String id) {
        return article(id, "Words of " + id + ".\n\nAnd more.");
    }

    static Article article(String id, String text) {
        return new Article(
                id,
                "https://example.org/" + id,
                "wire",
                "Example Wire",
                Tier.WIRE,
                "Title of " + id,
                null,
                PartialDate.parse("2026-10-05"),
                null,
                null,
                "en",
                text,
                null,
                null);
    }

    /** A claim of a company's spending; the ids of its parties are their names in lower case. */
    static SourcedClaim spend(String id, String article, String from, String to, int billions) {
        return spend(id, article, from, to, from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT), billions);
    }

    static SourcedClaim spend(
            String id, String article, String from, String to, String fromId, String toId, int billions) {
        String quote = from + " commits " + billions + " billion to " + to;
        Claim claim = new Claim(
                id,
                article,
                ClaimKind.SPEND,
                List.of(new Party(from, null, new Span(0, from.length()))),
                List.of(Party.known(to, toId)),
                List.of(),
                Claim.Subject.of(dollars(billions)),
                Claim.Schedule.none(),
                Claim.Standing.agreed(),
                Attribution.author(),
                true,
                new Evidence(List.of(new Span(0, quote.length())), quote),
                new Claim.Reading("test", 0.9));
        return new SourcedClaim(
                claim,
                List.of(fromId),
                List.of(toId),
                List.of(),
                Tier.WIRE,
                PartialDate.parse("2026-10-05"),
                false,
                article);
    }

    static BlockedClaim blocked(SourcedClaim claim, String... keys) {
        return new BlockedClaim(claim, Set.of(keys));
    }

    static Money dollars(int billions) {
        return Money.of(Interval.stated(new BigDecimal(billions).movePointRight(9)), "USD");
    }

    /** A deal of one term, founded by the claim of the same id. */
    static Deal deal(SourcedClaim claim, @Nullable String published, Term.TermLink... links) {
        PartialDate day = published == null ? null : PartialDate.parse(published);
        Term term = new Term(
                claim.claim().id(),
                claim.claim().kind(),
                claim.from(),
                claim.to(),
                claim.beneficiaries(),
                claim.claim().subject(),
                new Claim.Schedule(day, null, null, null),
                true,
                Stage.AGREED,
                Set.of(),
                List.of(),
                List.of(claim.claim().id()),
                List.of(),
                List.of(),
                1,
                day,
                true,
                List.of(links),
                List.of());
        return deal(claim.claim().id(), day, List.of(term));
    }

    static Deal deal(String id, @Nullable PartialDate day, List<Term> terms) {
        List<String> claims = terms.stream()
                .flatMap(term -> term.supports().stream())
                .sorted()
                .toList();
        List<String> parties = terms.stream()
                .flatMap(term -> Stream.concat(term.from().stream(), term.to().stream()))
                .distinct()
                .sorted()
                .toList();
        return new Deal(id, "slug-" + id, "Deal " + id, parties, terms, claims, day, day);
    }

    static Organization organization(String id, String name, String... aliases) {
        Organization bare = Organization.provisional(id, name);
        return new Organization(
                bare.id(),
                bare.name(),
                null,
                Set.of(),
                List.of(aliases),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
