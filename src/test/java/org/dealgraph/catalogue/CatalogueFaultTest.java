package org.dealgraph.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a broken file is told: its name, the line and the remedy. */
class CatalogueFaultTest {

    /** Lines 1 to 6 of every planted file of organizations. */
    private static final String SOUND = """
            - id: acme
              name: Acme
              types: [LAB]
            - id: bolt
              name: Bolt
              types: [UTILITY]
            """;

    @TempDir
    private Path ingest;

    static Stream<Arguments> organizations() {
        return Stream.of(
                arguments(
                        "- {id: acme, name: Other, types: [LAB]}",
                        7,
                        "id 'acme' is taken by registry/organizations/all.yml:1"),
                arguments("- {id: Big Co, name: Big, types: [LAB]}", 7, "id 'Big Co' is not kebab-case"),
                arguments("- {id: c, types: [LAB]}", 7, "'name' is missing"),
                arguments("- {id: c, name: C}", 7, "'types' is missing"),
                arguments("- id: c\n  name: C\n  types: [LABS]", 9, "unknown value 'LABS': use one of [LAB,"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  alias: [D]",
                        10,
                        "unknown key 'alias': use one of aliases,"),
                arguments("- id: c\n  name: C\n  types: [LAB]\n  name: D", 10, "key 'name' stands twice"),
                arguments("- id: c\n  name: C\n  types: [LAB]\n  aliases: [D, D]", 10, "'aliases' says the same twice"),
                arguments("- {id: c, name: C, types: [LAB], aliases: [ACME]}", 7, "'ACME' is claimed by 'acme' too"),
                arguments("- {id: c, name: C, types: [LAB], brands: [Bolt]}", 7, "'Bolt' is claimed by 'bolt' too"),
                arguments("- {id: c, name: C, types: [LAB], ambiguous: [Acme]}", 7, "'Acme' is claimed by 'acme' too"),
                arguments("- {id: c, name: C, types: [LAB], hq: {town: Rome}}", 7, "unknown key 'town'"),
                arguments("- {id: c, name: C, types: [LAB], hq: {country: XX}}", 7, "names the country 'xx'"),
                arguments("- {id: c, name: C, types: [LAB], aliases: D}", 7, "should be a list"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  partOf:\n    - {org: nobody}",
                        7,
                        "names the organization 'nobody'"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  partOf:\n    - {org: acme, from: soon}",
                        11,
                        "'from': could not read a date"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  partOf:\n    - {org: acme, source: somewhere}",
                        11,
                        "'source' is not a web address"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  partOf:\n    - {org: acme, role: OWNER}",
                        11,
                        "unknown value 'OWNER'"),
                arguments("- {id: c, name: C, types: [LAB], partOf: [{org: c}]}", 7, "is part of itself"),
                arguments(
                        "- {id: c, name: C, types: [LAB], partOf: [{org: d}]}\n- {id: d, name: D, types: [LAB], partOf: [{org: c}]}",
                        8,
                        "is part of itself"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  identifiers:\n    - {scheme: LEI, value: 5493001KJTIIGC8Y1R13, source: \"https://a.example/x\"}",
                        11,
                        "LEI '5493001KJTIIGC8Y1R13' cannot be right"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  identifiers:\n    - {scheme: ISIN, value: US0378331006, source: \"https://a.example/x\"}",
                        11,
                        "ISIN 'US0378331006' cannot be right"),
                arguments(
                        "- id: c\n  name: C\n  types: [LAB]\n  identifiers:\n    - {scheme: CIK, value: \"0000000001\"}",
                        11,
                        "'source' is missing"),
                arguments("- name: [", 8, "is not YAML"),
                arguments("- !!str c", 7, "has a tag"),
                arguments("- &a {id: c}\n" + "- *a\n".repeat(11), 18, "has more than 10 aliases"),
                arguments("- " + "[".repeat(5000) + "]".repeat(5000), 7, "is nested more than 20 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("organizations")
    void points_at_a_fault_among_organizations(String planted, int line, String fault) throws IOException {
        write("registry/organizations/all.yml", SOUND + planted + "\n");
        assertFault("registry/organizations/all.yml:" + line + ": ", fault);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("products", "- id: p\n  name: P\n  family: q", 1, "names the product 'q'"),
                arguments("products", "- id: p\n  name: P\n  family: p", 1, "is of its own family"),
                arguments("products", "- id: p\n  name: P\n  madeBy: nobody", 1, "names the organization 'nobody'"),
                arguments("products", "- id: p\n  name: P\n  kind: TOY", 3, "unknown value 'TOY'"),
                arguments("products", "- id: acme\n  name: P", 1, "id 'acme' is taken"),
                arguments("models", "- id: m\n  name: M", 1, "'developedBy' is missing"),
                arguments(
                        "models",
                        "- id: m\n  name: M\n  developedBy: acme\n  released: 2024-13",
                        4,
                        "is not in the calendar"),
                arguments(
                        "platforms",
                        "- id: f\n  name: F\n  operatedBy: acme\n  offers: [{model: m}]",
                        1,
                        "names the model 'm'"),
                arguments(
                        "platforms",
                        "- id: f\n  name: F\n  operatedBy: acme\n  availableIn: [mars]",
                        1,
                        "names the region 'mars'"),
                arguments("sites", "- id: s\n  name: S\n  place: {country: ZZ}", 1, "names the country 'zz'"),
                arguments("sites", "- id: s\n  name: S\n  poweredBy: [nobody]", 1, "names the organization 'nobody'"),
                arguments("regions", "- id: r\n  name: R\n  partOf: q", 1, "names the region 'q'"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void points_at_a_fault_of_another_kind(String kind, String planted, int line, String fault) throws IOException {
        write("registry/organizations/all.yml", SOUND);
        write("registry/" + kind + "/x.yml", planted + "\n");
        assertFault("registry/" + kind + "/x.yml:" + line + ": ", fault);
    }

    static Stream<Arguments> ledger() {
        String sound =
                "- id: e\n  kind: BUILD\n  from: [acme]\n  summary: Acme builds.\n  sources: [{url: \"https://a.example/x\"}]\n";
        return Stream.of(
                arguments(sound + "  stage: SOON", 6, "unknown value 'SOON'"),
                arguments(
                        sound + "  money: {amount: 5, currency: dollars}",
                        6,
                        "currency 'dollars' is not an ISO 4217 code"),
                arguments(sound + "  money: {amount: lots, currency: USD}", 6, "'amount' is not a number"),
                arguments(
                        sound + "  money: {low: 9, high: 3, currency: USD, bound: BETWEEN}",
                        6,
                        "BETWEEN needs 'low' and 'high'"),
                arguments(sound + "  product: toy", 1, "'product' names 'toy'"),
                arguments(sound + "  relation: {kind: PART, of: other}", 6, "relation names 'other'"),
                arguments(sound + "  right: EXCLUSIVE_DISTRIBUTION", 1, "'right' goes with kind RIGHT"),
                arguments(sound.replace("[acme]", "[nobody]"), 1, "'from' names 'nobody'"),
                arguments(sound.replace("BUILD", "SPEND"), 1, "'to' is missing"),
                arguments(
                        sound.replace("  sources: [{url: \"https://a.example/x\"}]\n", ""), 1, "'sources' is missing"));
    }

    @ParameterizedTest
    @MethodSource("ledger")
    void points_at_a_fault_in_the_ledger(String planted, int line, String fault) throws IOException {
        write("registry/organizations/all.yml", SOUND);
        write("ledger/2025.yml", planted + "\n");
        assertFault("ledger/2025.yml:" + line + ": ", fault);
    }

    @Test
    void reports_every_fault_of_one_start_in_order() throws IOException {
        write("registry/organizations/all.yml", SOUND + "- {id: c, types: [LAB], colour: red}\n");
        write("registry/sites/x.yml", "- id: s\n  name: S\n  ownedBy: [nobody]\n");
        assertThat(faults())
                .hasSize(3)
                .isSorted()
                .anySatisfy(fault -> assertThat(fault).startsWith("registry/sites/x.yml:1: "));
    }

    @Test
    void takes_a_sound_registry() throws IOException {
        write("registry/organizations/all.yml", SOUND);
        assertThat(Catalogue.load(ingest).organizations()).hasSize(2);
    }

    @Test
    void refuses_a_file_that_is_not_text() throws IOException {
        Path file = ingest.resolve("registry/organizations/all.yml");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {'-', ' ', (byte) 0xc3, (byte) 0x28});
        assertFault("registry/organizations/all.yml:1: ", "is not UTF-8");
    }

    @Test
    void refuses_a_file_that_is_too_large() throws IOException {
        write("registry/organizations/all.yml", "# " + "x".repeat(5 << 20));
        assertFault("registry/organizations/all.yml:1: ", "is larger than 5 MiB");
    }

    @Test
    void refuses_a_folder_without_a_registry() {
        assertThat(faults()).singleElement().asString().contains("has no folder 'registry'");
    }

    private void assertFault(String where, String what) {
        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(where).contains(what));
    }

    private List<String> faults() {
        return assertThatThrownBy(() -> Catalogue.load(ingest))
                .asInstanceOf(throwable(CatalogueException.class))
                .actual()
                .faults();
    }

    private void write(String file, String text) throws IOException {
        Path path = ingest.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }
}
