package org.dealgraph.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dealgraph.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** What the tests' field says of organizations is what the registry says. */
class FieldTest {

    private static final Catalogue REGISTRY = Catalogue.load(Path.of("ingest"));

    @Test
    void the_field_groups_organizations_as_the_registry_does() {
        Directory registered = Directory.of(REGISTRY);
        assertThat(Field.GROUPS)
                .allSatisfy((organization, group) -> assertThat(registered.groupOf(organization))
                        .as(organization)
                        .isEqualTo(group));
    }

    @Test
    void everybody_a_world_can_name_is_in_the_registry_and_of_the_same_group_there() {
        Directory registered = Directory.of(REGISTRY);
        Directory field = new Field();
        assertThat(World.organizations()).allSatisfy(organization -> {
            assertThat(REGISTRY.findOrganization(organization)).as(organization).isPresent();
            assertThat(registered.groupOf(organization)).isEqualTo(field.groupOf(organization));
        });
    }
}
