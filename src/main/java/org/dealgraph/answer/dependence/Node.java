package org.dealgraph.answer.dependence;

import java.util.Comparator;

/**
 * Something that can rest on something else.
 *
 * @param type what it is
 * @param id its id in the registry, or a provisional organization's; an organization stands for its group
 */
public record Node(Type type, String id) implements Comparable<Node> {

    private static final Comparator<Node> ORDER =
            Comparator.comparing(Node::type).thenComparing(Node::id);

    /** The sorts of node. */
    public enum Type {
        ORGANIZATION,
        PRODUCT,
        MODEL,
        PLATFORM,
        SITE,
        REGION,
        /** A platform as the asker uses it: only in some regions or on some silicon. */
        DEPLOYMENT,
        /** What the asker runs: models by way of platforms. */
        STACK
    }

    public static Node organization(String id) {
        return new Node(Type.ORGANIZATION, id);
    }

    public static Node product(String id) {
        return new Node(Type.PRODUCT, id);
    }

    public static Node model(String id) {
        return new Node(Type.MODEL, id);
    }

    public static Node platform(String id) {
        return new Node(Type.PLATFORM, id);
    }

    public static Node site(String id) {
        return new Node(Type.SITE, id);
    }

    public static Node region(String id) {
        return new Node(Type.REGION, id);
    }

    @Override
    public int compareTo(Node other) {
        return ORDER.compare(this, other);
    }
}
