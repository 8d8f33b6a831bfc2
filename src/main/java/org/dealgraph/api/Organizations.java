package org.dealgraph.api;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Organization;
import org.jspecify.annotations.Nullable;

/** Organizations as arguments name them: by global id, registry key or exact name. */
@Singleton
final class Organizations {

    private final Catalogue catalogue;

    Organizations(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The registry key behind an argument; what is no name that the registry holds is taken as a key. */
    String key(Object argument) {
        String own = GlobalId.own("Organization", String.valueOf(argument));
        if (catalogue.findOrganization(own).isPresent()) {
            return own;
        }
        return named(own).map(Organization::id).orElse(own);
    }

    /** The organization of exactly this name. */
    Optional<Organization> named(String name) {
        return catalogue.organizations().stream()
                .filter(o -> o.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The keys behind arguments, as the groups they were in on a day where those are asked for; none where absent. */
    Set<String> keys(@Nullable Collection<?> arguments, boolean groups, @Nullable LocalDate day) {
        if (arguments == null) {
            return Set.of();
        }
        return arguments.stream()
                .map(this::key)
                .map(key -> groups ? catalogue.groupOf(key, day) : key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Each argument with everything that was part of it on a day, or is now. */
    List<List<String>> families(Collection<?> arguments, @Nullable LocalDate day) {
        return arguments.stream()
                .map(argument -> catalogue.listGroup(key(argument), day))
                .toList();
    }
}
