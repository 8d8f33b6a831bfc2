package org.dealgraph.claim.detail;

import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.claim.mention.Mention;
import org.dealgraph.claim.quantity.BareNumber;
import org.dealgraph.claim.quantity.MoneyAmount;
import org.dealgraph.claim.quantity.PowerAmount;
import org.dealgraph.claim.quantity.UnitCount;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.Power;
import org.jspecify.annotations.Nullable;

/** Reads what is promised: the number, the product, the right, the paper behind an investment and the site. */
final class Subjects {

    private static final int MOST = 100;

    private final Scene scene;

    Subjects(Scene scene) {
        this.scene = scene;
    }

    /** The subject of a candidate. */
    Claim.Subject of(Candidate c) {
        Anchor a = c.anchor();
        Money money = a.measured() instanceof MoneyAmount m ? m.money() : null;
        Power power = a.measured() instanceof PowerAmount p ? Layers.of(p, c) : null;
        Interval units = a.measured() instanceof UnitCount u
                ? u.count()
                : a.measured() instanceof BareNumber b ? b.number() : null;
        return new Claim.Subject(
                money,
                power,
                units,
                c.kind() == ClaimKind.SUPPLY ? product(a) : null,
                a.right(),
                instrument(c),
                c.kind() == ClaimKind.BUILD ? site(a) : null);
    }

    /** The product at an anchor; for a bare count the product last counted before it. */
    private @Nullable String product(Anchor a) {
        if (a.product() != null) {
            return a.product();
        }
        String last = null;
        for (Anchor other : scene.anchors().subList(Math.max(0, a.index() - MOST), a.index())) {
            if (other.product() != null && other.index() < a.index() && a.sentence() - other.sentence() <= 3) {
                last = other.product();
            }
        }
        return last;
    }

    private @Nullable String site(Anchor a) {
        String found = null;
        for (Mention m : scene.mentions().in(scene.sentence(a.sentence()))) {
            if (m.reference().kind() == org.dealgraph.catalogue.KnownName.Kind.SITE) {
                found = m.reference().id() == null
                        ? m.reference().name()
                        : m.reference().id();
            }
        }
        return found;
    }

    private @Nullable Instrument instrument(Candidate c) {
        return switch (c.kind()) {
            case INVEST -> {
                if (frame(c.anchor(), "warrant")) {
                    yield Instrument.WARRANT;
                }
                if (says(c.anchor(), "convertible")) {
                    yield Instrument.CONVERTIBLE;
                }
                if (frame(c.anchor(), "hold") || frame(c.anchor(), "belong") || frame(c.anchor(), "holder")) {
                    yield Instrument.HOLDING;
                }
                yield frame(c.anchor(), "stake") || frame(c.anchor(), "round") ? Instrument.EQUITY : null;
            }
            case LEND -> {
                if (says(c.anchor(), "backstop")) {
                    yield Instrument.BACKSTOP;
                }
                if (says(c.anchor(), "guarant")) {
                    yield Instrument.GUARANTEE;
                }
                if (says(c.anchor(), "bond") || says(c.anchor(), "notes")) {
                    yield Instrument.BOND;
                }
                yield Instrument.LOAN;
            }
            default -> null;
        };
    }

    private boolean frame(Anchor a, String name) {
        for (Trigger t : scene.triggers().get(a.sentence())) {
            if (t.frame().name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean says(Anchor a, String word) {
        return scene.prose()
                .text(scene.sentence(a.sentence()))
                .toLowerCase(java.util.Locale.ROOT)
                .contains(word);
    }
}
