package org.dealgraph.claim.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.quantity.DateMention;
import org.dealgraph.claim.quantity.DurationYears;
import org.dealgraph.claim.quantity.Measured;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/** Reads when a deal was made, when it starts and ends and how long it runs, from the dates of its sentence. */
final class Dates {

    private static final double LONGEST = 40;
    private static final double SHORTEST = 0.5;
    private static final int BESIDE = 12;
    private static final Pattern GONE =
            Pattern.compile("[ -](?:high|low|old|ago|earlier|record|veteran|history|peak)\\b");

    private final Scene scene;
    private final @Nullable LocalDate published;

    Dates(Scene scene) {
        this.scene = scene;
        PartialDate date = scene.article().published();
        this.published = date == null ? null : date.latest();
    }

    /** The dates of a reading: those beside its amount, and what only another place or the sentence after it tells. */
    Claim.Schedule of(Retold retold, Neighbours neighbours) {
        ClaimKind kind = retold.choice().candidate().kind();
        Claim.Schedule schedule = Claim.Schedule.none();
        for (Anchor anchor : retold.anchors()) {
            schedule = filled(schedule, beside(anchor, kind));
        }
        OptionalInt next = neighbours.after(retold.choice().candidate());
        return next.isPresent()
                ? filled(schedule, following(scene.sentence(next.getAsInt()).span(), kind))
                : schedule;
    }

    private static Claim.Schedule filled(Claim.Schedule one, Claim.Schedule other) {
        return new Claim.Schedule(
                one.agreed() == null ? other.agreed() : one.agreed(),
                one.start() == null ? other.start() : one.start(),
                one.end() == null ? other.end() : one.end(),
                one.termYears() == null ? other.termYears() : one.termYears(),
                one.milestones());
    }

    /** What a sentence without an amount of its own tells of the deal before it. */
    private Claim.Schedule following(Span sentence, ClaimKind kind) {
        PartialDate start = null;
        PartialDate end = null;
        Double term = null;
        for (Measured m : in(sentence)) {
            if (m instanceof DateMention d && d.role() == DateMention.Kind.START) {
                start = start == null ? d.date() : start;
            } else if (m instanceof DateMention d && d.role() != DateMention.Kind.POINT && !past(d)) {
                end = end == null ? d.date() : end;
            } else if (m instanceof DateMention d && d.role() == DateMention.Kind.POINT && !past(d)) {
                start = start == null ? d.date() : start;
            } else if (m instanceof DurationYears d && d.years() <= LONGEST && d.years() >= SHORTEST && !past(d)) {
                term = term == null && kind != ClaimKind.ACQUIRE ? (Double) d.years() : term;
            }
        }
        return new Claim.Schedule(null, start, end, term);
    }

    private Claim.Schedule beside(Anchor anchor, ClaimKind kind) {
        Span sentence = scene.sentence(anchor.sentence()).span();
        PartialDate agreed = null;
        PartialDate start = null;
        PartialDate end = null;
        for (Measured m : in(sentence)) {
            if (m instanceof DateMention d) {
                boolean past = past(d);
                switch (d.role()) {
                    case START -> start = vagueBetween(anchor, d.span()) ? start : nearer(anchor, start, d, sentence);
                    case END -> end = end == null ? d.date() : end;
                    case BY -> end = end == null && !past ? d.date() : end;
                    case POINT -> {
                        if (past && !d.relative() && !another(anchor, d.span())) {
                            agreed = agreed == null ? d.date() : agreed;
                        } else if (!past && kind != ClaimKind.INVEST && kind != ClaimKind.ACQUIRE) {
                            start = start == null ? d.date() : start;
                        }
                    }
                }
            }
        }
        return new Claim.Schedule(agreed, start, end, term(anchor, kind, sentence));
    }

    /** "$30 billion with A, and a multi-gigawatt deal with B from 2027": the start is that of the vague amount it is told behind. */
    private boolean vagueBetween(Anchor anchor, Span told) {
        return anchor.type() != AnchorType.HINT
                && scene.around(scene.anchors(), anchor.index()).stream()
                        .anyMatch(o -> o.type() == AnchorType.HINT
                                && o.sentence() == anchor.sentence()
                                && o.span().start() >= anchor.span().end()
                                && o.span().end() <= told.start());
    }

    private static PartialDate nearer(Anchor anchor, @Nullable PartialDate start, DateMention d, Span sentence) {
        boolean after = d.span().start() >= anchor.span().start();
        return start == null || after ? d.date() : start;
    }

    private boolean past(DateMention d) {
        if (published != null) {
            return !d.date().earliest().isAfter(published);
        }
        boolean exact = d.date().text().length() > 4;
        return exact && d.role() == DateMention.Kind.POINT && !d.date().text().contains("H");
    }

    /** "A ten-year high", "three years ago": time that has gone by is no term. */
    private boolean past(DurationYears d) {
        String text = scene.prose().text();
        int end = d.span().end();
        return GONE.matcher(text.substring(end, Math.min(text.length(), end + BESIDE)))
                .lookingAt();
    }

    private @Nullable Double term(Anchor anchor, ClaimKind kind, Span sentence) {
        if (kind == ClaimKind.ACQUIRE) {
            return null;
        }
        Double best = null;
        int nearest = Integer.MAX_VALUE;
        for (Measured m : in(sentence)) {
            if (m instanceof DurationYears d
                    && d.years() <= LONGEST
                    && d.years() > 0
                    && !past(d)
                    && !another(anchor, d.span())) {
                int gap = d.span().start() >= anchor.span().end()
                        ? d.span().start() - anchor.span().end()
                        : anchor.span().start() - d.span().end();
                if (gap < nearest) {
                    nearest = gap;
                    best = d.years();
                }
            }
        }
        return best;
    }

    /**
     * "$100 billion over eight years, on top of the $38 billion contract it signed in November": a term or a date is that of
     * the number it is told behind.
     */
    private boolean another(Anchor anchor, Span told) {
        boolean behind = told.start() >= anchor.span().end();
        int gap = anchor.span().start() - told.end();
        return scene.around(scene.anchors(), anchor.index()).stream()
                .filter(o -> o.type() == anchor.type()
                        && o.sentence() == anchor.sentence()
                        && o.index() != anchor.index()
                        && o.span().end() <= told.start())
                .anyMatch(o -> behind
                        ? o.span().start() >= anchor.span().end()
                        : gap > BESIDE || told.start() - o.span().end() <= gap);
    }

    /** What was measured inside a sentence; the article's list is in order. */
    List<Measured> in(Span sentence) {
        List<Measured> all = scene.measured();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).span().start() < sentence.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Measured> in = new ArrayList<>();
        for (int i = low; i < all.size() && all.get(i).span().start() < sentence.end(); i++) {
            if (sentence.contains(all.get(i).span())) {
                in.add(all.get(i));
            }
        }
        return in;
    }
}
