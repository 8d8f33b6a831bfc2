package org.dealgraph.answer.dependence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
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
     * @param share of the need that it covers, 0 to 1, where all ways tell amounts in one unit; else null
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

    /** Whether nothing could stand in. */
    public boolean single() {
        return ways.size() == 1;
    }

    /** Herfindahl-Hirschman index of the shares, 0 to 1; empty where they are not known. */
    public Optional<BigDecimal> concentration() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Way way : ways) {
            if (way.share() == null) {
                return Optional.empty();
            }
            sum = sum.add(way.share().multiply(way.share(), MathContext.DECIMAL64));
        }
        return Optional.of(sum);
    }
}
