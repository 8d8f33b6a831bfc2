package org.dealgraph.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dealgraph.model.ExchangeRate;
import org.dealgraph.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What broken files of figures and rates are told, and which rate serves which day. */
class FiguresAndRatesTest {

    private static final Catalogue SHIPPED = Catalogue.load(Path.of("ingest"));

    @TempDir
    private Path ingest;

    static Stream<Arguments> figures() {
        String sound =
                "metric: MARGIN, of: acme, period: \"2026-Q1\", value: {amount: 1}, unit: \"%\", summary: S, source: {address: \"https://example.org/x\", publisher: P, tier: BLOG}";
        return Stream.of(
                arguments("- {id: a, " + sound + "}\n- {id: a, " + sound + "}", 2, "id 'a' is taken by"),
                arguments("- {id: a, " + sound.replace("of: acme", "of: nobody") + "}", 1, "names 'nobody'"),
                arguments("- {id: a, " + sound.replace("of: acme, ", "") + "}", 1, "'of' is missing"),
                arguments("- {id: a, " + sound.replace("MARGIN", "LUCK") + "}", 1, "unknown value 'LUCK'"),
                arguments("- {id: a, " + sound.replace("2026-Q1", "FY26-Q1") + "}", 1, "'ends' is missing"),
                arguments("- {id: a, " + sound.replace("2026-Q1", "lately") + "}", 1, "neither a date nor fiscal"),
                arguments("- {id: a, " + sound.replace("{amount: 1}", "{amount: one}") + "}", 1, "not a number"),
                arguments("- {id: a, " + sound.replace("\"%\"", "per cent") + "}", 1, "'unit' is neither"),
                arguments("- {id: a, " + sound.replace("https://example.org/x", "x") + "}", 1, "not a web address"),
                arguments("- {id: a, basis: GM, " + sound + "}", 1, "unknown key 'basis'"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_broken_figure_is_named_with_its_line(String text, int line, String message) throws IOException {
        write("registry/organizations/all.yml", "- id: acme\n  name: Acme\n  types: [LAB]\n");
        write("figures/all.yml", text);
        CatalogueException fault = catchThrowableOfType(CatalogueException.class, () -> Catalogue.load(ingest));
        assertThat(fault.faults())
                .anySatisfy(f -> assertThat(f)
                        .startsWith("figures/all.yml:" + line + ":")
                        .contains(message));
    }

    static Stream<Arguments> rates() {
        String head = "publisher: P, address: \"https://example.org/r\", ";
        return Stream.of(
                arguments("- {" + head + "base: USD, inBase: {EUR: 1.1}}", "'on' is missing"),
                arguments("- {on: \"2025\", publisher: P, base: USD, inBase: {EUR: 1.1}}", "'address' is missing"),
                arguments("- {on: \"2025\", " + head + "base: EUR, perBase: {GBP: 0.8}}", "holds no rate of USD"),
                arguments("- {on: \"2025\", " + head + "base: USD}", "holds no rates"),
                arguments("- {on: \"2025\", " + head + "base: USD, inBase: {EUR: -1}}", "'EUR' is not positive"),
                arguments("- {on: \"2025\", " + head + "base: USD, inBase: {euro: 1}}", "not an ISO 4217 code"));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void a_broken_table_of_rates_is_named_with_its_line(String text, String message) throws IOException {
        write("registry/organizations/all.yml", "- id: acme\n  name: Acme\n  types: [LAB]\n");
        write("rates/all.yml", text);
        CatalogueException fault = catchThrowableOfType(CatalogueException.class, () -> Catalogue.load(ingest));
        assertThat(fault.faults())
                .anySatisfy(f -> assertThat(f).startsWith("rates/all.yml:1:").contains(message));
    }

    @Test
    void a_rate_is_the_quotient_of_what_its_page_prints() {
        ExchangeRate pound =
                SHIPPED.rates().find("GBP", PartialDate.parse("2025-09-16")).orElseThrow();
        assertThat(pound.on()).isEqualTo(PartialDate.parse("2025-09-24"));
        assertThat(pound.dollars())
                .isEqualByComparingTo(new BigDecimal("1.37115")
                        .divide(new BigDecimal("1.01827"), MathContext.DECIMAL64)
                        .round(MathContext.DECIMAL64));
    }

    @Test
    void a_rate_serves_days_that_are_near_and_no_others() {
        assertThat(SHIPPED.rates().find("EUR", PartialDate.parse("2024-05-20")))
                .hasValueSatisfying(rate -> assertThat(rate.on()).isEqualTo(PartialDate.parse("2024-05")));
        assertThat(SHIPPED.rates().find("AUD", PartialDate.parse("2024-09-04"))).isEmpty();
        assertThat(SHIPPED.rates().find("EUR", null)).isEmpty();
        assertThat(SHIPPED.rates().find("XTS", PartialDate.parse("2024-05-20"))).isEmpty();
    }

    @Test
    void the_shipped_figures_each_have_a_page_and_a_line_of_their_own() {
        assertThat(SHIPPED.figures()).hasSizeGreaterThan(30).allSatisfy(figure -> {
            assertThat(figure.source().address()).startsWith("http");
            assertThat(figure.summary()).endsWith(".");
        });
    }

    private void write(String path, String text) throws IOException {
        Path file = ingest.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
