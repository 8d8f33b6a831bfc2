package org.dealgraph.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dealgraph.model.ExchangeRate;
import org.dealgraph.model.PartialDate;

/**
 * Reads {@code ingest/rates}. A table holds the figures as its page prints them, against one base; what a unit is worth in
 * dollars is the quotient of two of them.
 */
final class RateReader {

    private static final String DOLLAR = "USD";

    private final Path ingest;
    private final Faults faults;
    private final Map<String, String> places = new TreeMap<>();

    RateReader(Path ingest, Faults faults) {
        this.ingest = ingest;
        this.faults = faults;
    }

    ExchangeRates read() {
        List<ExchangeRate> rates = new ArrayList<>();
        for (Path file : YamlFile.below(ingest.resolve("rates"))) {
            YamlFile.read(file, ingest.relativize(file).toString(), faults)
                    .map(YamlNode::items)
                    .orElse(List.of())
                    .forEach(table -> rates.addAll(table(table)));
        }
        return new ExchangeRates(rates);
    }

    private List<ExchangeRate> table(YamlNode table) {
        table.only("on", "publisher", "address", "base", "perBase", "inBase", "note");
        Optional<PartialDate> on = table.findDate("on");
        if (on.isEmpty()) {
            table.fault("'on' is missing: write the day, month or year of the rates");
        }
        Optional<String> address = table.findAddress("address");
        if (address.isEmpty()) {
            table.fault("'address' is missing: name the page that prints the rates");
        }
        String publisher = table.getText("publisher");
        String base = table.getText("base");
        Map<String, BigDecimal> inBase = inBase(table);
        BigDecimal dollar = base.equals(DOLLAR) ? BigDecimal.ONE : inBase.get(DOLLAR);
        if (dollar == null) {
            table.fault("holds no rate of USD, so that nothing can be converted: add it, or a base of USD");
        }
        if (on.isEmpty() || address.isEmpty() || dollar == null) {
            return List.of();
        }
        if (!base.equals(DOLLAR) && base.matches("[A-Z]{3}")) {
            inBase.put(base, BigDecimal.ONE);
        }
        inBase.remove(DOLLAR);
        List<ExchangeRate> rates = new ArrayList<>();
        inBase.forEach((currency, value) -> rates.add(new ExchangeRate(
                currency, on.get(), value.divide(dollar, MathContext.DECIMAL64), publisher, address.get())));
        rates.forEach(rate -> single(table, rate));
        return rates;
    }

    /** What one unit of each currency is worth in the base. */
    private static Map<String, BigDecimal> inBase(YamlNode table) {
        Map<String, BigDecimal> inBase = new TreeMap<>();
        table.find("inBase").ifPresent(n -> numbers(n).forEach(inBase::put));
        table.find("perBase")
                .ifPresent(n -> numbers(n).forEach((currency, units) -> {
                    if (inBase.put(currency, BigDecimal.ONE.divide(units, MathContext.DECIMAL64)) != null) {
                        n.fault("'" + currency + "' stands in 'inBase' too: keep one of them");
                    }
                }));
        if (inBase.isEmpty()) {
            table.fault("holds no rates: add 'perBase' or 'inBase'");
        }
        return inBase;
    }

    private static Map<String, BigDecimal> numbers(YamlNode node) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        for (String currency : node.keys()) {
            if (!currency.matches("[A-Z]{3}")) {
                node.fault("'" + currency + "' is not an ISO 4217 code: write EUR, GBP, …");
            }
            node.findNumber(currency).ifPresent(x -> {
                if (x.signum() <= 0) {
                    node.fault("'" + currency + "' is not positive: write the rate as its page prints it");
                } else {
                    numbers.put(currency, x);
                }
            });
        }
        return numbers;
    }

    private void single(YamlNode table, ExchangeRate rate) {
        String earlier = places.putIfAbsent(rate.currency() + "@" + rate.on() + "@" + rate.address(), table.where());
        if (earlier != null) {
            table.fault("'" + rate.currency() + "' of " + rate.on() + " is at " + earlier + " too: keep one of them");
        }
    }
}
