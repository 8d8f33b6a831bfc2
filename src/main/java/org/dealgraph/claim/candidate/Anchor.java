package org.dealgraph.claim.candidate;

import java.util.List;
import java.util.Optional;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.claim.quantity.MoneyAmount;
import org.dealgraph.claim.quantity.PowerAmount;
import org.dealgraph.claim.quantity.UnitCount;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Right;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * The words a claim is hung on.
 *
 * @param index position among the article's anchors
 * @param type what sort
 * @param span the words
 * @param first index of its first token
 * @param end one past its last token
 * @param sentence index of its sentence
 * @param measured the quantity, or null
 * @param product registry id or name of the product, or null
 * @param right the right, or null
 * @param kinds what kinds of claim it can be
 */
public record Anchor(
        int index,
        AnchorType type,
        Span span,
        int first,
        int end,
        int sentence,
        @Nullable Measured measured,
        @Nullable String product,
        @Nullable Right right,
        List<ClaimKind> kinds) {

    /** What it measures or names, as told elsewhere in the article too; empty where it is but a word. */
    public Optional<String> amount() {
        return switch (measured) {
            case MoneyAmount m ->
                Optional.of(m.money().currency() + m.money().amount().value().stripTrailingZeros());
            case PowerAmount p ->
                Optional.of("MW" + p.power().megawatts().value().stripTrailingZeros());
            case UnitCount u -> Optional.of("x" + u.count().value().stripTrailingZeros());
            case null, default -> Optional.ofNullable(product);
        };
    }
}
