package org.dealgraph.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** Reads {@code ingest/figures}: each entry is one figure as one page states it. */
final class FigureReader {

    private static final Pattern UNIT = Pattern.compile("%|[A-Z]{3}(?:/[A-Za-z]+(?:-[A-Za-z]+)*)?");
    private static final Pattern FISCAL = Pattern.compile("FY(\\d{2})(?:-(?:H[12]|Q[1-4]))?");

    private final Catalogue catalogue;
    private final Path ingest;
    private final Faults faults;
    private final Map<String, String> places = new HashMap<>();

    FigureReader(Catalogue catalogue, Path ingest, Faults faults) {
        this.catalogue = catalogue;
        this.ingest = ingest;
        this.faults = faults;
    }

    /** All figures, by id. */
    List<Figure> read() {
        List<Figure> figures = new ArrayList<>();
        for (Path file : YamlFile.below(ingest.resolve("figures"))) {
            YamlFile.read(file, ingest.relativize(file).toString(), faults)
                    .map(YamlNode::items)
                    .orElse(List.of())
                    .forEach(entry -> figure(entry).ifPresent(figures::add));
        }
        return figures.stream().sorted(Comparator.comparing(Figure::id)).toList();
    }

    private Optional<Figure> figure(YamlNode n) {
        n.only(
                "id",
                "metric",
                "of",
                "with",
                "scope",
                "period",
                "ends",
                "measure",
                "value",
                "unit",
                "published",
                "source",
                "summary");
        String id = n.getText("id");
        String earlier = places.putIfAbsent(id, n.where());
        if (earlier != null) {
            n.fault("id '" + id + "' is taken by " + earlier + ": choose another");
        }
        Optional<Metric> metric = n.findChoice("metric", Metric.class);
        if (metric.isEmpty()) {
            n.getText("metric");
        }
        @Nullable
        String of = n.findText("of").map(o -> organization(n, "of", o)).orElse(null);
        if (of == null && n.findText("scope").isEmpty()) {
            n.fault("'of' is missing: name the organization, or in 'scope' the several that it is about");
        }
        @Nullable
        String with = n.findText("with").map(w -> organization(n, "with", w)).orElse(null);
        String period = n.getText("period");
        Optional<PartialDate> ends = ends(n, period);
        Optional<Interval> value = n.find("value").flatMap(this::value);
        if (n.find("value").isEmpty()) {
            n.fault("'value' is missing: write the number with its bound");
        }
        String unit = n.getText("unit");
        if (!UNIT.matcher(unit).matches()) {
            n.fault("'unit' is neither %, nor a currency such as USD, nor a rate such as USD/GW: " + unit);
        }
        Optional<Figure.Source> source = n.find("source").flatMap(this::source);
        if (n.find("source").isEmpty()) {
            n.fault("'source' is missing: name the page it was found on");
        }
        String summary = n.getText("summary");
        if (metric.isEmpty() || ends.isEmpty() || value.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                id,
                metric.get(),
                of,
                with,
                n.findText("scope").map(s -> s.toLowerCase(Locale.ROOT)).orElse("company"),
                period,
                ends.get(),
                n.findChoice("measure", Measure.class).orElse(Measure.UNSTATED),
                value.get(),
                unit,
                n.findDate("published").orElse(null),
                source.get(),
                summary));
    }

    private String organization(YamlNode n, String key, String id) {
        if (catalogue.findOrganization(id).isEmpty()) {
            n.fault("'" + key + "' names '" + id + "', which is not in the registry: add it or correct the id");
        }
        return id;
    }

    /** The end of a calendar period is known; that of a fiscal one has to be said, because companies differ. */
    private static Optional<PartialDate> ends(YamlNode n, String period) {
        Optional<PartialDate> said = n.findDate("ends");
        if (said.isPresent() || period.isEmpty()) {
            return said;
        }
        Matcher fiscal = FISCAL.matcher(period);
        if (fiscal.matches()) {
            n.fault("'ends' is missing: companies begin their fiscal years in different months, so say when " + period
                    + " ended");
            return Optional.empty();
        }
        try {
            return Optional.of(PartialDate.parse(period));
        } catch (IllegalArgumentException e) {
            n.fault("'period' is neither a date nor fiscal, as 2026-Q1 and FY26-Q3 are: " + period);
            return Optional.empty();
        }
    }

    private Optional<Interval> value(YamlNode n) {
        n.only("amount", "low", "high", "bound");
        Bound bound = n.findChoice("bound", Bound.class).orElse(Bound.STATED);
        if (bound == Bound.BETWEEN) {
            Optional<BigDecimal> low = n.findNumber("low");
            Optional<BigDecimal> high = n.findNumber("high");
            if (low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) > 0) {
                n.fault("BETWEEN needs 'low' and 'high', low first");
                return Optional.empty();
            }
            return Optional.of(Interval.between(low.get(), high.get()));
        }
        Optional<BigDecimal> amount = n.findNumber("amount");
        if (amount.isEmpty()) {
            n.fault("'amount' is missing: write a plain number");
        }
        return amount.map(x -> Interval.of(x, bound));
    }

    private Optional<Figure.Source> source(YamlNode n) {
        n.only("address", "publisher", "tier", "seen", "reliesOn");
        Optional<String> address = n.findAddress("address");
        if (address.isEmpty() && n.find("address").isEmpty()) {
            n.fault("'address' is missing: name the page it was found on");
        }
        String publisher = n.getText("publisher");
        Optional<Tier> tier = n.findChoice("tier", Tier.class);
        if (tier.isEmpty()) {
            n.getText("tier");
        }
        if (address.isEmpty() || tier.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure.Source(
                address.get(),
                publisher,
                tier.get(),
                n.findText("seen").map("true"::equals).orElse(false),
                n.findText("reliesOn").orElse(null)));
    }
}
