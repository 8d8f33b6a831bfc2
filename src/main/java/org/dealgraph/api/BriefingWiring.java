package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.briefing.Briefing;
import org.dealgraph.briefing.Briefing.Sentence;
import org.dealgraph.briefing.BriefingException;
import org.dealgraph.briefing.Briefings;
import org.dealgraph.briefing.Figure;
import org.dealgraph.briefing.RenderedBriefing.Format;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The fields of briefings. */
@Singleton
final class BriefingWiring implements TopicWiring {

    private static final int MOST_CLAIMS = 100;
    private static final int LONGEST_NOTE = 10_000;

    private final Briefings briefings;
    private final BriefingAsks asks;

    BriefingWiring(Briefings briefings, BriefingAsks asks) {
        this.briefings = briefings;
        this.asks = asks;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("briefing", this::briefing));
        wiring.type(
                "Briefing",
                type -> type.dataFetcher(
                                "since",
                                Wirings.of(
                                        Briefing.class,
                                        b -> PartialDate.ofDay(b.ask().since())))
                        .dataFetcher(
                                "until",
                                Wirings.of(
                                        Briefing.class,
                                        b -> PartialDate.ofDay(b.ask().until())))
                        .dataFetcher("revision", Wirings.of(Briefing.class, b -> Long.toString(b.revision())))
                        .dataFetcher("rendered", Wirings.with(Briefing.class, this::rendered)));
        wiring.type(
                "BriefingSentence",
                type -> type.dataFetcher("text", Wirings.of(Sentence.class, Sentence::text))
                        .dataFetcher("figures", Wirings.of(Sentence.class, Sentence::figures))
                        .dataFetcher(
                                "claims",
                                Wirings.with(
                                        Sentence.class,
                                        (env, s) -> Loaders.claims(
                                                env,
                                                s.claims().stream()
                                                        .limit(MOST_CLAIMS)
                                                        .toList())))
                        .dataFetcher(
                                "claimCount",
                                Wirings.of(Sentence.class, s -> s.claims().size())));
        wiring.type(
                "BriefingFigure",
                type -> type.dataFetcher("low", Wirings.of(Figure.class, f -> end(f.value(), true)))
                        .dataFetcher("high", Wirings.of(Figure.class, f -> end(f.value(), false)))
                        .dataFetcher(
                                "measure",
                                Wirings.of(
                                        Figure.class, f -> f.origin().measure().name()))
                        .dataFetcher(
                                "claimIds",
                                Wirings.of(
                                        Figure.class,
                                        f -> f.claims().stream()
                                                .map(id -> GlobalId.of("Claim", id))
                                                .toList())));
    }

    private static @Nullable Object end(@Nullable Interval value, boolean low) {
        return value == null ? null : low ? value.low() : value.high();
    }

    private Briefing briefing(DataFetchingEnvironment env) {
        return refusing(() -> briefings.write(asks.of(
                        new BriefingAsks.Named(
                                env.getArgument("organization"),
                                env.getArgument("deal"),
                                env.getArgument("watch"),
                                env.getArgument("question")),
                        day(env, "since"),
                        day(env, "until"))
                .at(Moments.of(env).recordedAt())));
    }

    private Object rendered(DataFetchingEnvironment env, Briefing briefing) {
        String note = env.getArgument("note");
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new BadArgument("note: longer than " + LONGEST_NOTE + " characters");
        }
        Format format = Format.valueOf(String.valueOf(env.<Object>getArgument("format")));
        return refusing(() -> briefings.render(briefing, format, note, env.getArgument("template")));
    }

    private static LocalDate day(DataFetchingEnvironment env, String name) {
        PartialDate date = Objects.requireNonNull(env.<PartialDate>getArgument(name));
        if (!date.earliest().equals(date.latest())) {
            throw new BadArgument(name + ": a day such as 2026-05-01, not " + date);
        }
        return date.earliest();
    }

    private static <T> T refusing(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (BriefingException | IllegalArgumentException e) {
            throw new BadArgument(Objects.requireNonNullElse(e.getMessage(), "could not brief on that"));
        }
    }
}
