package org.dealgraph.answer.dependence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a node cannot do without, and the ways it has to get it: any one of them keeps it going.
 *
 * @param of whose
 * @param what it is
 * @param ways the alternatives, by node
 */
public record Need(Node of, What what, List<Way> ways) {

    public Need {
        ways = List.copyOf(ways);
    }

    /** What can be needed. */
    public enum What {
        /** A model's lab. */
        DEVELOPER,
        /** A platform through which a model is sold. */
        PLATFORM,
        /** Who runs a platform or a site. */
        OPERATOR,
        /** Chips or systems. */
        SILICON,
        /** A region in which a platform is offered. */
        REGION,
        /** Who sells a product. */
        VENDOR,
        /** A partner in its design. */
        DESIGN,
        /** Who makes the chip. */
        FOUNDRY,
        /** Who makes its memory. */
        MEMORY,
        /** Who builds the system. */
        INTEGRATOR,
        /** Rented computing. */
        COMPUTE,
        /** Land and halls. */
        SITE,
        /** Electric power. */
        POWER,
        /** Whatever else is bought. */
        OTHER
    }

    /**
     * One way.
     *
     * @param on the node it rests on
     * @param share its part of what the ways tell in one unit, 0 to 1; null where it tells nothing in that unit
     * @param unit what the share is of, such as "USD committed"; null without a share
     * @param terms ids of the obligations behind it, sorted
     * @param source address behind a standing edge, or null
     */
    public record Way(
            Node on,
            @Nullable BigDecimal share,
            @Nullable String unit,
            List<String> terms,
            @Nullable String source) {

        public Way {
            terms = List.copyOf(terms);
        }

        /** A way that the registry knows. */
        public static Way standing(Node on, @Nullable String source) {
            return new Way(on, null, null, List.of(), source);
        }
    }

    /** The same need with the further ways of another. */
    Need with(Need other) {
        List<Way> all = new ArrayList<>(ways);
        other.ways().stream()
                .filter(way -> ways.stream().noneMatch(known -> known.on().equals(way.on())))
                .forEach(all::add);
        return new Need(of, what, all);
    }

    /** Whether nothing could stand in. */
    public boolean single() {
        return ways.size() == 1;
    }

    /** Herfindahl-Hirschman index of the shares that are told, 0 to 1; empty where none is. */
    public Optional<BigDecimal> concentration() {
        return ways.stream()
                .flatMap(way -> Stream.ofNullable(way.share()))
                .map(share -> share.multiply(share, MathContext.DECIMAL64))
                .reduce(BigDecimal::add);
    }

    /** How many ways tell a share: the concentration is of these alone. */
    public int told() {
        return (int) ways.stream().filter(way -> way.share() != null).count();
    }
}
