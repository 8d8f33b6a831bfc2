package org.dealgraph.api;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dealgraph.briefing.Ask;
import org.dealgraph.briefing.Asks;
import org.dealgraph.briefing.BriefingException;
import org.dealgraph.model.Watch;
import org.dealgraph.pipeline.WatchBook;
import org.jspecify.annotations.Nullable;

/** What a briefing can be asked to be about, a watch included, whichever way the question comes. */
@Singleton
public final class BriefingAsks {

    private final Asks asks;
    private final WatchBook watches;
    private final Filters filters;

    BriefingAsks(Asks asks, WatchBook watches, Filters filters) {
        this.asks = asks;
        this.watches = watches;
        this.filters = filters;
    }

    /**
     * What is named; at most one.
     *
     * @param organization by id or name
     * @param deal by id
     * @param watch by id or name
     * @param question by name
     */
    public record Named(
            @Nullable String organization,
            @Nullable String deal,
            @Nullable String watch,
            @Nullable String question) {

        /** Nothing: everything is meant. */
        public static Named nothing() {
            return new Named(null, null, null, null);
        }
    }

    /** The question behind some names. */
    public Ask of(Named named, LocalDate since, LocalDate until) {
        List<String> given = Stream.of(named.organization(), named.deal(), named.watch(), named.question())
                .filter(Objects::nonNull)
                .toList();
        if (given.size() > 1) {
            throw new BriefingException(
                    "could not brief on several things: name one of organization, deal, watch, question");
        }
        if (named.organization() != null) {
            return asks.ofOrganization(since, until, own("Organization", named.organization()));
        }
        if (named.deal() != null) {
            return asks.ofDeal(since, until, own("Claim", own("Deal", named.deal())));
        }
        if (named.question() != null) {
            return asks.ofQuestion(since, until, named.question());
        }
        return named.watch() == null ? Ask.of(since, until) : ofWatch(since, until, named.watch());
    }

    private Ask ofWatch(LocalDate since, LocalDate until, String idOrName) {
        Watch watch = watches.findByIdOrName(own("Watch", idOrName))
                .orElseThrow(() -> new BriefingException("could not find the watch of that id or name"));
        return Ask.ofWatch(
                since, until, watch.id(), watch.name(), filters.events(watch).deals());
    }

    private static String own(String type, String id) {
        return GlobalId.own(type, id);
    }
}
