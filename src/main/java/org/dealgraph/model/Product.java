package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chip, a system or a family of them.
 *
 * @param id registry id
 * @param name as the press writes it
 * @param aliases other surface forms
 * @param ambiguous forms that need context
 * @param kind what sort of product
 * @param family id of the product it is a generation or variant of, or null
 * @param madeBy the vendor that sells or owns the design
 * @param designedWith design partners
 * @param fabricatedBy foundries
 * @param memoryFrom memory vendors
 * @param assembledBy integrators
 * @param released when it came out or is due, or null
 */
public record Product(
        String id,
        String name,
        List<String> aliases,
        List<String> ambiguous,
        Kind kind,
        @Nullable String family,
        List<Link> madeBy,
        List<Link> designedWith,
        List<Link> fabricatedBy,
        List<Link> memoryFrom,
        List<Link> assembledBy,
        @Nullable PartialDate released) {

    /** Sorts of product. */
    public enum Kind {
        CHIP,
        SYSTEM,
        CPU,
        NETWORK,
        MEMORY
    }
}
