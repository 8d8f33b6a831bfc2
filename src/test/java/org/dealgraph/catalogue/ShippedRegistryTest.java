package org.dealgraph.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dealgraph.model.Link;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry that the project ships. */
class ShippedRegistryTest {

    private static Catalogue catalogue;

    @BeforeAll
    static void load() {
        catalogue = Catalogue.load(Path.of("ingest"));
    }

    @Test
    void knows_every_sort_of_organization_several_times() {
        Map<OrganizationType, Long> counts = catalogue.organizations().stream()
                .flatMap(org -> org.types().stream())
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
        assertThat(counts).containsOnlyKeys(OrganizationType.values());
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(5));
        assertThat(catalogue.organizations()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource({
        "aws, 2026-01-01, amazon, amazon",
        "annapurna-labs, 2026-01-01, amazon, amazon",
        "annapurna-labs, 2013-05-01, annapurna-labs, annapurna-labs",
        "google-deepmind, 2025-06-30, google, google",
        "global-infrastructure-partners, 2024-09-17, global-infrastructure-partners, global-infrastructure-partners",
        "global-infrastructure-partners, 2025-06-04, blackrock, blackrock",
        "tcs, 2025-11-20, tata-group, tcs",
        "xai, 2025-12-31, xai, xai",
        "xai, 2026-03-01, spacex, xai",
        "x, 2026-03-01, spacex, x",
        "cumulus, 2024-02-01, talen, talen",
        "cumulus, 2025-02-01, cumulus, cumulus",
        "openai, 2026-03-01, openai, openai",
    })
    void rolls_a_subsidiary_up_by_the_day(String id, LocalDate on, String group, String house) {
        assertThat(catalogue.groupOf(id, on)).isEqualTo(group);
        assertThat(catalogue.houseOf(id, on)).isEqualTo(house);
    }

    @Test
    void names_the_members_of_a_venture() {
        List<String> members = catalogue.organizations().stream()
                .filter(org -> org.memberOf().stream().map(Link::target).anyMatch("stargate"::equals))
                .map(Organization::id)
                .toList();
        assertThat(members).containsExactlyInAnyOrder("openai", "oracle", "softbank", "mgx");
    }

    @Test
    void follows_a_product_to_the_root_of_its_family() {
        assertThat(catalogue.familyOf("gb300-nvl72"))
                .containsExactly("gb300", "grace-blackwell", "blackwell", "nvidia-gpu");
        assertThat(catalogue.familyOf("nvidia-gpu")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Meta, ORGANIZATION, meta, true",
        "Meta Platforms, ORGANIZATION, meta, false",
        "ChatGPT, ORGANIZATION, openai, false",
        "NASDAQ:AMZN, ORGANIZATION, amazon, false",
        "Sam Altman, ORGANIZATION, openai, false",
        "Hyperion, SITE, hyperion, true",
        "Colossus 2, SITE, colossus-2, false",
        "Command, MODEL, command, true",
        "Grace, PRODUCT, grace, true",
        "Vertex AI, PLATFORM, google-vertex-ai, false",
        "Frontier, PLATFORM, openai-frontier, true",
    })
    void says_which_names_need_context(String surface, KnownName.Kind kind, String id, boolean ambiguous) {
        assertThat(catalogue.names())
                .filteredOn(name -> name.surface().equals(surface) && name.kind() == kind)
                .singleElement()
                .satisfies(name -> {
                    assertThat(name.id()).isEqualTo(id);
                    assertThat(name.ambiguous()).isEqualTo(ambiguous);
                });
    }

    @Test
    void gives_every_identifier_a_source() {
        List<Organization.Identifier> identifiers = catalogue.organizations().stream()
                .flatMap(org -> org.identifiers().stream())
                .toList();
        assertThat(identifiers).hasSizeGreaterThan(24);
        assertThat(identifiers)
                .allSatisfy(identifier -> assertThat(identifier.source()).startsWith("https://"));
    }
}
