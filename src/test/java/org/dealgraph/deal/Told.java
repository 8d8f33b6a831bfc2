package org.dealgraph.deal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Attribution;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Evidence;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Instrument;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Milestone;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Party;
import org.dealgraph.model.Per;
import org.dealgraph.model.Polarity;
import org.dealgraph.model.Power;
import org.dealgraph.model.Right;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Span;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** What a small article of our own tells, as claims: {@code in("wire", "2026-04-20").spend("anthropic", "amazon", 100)}. */
final class Told {

    static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

    private final String article;
    private final @Nullable PartialDate published;
    private final ClaimKind kind;
    private final List<String> from;
    private final List<String> to;
    private List<String> beneficiaries = List.of();
    private @Nullable BigDecimal money;
    private String currency = "USD";
    private @Nullable Per per;
    private @Nullable BigDecimal megawatts;
    private Power.Layer layer = Power.Layer.COMPUTE;
    private @Nullable BigDecimal units;
    private Bound bound = Bound.STATED;
    private @Nullable BigDecimal low;
    private @Nullable String product;
    private @Nullable Right right;
    private @Nullable Instrument instrument;
    private @Nullable String site;
    private @Nullable PartialDate agreed;
    private @Nullable PartialDate start;
    private @Nullable PartialDate end;
    private @Nullable Double years;
    private Stage stage = Stage.AGREED;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private Polarity polarity = Polarity.ASSERTS;
    private AmountRelation relation = AmountRelation.whole();
    private Attribution.Voice voice = Attribution.Voice.AUTHOR;
    private boolean core = true;
    private double confidence = 0.9;
    private Tier tier = Tier.TRADE;
    private boolean assumed;
    private @Nullable String source;
    private @Nullable String id;
    private final List<Span> spans = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();

    private Told(Page page, ClaimKind kind, List<String> from, List<String> to) {
        this.article = page.name();
        this.published = page.published() == null ? null : PartialDate.parse(page.published());
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /** An article. */
    record Page(String name, @Nullable String published) {

        Told spend(String from, String to, double billions) {
            return new Told(this, ClaimKind.SPEND, split(from), split(to)).billions(billions);
        }

        Told invest(String from, String to, double billions) {
            return new Told(this, ClaimKind.INVEST, split(from), split(to)).billions(billions);
        }

        Told lend(String from, String to, double billions) {
            return new Told(this, ClaimKind.LEND, split(from), split(to)).billions(billions);
        }

        Told build(String from, double billions) {
            return new Told(this, ClaimKind.BUILD, split(from), List.of()).billions(billions);
        }

        Told capacity(String from, String to, double megawatts) {
            return new Told(this, ClaimKind.CAPACITY, split(from), split(to)).megawatts(megawatts);
        }

        Told supply(String from, String to, String product) {
            Told told = new Told(this, ClaimKind.SUPPLY, split(from), split(to));
            told.product = product;
            return told;
        }

        Told right(String from, String to, Right right) {
            Told told = new Told(this, ClaimKind.RIGHT, split(from), split(to));
            told.right = right;
            return told;
        }

        Told claim(ClaimKind kind, String from, String to) {
            return new Told(this, kind, split(from), split(to));
        }

        java.time.LocalDate date() {
            return java.time.LocalDate.parse(java.util.Objects.requireNonNull(published));
        }

        private static List<String> split(String names) {
            return names.isEmpty() ? List.of() : List.of(names.split("\\+"));
        }
    }

    /** An article with its date. */
    static Page in(String article, @Nullable String published) {
        return new Page(article, published);
    }

    Told billions(double amount) {
        money = BigDecimal.valueOf(amount).multiply(BILLION);
        return this;
    }

    Told megawatts(double amount) {
        megawatts = BigDecimal.valueOf(amount);
        return this;
    }

    Told units(long count) {
        units = BigDecimal.valueOf(count);
        return this;
    }

    Told noAmount() {
        money = null;
        megawatts = null;
        units = null;
        return this;
    }

    Told currency(String code) {
        currency = code;
        return this;
    }

    Told per(Per period) {
        per = period;
        return this;
    }

    Told layer(Power.Layer which) {
        layer = which;
        return this;
    }

    Told atLeast() {
        bound = Bound.AT_LEAST;
        return this;
    }

    Told upTo() {
        bound = Bound.UP_TO;
        return this;
    }

    Told about() {
        bound = Bound.ABOUT;
        return this;
    }

    Told fromBillions(double least) {
        bound = Bound.BETWEEN;
        low = BigDecimal.valueOf(least).multiply(BILLION);
        return this;
    }

    Told forWhom(String names) {
        beneficiaries = List.of(names.split("\\+"));
        return this;
    }

    Told product(String name) {
        product = name;
        return this;
    }

    Told instrument(Instrument paper) {
        instrument = paper;
        return this;
    }

    Told at(String place) {
        site = place;
        return this;
    }

    Told agreed(String date) {
        agreed = PartialDate.parse(date);
        return this;
    }

    Told start(String date) {
        start = PartialDate.parse(date);
        return this;
    }

    Told end(String date) {
        end = PartialDate.parse(date);
        return this;
    }

    Told years(double term) {
        years = term;
        return this;
    }

    Told milestone(String sort, double share, @Nullable String by) {
        milestones.add(new Milestone(
                Milestone.Sort.valueOf(sort),
                null,
                share == 0 ? null : new Power(interval(BigDecimal.valueOf(share)), Power.Measure.UNSTATED, layer),
                null,
                by == null ? null : PartialDate.parse(by),
                null,
                List.of()));
        return this;
    }

    Told stage(Stage reached) {
        stage = reached;
        return this;
    }

    Told flag(Flag flag) {
        flags.add(flag);
        return this;
    }

    Told ends(Stage how) {
        polarity = Polarity.ENDS;
        stage = how;
        return this;
    }

    Told denied() {
        polarity = Polarity.DENIES;
        return this;
    }

    Told relation(AmountRelation.Kind how) {
        relation = new AmountRelation(how, null);
        return this;
    }

    Told relation(AmountRelation.Kind how, String of) {
        relation = new AmountRelation(how, of);
        return this;
    }

    Told voice(Attribution.Voice who) {
        voice = who;
        return this;
    }

    Told background() {
        core = false;
        return this;
    }

    Told confidence(double probability) {
        confidence = probability;
        return this;
    }

    Told tier(Tier of) {
        tier = of;
        return this;
    }

    Told assumedDate() {
        assumed = true;
        return this;
    }

    Told source(String key) {
        source = key;
        return this;
    }

    Told id(String name) {
        id = name;
        return this;
    }

    Told sentence(int start, int end) {
        spans.add(new Span(start, end));
        return this;
    }

    SourcedClaim claim() {
        Claim.Subject subject = new Claim.Subject(
                money == null ? null : new Money(interval(money), currency, per),
                megawatts == null ? null : new Power(interval(megawatts), Power.Measure.UNSTATED, layer),
                units == null ? null : interval(units),
                product,
                right,
                instrument,
                site);
        Claim claim = new Claim(
                id != null ? id : name(),
                article,
                kind,
                parties(from),
                parties(to),
                parties(beneficiaries),
                subject,
                new Claim.Schedule(agreed, start, end, years, milestones),
                new Claim.Standing(stage, flags, polarity, relation),
                new Attribution(voice, null),
                core,
                new Evidence(spans, "…"),
                new Claim.Reading("test", confidence));
        return new SourcedClaim(
                claim, from, to, beneficiaries, tier, published, assumed, source != null ? source : article);
    }

    /** Unlike claims of one article need unlike ids; the same claim built twice is the same claim. */
    private String name() {
        return "c-" + article + "-"
                + Integer.toHexString((kind + "" + from + to + beneficiaries + money + currency + per + megawatts
                                + units + bound + low + product + right + instrument + site + agreed + start + end
                                + polarity + relation)
                        .hashCode());
    }

    private Interval interval(BigDecimal amount) {
        return low != null ? Interval.between(low, amount) : Interval.of(amount, bound);
    }

    private static List<Party> parties(List<String> names) {
        return names.stream().map(name -> Party.known(name, name)).toList();
    }

    static List<SourcedClaim> claims(Told... told) {
        return java.util.stream.Stream.of(told).map(Told::claim).toList();
    }
}
