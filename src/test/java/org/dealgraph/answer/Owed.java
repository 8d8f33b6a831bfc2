package org.dealgraph.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Power;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/** Terms for tests: {@code Owed.by("openai").to("oracle").spend(300).term()}; money in billions of dollars, power in GW. */
public final class Owed {

    private final List<String> from;
    private List<String> to = List.of();
    private ClaimKind kind = ClaimKind.SPEND;
    private @Nullable Money money;
    private @Nullable Power power;
    private @Nullable Interval units;
    private @Nullable String product;
    private @Nullable String site;
    private @Nullable Instrument instrument;
    private @Nullable PartialDate start;
    private @Nullable Double years;
    private Stage stage = Stage.AGREED;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<TermLink> links = new ArrayList<>();
    private boolean counted = true;

    private Owed(List<String> from) {
        this.from = from;
    }

    public static Owed by(String... from) {
        return new Owed(List.of(from));
    }

    public Owed to(String... receivers) {
        to = List.of(receivers);
        return this;
    }

    public Owed kind(ClaimKind what) {
        kind = what;
        return this;
    }

    public Owed spend(double billions) {
        return kind(ClaimKind.SPEND).billions(billions);
    }

    public Owed invest(double billions) {
        return kind(ClaimKind.INVEST).billions(billions);
    }

    public Owed lend(double billions, Instrument paper) {
        instrument = paper;
        return kind(ClaimKind.LEND).billions(billions);
    }

    public Owed billions(double billions) {
        return money(Money.of(Interval.stated(scaled(billions, 9)), "USD"));
    }

    public Owed money(Money sum) {
        money = sum;
        return this;
    }

    public Owed capacity(double gigawatts, Power.Layer layer) {
        power = new Power(Interval.stated(scaled(gigawatts, 3)), Power.Measure.UNSTATED, layer);
        return kind(ClaimKind.CAPACITY);
    }

    public Owed supply(String what) {
        product = what;
        return kind(ClaimKind.SUPPLY);
    }

    public Owed supply(String what, long count) {
        units = Interval.stated(BigDecimal.valueOf(count));
        return supply(what);
    }

    public Owed product(String what) {
        product = what;
        return this;
    }

    public Owed site(String where) {
        site = where;
        return this;
    }

    public Owed instrument(Instrument paper) {
        instrument = paper;
        return this;
    }

    public Owed start(String when) {
        start = PartialDate.parse(when);
        return this;
    }

    public Owed years(double length) {
        years = length;
        return this;
    }

    public Owed stage(Stage reached) {
        stage = reached;
        return this;
    }

    public Owed flag(Flag flag) {
        flags.add(flag);
        return this;
    }

    public Owed link(TermLink.Kind how, Term other) {
        links.add(new TermLink(how, other.id(), List.of()));
        return this;
    }

    public Owed belowTheGate() {
        counted = false;
        return this;
    }

    /** The term; its id tells it all, so that terms that differ differ in it. */
    public Term term() {
        String id = "%s %s-%s %s %s %s %s %s %s"
                .formatted(kind, from, to, money == null ? "" : money.text(), power, units, product, stage, flags);
        return new Term(
                id,
                kind,
                from,
                to,
                List.of(),
                new Claim.Subject(money, power, units, product, null, instrument, site),
                new Claim.Schedule(PartialDate.parse("2026-01-01"), start, null, years),
                false,
                stage,
                Set.copyOf(flags),
                List.of(),
                List.of("claim of " + id),
                List.of(),
                List.of(),
                1,
                PartialDate.parse("2026-01-01"),
                counted,
                List.copyOf(links),
                List.of());
    }

    private static BigDecimal scaled(double x, int digits) {
        return BigDecimal.valueOf(x).scaleByPowerOfTen(digits);
    }
}
