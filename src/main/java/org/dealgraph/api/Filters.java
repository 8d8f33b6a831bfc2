package org.dealgraph.api;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.answer.Basis;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.event.EventFilter;
import org.dealgraph.graph.ClaimFilter;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Product;
import org.dealgraph.model.Site;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;
import org.dealgraph.model.Watch;
import org.jspecify.annotations.Nullable;

/** The filters of the schema as the graph understands them. */
@Singleton
public final class Filters {

    static final Map<String, Integer> POWERS_OF_TEN = Map.of("ONE", 0, "MILLION", 6, "BILLION", 9, "MW", 0, "GW", 3);

    private final Catalogue catalogue;
    private final Organizations organizations;

    Filters(Catalogue catalogue, Organizations organizations) {
        this.catalogue = catalogue;
        this.organizations = organizations;
    }

    /** The filter of deals that an argument of the schema's type {@code DealFilter} asks for. */
    public DealFilter deals(Map<String, Object> filter, Moment moment) {
        Basis strength = filter.get("strength") instanceof String name ? Basis.valueOf(name) : null;
        return new DealFilter(
                (String) filter.get("text"),
                parties(filter, moment),
                choices(filter, "roles", DealFilter.Role.class),
                choices(filter, "kinds", ClaimKind.class),
                stages(choices(filter, "stages", Stage.class), strength),
                strength == null ? (Boolean) filter.get("counted") : Boolean.valueOf(true),
                amount(filter),
                megawatts(filter),
                products(filter),
                sites(filter),
                range(filter, "agreedFrom", "agreedTo"),
                range(filter, "publishedFrom", "publishedTo"),
                new DealFilter.Extra(
                        choices(filter, "instruments", Instrument.class),
                        strength == Basis.FIRM ? Boolean.TRUE : null,
                        choices(filter, "tiers", Tier.class)));
    }

    /** The changes of deals that a question asks for, by the registry of now. */
    public EventFilter events(DealQuestion question) {
        return new EventFilter(deals(question.deals(), Moment.NOW), question.changes(), question.causes());
    }

    /** The changes of deals that a watch is about, by the registry of now. */
    public EventFilter events(Watch watch) {
        return events(new DealQuestion(watch.filter()));
    }

    ClaimFilter claims(Map<String, Object> filter, Moment moment) {
        List<List<String>> families = parties(filter, moment);
        return new ClaimFilter(
                filter.get("article") instanceof String article ? GlobalId.own("Article", article) : null,
                families == null
                        ? null
                        : families.stream().flatMap(List::stream).distinct().toList(),
                choices(filter, "kinds", ClaimKind.class),
                new ClaimFilter.Traits(
                        choices(filter, "stages", Stage.class),
                        choices(filter, "polarities", Polarity.class),
                        choices(filter, "voices", Attribution.Voice.class),
                        choices(filter, "tiers", Tier.class),
                        (Double) filter.get("confidence"),
                        range(filter, "publishedFrom", "publishedTo")));
    }

    /** Each party with everything that was part of it. */
    private @Nullable List<List<String>> parties(Map<String, Object> filter, Moment moment) {
        LocalDate day = moment.day();
        return filter.get("parties") instanceof List<?> ids && !ids.isEmpty() ? organizations.families(ids, day) : null;
    }

    /** The stages that a strength lets through; what only counts or not is another condition. */
    private static @Nullable Set<Stage> stages(@Nullable Set<Stage> asked, @Nullable Basis strength) {
        if (strength == null) {
            return asked;
        }
        Set<Stage> strong = Stream.of(Stage.values())
                .filter(stage -> switch (strength) {
                    case HEADLINE -> stage != Stage.TALKS && !stage.ended();
                    case TALKS -> stage == Stage.TALKS;
                    case FIRM, FIRM_AND_CONDITIONAL -> stage.agreed();
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
        if (asked != null) {
            strong.retainAll(asked);
        }
        return strong;
    }

    private static DealFilter.@Nullable AmountRange amount(Map<String, Object> filter) {
        if (filter.get("amount") instanceof Map<?, ?> amount) {
            return new DealFilter.AmountRange(scaled(amount), String.valueOf(amount.get("currency")));
        }
        return filter.get("minimumDollars") instanceof BigDecimal dollars
                ? new DealFilter.AmountRange(new Range<>(dollars, null), "USD")
                : null;
    }

    private static @Nullable Range<BigDecimal> megawatts(Map<String, Object> filter) {
        if (filter.get("power") instanceof Map<?, ?> power) {
            return scaled(power);
        }
        return filter.get("minimumMegawatts") instanceof BigDecimal megawatts ? new Range<>(megawatts, null) : null;
    }

    private static Range<BigDecimal> scaled(Map<?, ?> range) {
        int scale = POWERS_OF_TEN.getOrDefault(String.valueOf(range.get("unit")), 0);
        BigDecimal from = range.get("from") instanceof BigDecimal x ? x.movePointRight(scale) : null;
        BigDecimal to = range.get("to") instanceof BigDecimal x ? x.movePointRight(scale) : null;
        return new Range<>(from, to);
    }

    /** Products by id or name, each with everything of its family. */
    private @Nullable List<String> products(Map<String, Object> filter) {
        if (!(filter.get("products") instanceof Collection<?> named)) {
            return null;
        }
        Set<String> products = new TreeSet<>();
        for (Object each : named) {
            String name = String.valueOf(each);
            products.add(name);
            catalogue.products().stream()
                    .filter(p -> p.id().equals(name)
                            || p.name().equalsIgnoreCase(name)
                            || catalogue.familyOf(p.id()).contains(name))
                    .map(Product::id)
                    .forEach(products::add);
        }
        return List.copyOf(products);
    }

    private @Nullable List<String> sites(Map<String, Object> filter) {
        if (!(filter.get("sites") instanceof Collection<?> named)) {
            return null;
        }
        Set<String> sites = new TreeSet<>();
        for (Object each : named) {
            String name = String.valueOf(each);
            sites.add(name);
            catalogue.sites().stream()
                    .filter(site -> site.name().equalsIgnoreCase(name))
                    .map(Site::id)
                    .forEach(sites::add);
        }
        return List.copyOf(sites);
    }

    private static @Nullable Range<LocalDate> range(Map<String, Object> filter, String from, String to) {
        @Nullable LocalDate first = filter.get(from) instanceof PartialDate d ? d.earliest() : null;
        @Nullable LocalDate last = filter.get(to) instanceof PartialDate d ? d.latest() : null;
        return first == null && last == null ? null : new Range<>(first, last);
    }

    static <E extends Enum<E>> @Nullable Set<E> choices(Map<String, Object> filter, String key, Class<E> type) {
        return filter.get(key) instanceof List<?> names
                ? names.stream()
                        .map(name -> Enum.valueOf(type, String.valueOf(name)))
                        .collect(Collectors.toCollection(TreeSet::new))
                : null;
    }
}
