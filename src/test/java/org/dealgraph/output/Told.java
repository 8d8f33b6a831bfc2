package org.dealgraph.output;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.BlockedClaim;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.Recording;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Article;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Span;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** Writes small deals, the articles behind them and what happened to them into a store. */
public final class Told {

    public static final Instant BEGIN = Instant.parse("2026-11-01T10:00:00.750Z");

    private final GraphStore store;
    private final RevisionRepository revisions;
    private final List<Revision> log = new ArrayList<>();

    public Told(GraphStore store) {
        this.store = store;
        this.revisions = new RevisionRepository(store.queries());
    }

    /** What was appended here, in order. */
    public List<Revision> log() {
        return log;
    }

    /** A deal of one term, founded by the claim of the same id, which an article of this title and quote states. */
    public void state(Deal deal, String title, String address, String quote) {
        Recording recording = new Recording("run", BEGIN);
        Article article = new Article(
                "a-" + deal.id(),
                address,
                "wire",
                "Example Wire",
                Tier.WIRE,
                title,
                null,
                PartialDate.parse("2026-10-30"),
                null,
                null,
                "en",
                quote,
                null,
                null);
        Term term = deal.terms().getFirst();
        Claim claim = new Claim(
                deal.id(),
                article.id(),
                term.kind(),
                List.of(new Party(term.from().getFirst(), null, new Span(0, 1))),
                List.of(new Party(term.to().getFirst(), null, new Span(0, 1))),
                List.of(),
                term.subject(),
                Claim.Schedule.none(),
                Claim.Standing.agreed(),
                new Attribution(Attribution.Voice.PARTY, null),
                true,
                new Evidence(List.of(new Span(0, quote.length())), quote),
                new Claim.Reading("test", 0.9));
        SourcedClaim sourced = new SourcedClaim(
                claim, term.from(), term.to(), List.of(), Tier.WIRE, article.published(), false, article.id());
        store.run(tx -> {
            new ArticleRepository(store.queries()).save(tx, article, recording);
            new ClaimRepository(store.queries())
                    .save(tx, List.of(new BlockedClaim(sourced, Set.of("block"))), recording);
            new DealRepository(store.queries()).replace(tx, List.of(), List.of(deal));
        });
    }

    /** Takes the claim behind a deal out of use, as a retraction does. */
    public void retire(String claim) {
        store.run(tx -> new ClaimRepository(store.queries()).retire(tx, List.of(claim), "test", BEGIN));
    }

    public void happened(Kind kind, Cause cause, @Nullable Deal before, @Nullable Deal after) {
        happened(List.of(change(kind, cause, before, after)));
    }

    public void happened(List<Revision> changes) {
        store.run(tx -> log.addAll(revisions.append(tx, changes)));
    }

    public Revision change(Kind kind, Cause cause, @Nullable Deal before, @Nullable Deal after) {
        Deal deal = Objects.requireNonNull(after == null ? before : after, "deal");
        return new Revision(
                0,
                deal.id(),
                kind,
                cause,
                BEGIN.plusSeconds(60L * log.size()),
                before == null ? null : Json.write(before),
                after == null ? null : Json.write(after),
                deal.claims());
    }

    /** A deal whose one term has a step within it. */
    public static Deal with(Deal deal, Milestone step) {
        Term t = deal.terms().getFirst();
        Term stepped = new Term(
                t.id(),
                t.kind(),
                t.from(),
                t.to(),
                t.beneficiaries(),
                t.subject(),
                t.schedule().with(List.of(step)),
                t.agreedAssumed(),
                t.stage(),
                t.flags(),
                t.history(),
                t.supports(),
                t.disputes(),
                t.ends(),
                t.independentSources(),
                t.published(),
                t.counted(),
                t.links(),
                t.conflicts());
        return new Deal(
                deal.id(),
                deal.slug(),
                deal.title(),
                deal.parties(),
                List.of(stepped),
                deal.claims(),
                deal.agreed(),
                deal.published());
    }

    /** Money that one spends with another, in billions of dollars. */
    public static Deal deal(String id, String title, String from, int billions, Stage stage, String start) {
        PartialDate day = PartialDate.parse("2026-10-30");
        Term term = new Term(
                id,
                ClaimKind.SPEND,
                List.of(from),
                List.of("new:a-seller"),
                List.of(),
                Claim.Subject.of(Money.of(Interval.upTo(new BigDecimal(billions).movePointRight(9)), "USD")),
                new Claim.Schedule(day, PartialDate.parse(start), PartialDate.parse("2031-H1"), null),
                false,
                stage,
                Set.of(),
                List.of(new Term.Step(Stage.AGREED, day, List.of(id))),
                List.of(id),
                List.of(),
                List.of(),
                1,
                day,
                true,
                List.of(),
                List.of());
        return new Deal(id, "slug", title, List.of(from, "new:a-seller"), List.of(term), List.of(id), day, day);
    }
}
