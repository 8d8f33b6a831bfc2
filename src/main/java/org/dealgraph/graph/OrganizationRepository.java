package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.model.Organization;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Organizations: those of the registry, and provisional ones that only claims name. */
@Singleton
public final class OrganizationRepository {

    private final Queries queries;

    public OrganizationRepository(Queries queries) {
        this.queries = queries;
    }

    public Optional<Organization> find(TransactionContext tx, String id) {
        return queries.find(
                tx, Statement.ORGANIZATION_FIND, new Row().with("id", id), Queries.body(Organization.class));
    }

    /** The organizations with these ids, by id; unknown ids are passed over. */
    public List<Organization> listByIds(TransactionContext tx, Collection<String> ids) {
        return queries.list(
                tx,
                Statement.ORGANIZATION_LIST_BY_IDS,
                new Row().with("ids", List.copyOf(ids)),
                Queries.body(Organization.class));
    }

    /** At most {@code first} organizations by name, after this name and id (both empty for the beginning). */
    public List<Organization> list(
            TransactionContext tx, OrganizationFilter filter, String afterName, String afterId, int first) {
        return queries.list(
                tx,
                Statement.ORGANIZATION_LIST,
                filter.row()
                        .with("afterName", afterName)
                        .with("afterId", afterId)
                        .with("first", first),
                Queries.body(Organization.class));
    }

    public long count(TransactionContext tx, OrganizationFilter filter) {
        return queries.number(tx, Statement.ORGANIZATION_COUNT, filter.row());
    }

    /** Organizations whose name or an alias has every word, best first. */
    public List<Ranked<Organization>> search(TransactionContext tx, String text, int skip, int first) {
        return FullText.query(text)
                .map(query -> queries.list(
                        tx,
                        Statement.ORGANIZATION_SEARCH,
                        new Row().with("query", query).with("skip", skip).with("first", first),
                        row -> Search.ranked(
                                row, Queries.body(Organization.class).apply(row), Organization::id)))
                .orElse(List.of());
    }

    /**
     * Makes the provisional ones among these organizations what the claims that still name them say, and deletes those that
     * nothing names any more, so that nothing tells what was there before; says how many were deleted.
     */
    public long settleProvisional(TransactionContext tx, Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<Map<String, @Nullable Object>> rows = queries
                .list(
                        tx,
                        Statement.ORGANIZATION_LIST_NAMES,
                        new Row().with("ids", all),
                        row -> named(row.get("id").asString(), row.get("names").asList(Value::asString)))
                .stream()
                .map(o -> new Row()
                        .with("id", o.id())
                        .with("properties", properties(o, false))
                        .map())
                .toList();
        queries.execute(tx, Statement.ORGANIZATION_RENAME, new Row().with("rows", rows));
        return queries.number(tx, Statement.ORGANIZATION_DELETE_UNUSED, new Row().with("ids", all));
    }

    /** Of the names that claims give a provisional organization, the one whose record is smallest, as when it is saved. */
    private static Organization named(String id, List<String> names) {
        return names.stream()
                .map(name -> Organization.provisional(id, name))
                .min(Comparator.comparing(Json::write))
                .orElseGet(() -> Organization.provisional(id, id));
    }

    static Row properties(Organization organization, boolean verified) {
        return new Row()
                .with("name", organization.name())
                .with("aliases", organization.aliases())
                .with(
                        "types",
                        organization.types().stream().map(Enum::name).sorted().toList())
                .with("country", organization.country())
                .with("verified", verified)
                .with("body", Json.write(organization));
    }
}
