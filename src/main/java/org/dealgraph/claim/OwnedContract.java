package org.dealgraph.claim;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Span;

/**
 * Reads "its $250 billion OpenAI contract": the owner of the amount and the name before the noun are the two sides. The
 * noun does not say who pays; it is read only where one side is a lab and the other sells to labs.
 */
final class OwnedContract {

    private static final Pattern NOUN = Pattern.compile(
            "\\s+(?:cloud |compute |computing |capacity |supply |power )?(?:contract|deal|agreement|commitment|pact|order)\\b.*",
            Pattern.DOTALL);
    private static final int OWNER_REACH = 12;
    private static final int NAME_REACH = 2;
    private static final int NOUN_REACH = 40;

    private OwnedContract() {}

    /** The one reading of an amount that these words allow; empty where they are not there or do not tell who pays. */
    static Optional<Candidate> among(List<Candidate> candidates, String text) {
        List<Candidate> readings = candidates.stream()
                .filter(c -> stands(c, text))
                .flatMap(c -> directed(c).stream())
                .toList();
        return readings.stream().map(Candidate::triple).distinct().count() == 1
                ? Optional.of(readings.getFirst())
                : Optional.empty();
    }

    private static boolean stands(Candidate c, String text) {
        return c.to() != null && (owns(c.from(), c, c.to(), text) || owns(c.to(), c, c.from(), text));
    }

    private static boolean owns(Side owner, Candidate c, Side named, String text) {
        Mention possessor = owner.actor().mention();
        Span amount = c.anchor().span();
        Span name = named.actor().mention().span();
        boolean before = possessor.possessive()
                && possessor.span().end() <= amount.start()
                && amount.start() - possessor.span().end() <= OWNER_REACH;
        boolean after = name.start() >= amount.end() && name.start() - amount.end() <= NAME_REACH;
        return before
                && after
                && NOUN.matcher(text.substring(name.end(), Math.min(text.length(), name.end() + NOUN_REACH)))
                        .matches();
    }

    /** Labs pay clouds and vendors; clouds and vendors provide to labs. */
    static Optional<Candidate> directed(Candidate c) {
        Side to = c.to();
        if (to == null || isLab(c.from()) == isLab(to)) {
            return Optional.empty();
        }
        Side lab = isLab(to) ? to : c.from();
        Side seller = isLab(to) ? c.from() : to;
        return switch (c.anchor().type()) {
            case MONEY -> Optional.of(new Candidate(c.anchor(), ClaimKind.SPEND, lab, seller, c.row()));
            case POWER -> Optional.of(new Candidate(c.anchor(), ClaimKind.CAPACITY, seller, lab, c.row()));
            default -> Optional.empty();
        };
    }

    private static boolean isLab(Side side) {
        return side.members().stream()
                .allMatch(m ->
                        m.types().contains(OrganizationType.LAB) && !m.types().contains(OrganizationType.HYPERSCALER));
    }
}
