package org.dealgraph.deal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Link;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Product;
import org.dealgraph.model.Site;

/**
 * What the deal stage asks about organizations. Identity is decided on the group an organization belongs to now, so that
 * a claim about a subsidiary meets one about its parent, whenever either was written.
 */
public interface Directory {

    /** The group an organization belongs to now; the id itself where it has no parent or is not known. */
    String groupOf(String organization);

    /** The name for titles. */
    String nameOf(String organization);

    /** The name of a product or site for titles; what is not an id reads as it stands. */
    String labelOf(String productOrSite);

    /** The ventures and consortia an organization is or was a member of, by id. */
    Set<String> venturesOf(String organization);

    /** How many members a venture has. */
    int membersOf(String venture);

    /** Whether selling compute, chips or power is its business: the tie-break when two readings differ in direction. */
    boolean sells(String organization);

    /** The directory that the registry holds. */
    static Directory of(Catalogue catalogue) {
        return new Registered(catalogue);
    }

    /** The registry as a directory. */
    final class Registered implements Directory {

        private static final Set<OrganizationType> SELLERS = Set.of(
                OrganizationType.HYPERSCALER,
                OrganizationType.NEOCLOUD,
                OrganizationType.CHIP_VENDOR,
                OrganizationType.POWER_PRODUCER,
                OrganizationType.UTILITY,
                OrganizationType.LANDLORD);

        private final Catalogue catalogue;
        private final Map<String, Integer> members;

        private Registered(Catalogue catalogue) {
            this.catalogue = catalogue;
            this.members = catalogue.organizations().stream()
                    .flatMap(org -> org.memberOf().stream().map(Link::target).distinct())
                    .collect(Collectors.toMap(venture -> venture, venture -> 1, Integer::sum));
        }

        @Override
        public String groupOf(String organization) {
            return catalogue.groupOf(organization, null);
        }

        @Override
        public String nameOf(String organization) {
            return catalogue
                    .findOrganization(organization)
                    .map(Organization::name)
                    .orElseGet(() -> Titles.nameFromId(organization));
        }

        @Override
        public String labelOf(String productOrSite) {
            return catalogue
                    .findProduct(productOrSite)
                    .map(Product::name)
                    .or(() -> catalogue.findSite(productOrSite).map(Site::name))
                    .orElse(productOrSite);
        }

        @Override
        public Set<String> venturesOf(String organization) {
            return catalogue.findOrganization(organization).stream()
                    .flatMap(org -> org.memberOf().stream())
                    .map(Link::target)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public int membersOf(String venture) {
            return members.getOrDefault(venture, 0);
        }

        @Override
        public boolean sells(String organization) {
            return catalogue.findOrganization(organization).stream()
                    .flatMap(org -> org.types().stream())
                    .anyMatch(SELLERS::contains);
        }
    }
}
