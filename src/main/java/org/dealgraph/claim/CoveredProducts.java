package org.dealgraph.claim;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.model.ClaimKind;

/**
 * Reads "The deal secures Trainium2, Trainium3 and Trainium4": products that a deal covers are supplied by who makes them
 * to the other party of the deal, which its owner or the sentence before tells.
 */
final class CoveredProducts {

    private static final int BACK = 2;
    private static final Pattern COVERS = Pattern.compile(
            ".*\\b(?:deal|agreement|contract|pact|partnership)\\b[^.;]{0,60}\\b(?:includes?|secures?|covers?|spans?|comprises?)\\b[^.;]*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private CoveredProducts() {}

    /** The reading of a product that a deal covers. */
    static Optional<Candidate> among(List<Choice> choices, List<Candidate> candidates, Scene scene) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Anchor product = candidates.getFirst().anchor();
        int start = scene.sentence(product.sentence()).span().start();
        String before = scene.article()
                .text()
                .substring(start, Math.max(start, product.span().start()));
        if (product.type() != AnchorType.PRODUCT || !COVERS.matcher(before).matches()) {
            return Optional.empty();
        }
        return maker(product, scene)
                .flatMap(maker -> owner(product, maker, scene)
                        .or(() -> partner(product, maker, choices))
                        .or(() -> named(product, maker, scene))
                        .map(user -> new Candidate(
                                product,
                                ClaimKind.SUPPLY,
                                maker,
                                user,
                                candidates.getFirst().row())));
    }

    private static Optional<Side> maker(Anchor product, Scene scene) {
        return side(product, scene, a -> a.indirect() && a.mention().span().equals(product.span()));
    }

    /** "Anthropic's deal includes …". */
    private static Optional<Side> owner(Anchor product, Side maker, Scene scene) {
        return side(
                product,
                scene,
                a -> a.mention().possessive()
                        && a.mention().form().names()
                        && a.mention().span().end() <= product.span().start()
                        && !maker.keys().contains(a.members().getFirst().key()));
    }

    private static Optional<Side> side(Anchor product, Scene scene, Predicate<Actor> which) {
        return scene.actors().get(product.sentence()).stream()
                .filter(which)
                .filter(a -> a.members().size() == 1)
                .findFirst()
                .map(a -> new Side(a.members(), a, false, false, false));
    }

    /** The other party of the nearest deal with the maker that was told just before. */
    private static Optional<Side> partner(Anchor product, Side maker, List<Choice> choices) {
        return choices.stream()
                .map(Choice::candidate)
                .filter(c -> c.to() != null
                        && c.anchor().sentence() < product.sentence()
                        && product.sentence() - c.anchor().sentence() <= BACK)
                .filter(c -> c.kind() == ClaimKind.CAPACITY || c.kind() == ClaimKind.SPEND)
                .flatMap(c -> other(c, maker).stream())
                .reduce((first, last) -> last);
    }

    /** The only one named beside the maker just before. */
    private static Optional<Side> named(Anchor product, Side maker, Scene scene) {
        for (int s = product.sentence() - 1; s >= Math.max(0, product.sentence() - BACK); s--) {
            List<Actor> names = scene.actors().get(s).stream()
                    .filter(a -> !a.indirect() && a.mention().form().names())
                    .toList();
            List<Actor> others = names.stream()
                    .filter(a -> !maker.keys().contains(a.members().getFirst().key()))
                    .toList();
            boolean one = others.size() < names.size()
                    && others.stream()
                                    .flatMap(a -> a.members().stream())
                                    .map(Actor.Member::key)
                                    .distinct()
                                    .count()
                            == 1;
            if (one) {
                Actor other = others.getFirst();
                return Optional.of(new Side(other.members(), other, false, false, false));
            }
        }
        return Optional.empty();
    }

    private static Optional<Side> other(Candidate c, Side maker) {
        Side seller = c.kind() == ClaimKind.SPEND ? c.to() : c.from();
        Side buyer = c.kind() == ClaimKind.SPEND ? c.from() : c.to();
        return seller != null && seller.keys().equals(maker.keys()) ? Optional.ofNullable(buyer) : Optional.empty();
    }
}
