package org.dealgraph.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Party;
import org.dealgraph.model.Resolution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolverTest {

    private static final Instant THEN = Instant.parse("2026-04-20T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-05-01T00:00:00Z");

    @TempDir
    private Path ingest;

    private Catalogue catalogue;
    private NameMatcher names;

    @BeforeEach
    void registry() throws IOException {
        Path folder = Files.createDirectories(ingest.resolve("registry").resolve("organizations"));
        Files.writeString(folder.resolve("a.yml"), """
                - id: nebius
                  name: Nebius
                  legalName: Nebius Group N.V.
                  types: [neocloud]
                  aliases: [Yandex NV]
                - id: cipher
                  name: Cipher
                  types: [neocloud]
                """);
        catalogue = Catalogue.load(ingest);
        names = NameMatcher.load(Path.of("ingest"));
    }

    private Resolution resolve(String name, Judgement... judgements) {
        return new Resolver(catalogue, names, List.of(judgements)).resolve(new Party(name, null, null), THEN);
    }

    @Test
    void takes_a_registry_id_as_it_is() {
        Resolution resolution =
                new Resolver(catalogue, names, List.of()).resolve(Party.known("Nebius", "nebius"), THEN);
        assertThat(resolution.organization()).isEqualTo("nebius");
        assertThat(resolution.score()).isEqualTo(1);
    }

    @Test
    void finds_a_full_name_under_another_legal_form_case_and_accent() {
        assertThat(resolve("NÉBIUS B.V.").organization()).isEqualTo("nebius");
    }

    @Test
    void an_alias_alone_merges_nothing_but_is_kept_as_a_candidate() {
        Resolution resolution = resolve("Yandex N.V.");
        assertThat(resolution.organization()).isEqualTo("new:yandex");
        assertThat(resolution.judgement().verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(resolution.candidates())
                .extracting(Resolution.Candidate::organization)
                .containsExactly("nebius");
    }

    @Test
    void an_unknown_name_becomes_a_provisional_organization_whatever_its_legal_form() {
        assertThat(resolve("Blue Energy, Inc.").organization()).isEqualTo("new:blue-energy");
        assertThat(resolve("Blue Energy").organization()).isEqualTo("new:blue-energy");
    }

    @Test
    void a_person_merges_a_provisional_organization_and_can_take_it_back() {
        Judgement merge = new Judgement("new:yandex", "nebius", Verdict.SAME, "reader", THEN);
        Judgement split = new Judgement("new:yandex", "nebius", Verdict.NOT_SAME, "reader", LATER);
        assertThat(resolve("Yandex N.V.", merge).organization()).isEqualTo("nebius");
        assertThat(resolve("Yandex N.V.", split, merge)).satisfies(resolution -> {
            assertThat(resolution.organization()).isEqualTo("new:yandex");
            assertThat(resolution.candidates())
                    .singleElement()
                    .satisfies(c -> assertThat(c.verdict()).isEqualTo(Verdict.NOT_SAME));
        });
    }

    @Test
    void not_the_same_holds_against_a_full_name_and_a_rule_does_not_undo_it() {
        Judgement apart = new Judgement("Cipher Inc", "cipher", Verdict.NOT_SAME, "reader", THEN);
        Judgement rule = new Judgement("Cipher Inc", "cipher", Verdict.SAME, "rule:full-name", LATER);
        assertThat(resolve("Cipher Inc", apart, rule).organization()).isEqualTo("new:cipher");
    }
}
