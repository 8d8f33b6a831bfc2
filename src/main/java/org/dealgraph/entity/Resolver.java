package org.dealgraph.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Organization;
import org.dealgraph.model.Party;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.Resolution.Candidate;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Says which organization a party is. A registry id is taken as it is; else the name is compared with the registry's
 * names. A full name that agrees decides; an alias that agrees makes a candidate and decides nothing, since several firms
 * may go by it. What nothing decides becomes a provisional organization under its own name. A person's judgement goes
 * before any rule, and "not the same" is remembered.
 */
public final class Resolver {

    private static final double BY_ID = 1;
    private static final double BY_NAME = 0.97;
    private static final double BY_ALIAS = 0.7;
    private static final int MOST_CANDIDATES = 10;
    private static final int MOST_COMPARED = 200;
    private static final int MOST_ANSWERED = 20_000;
    private static final int PREFIX = 3;

    private record Known(String organization, String surface, boolean alias) {}

    /** What a resolution rests on where no person decided about the mention itself. */
    private record Asked(String name, @Nullable String entity, Instant at) {}

    private final NameMatcher names;
    private final LegalForms lexicon;
    private final Judgements judgements;
    private final Map<String, List<Known>> byKey;
    private final Map<String, List<Known>> byPrefix;
    private final Map<Asked, Resolution> answered = new ConcurrentHashMap<>();

    /**
     * A resolver over a registry.
     *
     * @param catalogue the registry
     * @param names how names are taken apart and compared
     * @param judgements what persons and rules have decided so far
     */
    public Resolver(Catalogue catalogue, NameMatcher names, Collection<Judgement> judgements) {
        this.names = names;
        this.lexicon = names.lexicon();
        this.judgements = new Judgements(judgements);
        this.byKey = new HashMap<>();
        this.byPrefix = new HashMap<>();
        catalogue.names().stream()
                .filter(name -> name.kind() == KnownName.Kind.ORGANIZATION)
                .forEach(this::know);
    }

    private Resolver(Resolver other, Collection<Judgement> judgements) {
        this.names = other.names;
        this.lexicon = other.lexicon;
        this.judgements = new Judgements(judgements);
        this.byKey = other.byKey;
        this.byPrefix = other.byPrefix;
    }

    /** The same registry under other decisions. */
    public Resolver with(Collection<Judgement> decided) {
        return new Resolver(this, decided);
    }

    private void know(KnownName name) {
        boolean full = name.form() == KnownName.Form.NAME || name.form() == KnownName.Form.LEGAL_NAME;
        if (full || name.form() == KnownName.Form.ALIAS) {
            Known known = new Known(name.id(), name.surface(), !full || name.ambiguous());
            NameForm form = NameForm.of(name.surface(), lexicon);
            byKey.computeIfAbsent(form.key(), k -> new ArrayList<>()).add(known);
            prefixes(form)
                    .forEach(prefix -> byPrefix.computeIfAbsent(prefix, k -> new ArrayList<>())
                            .add(known));
        }
    }

    /** The beginnings of its words' sounds: names that are alike share one. */
    private static Set<String> prefixes(NameForm form) {
        return form.words().stream()
                .map(Likeness::sound)
                .filter(sound -> sound.length() >= PREFIX)
                .map(sound -> sound.substring(0, PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Decides which organization a party is.
     *
     * @param party as the article names it
     * @param at the moment to write on the judgement: when the article was fetched, so that a replay gives the same
     */
    public Resolution resolve(Party party, Instant at) {
        Asked asked = new Asked(party.name(), party.entity(), at);
        Resolution known = answered.get(asked);
        if (known == null) {
            known = byName(party, at, null);
            if (answered.size() >= MOST_ANSWERED) {
                answered.clear();
            }
            answered.put(asked, known);
        }
        return known;
    }

    /**
     * The same for a mention in an article, about which a person may have decided by itself.
     *
     * @param party as the article names it
     * @param article id of the article's version
     * @param at the moment to write on the judgement
     */
    public Resolution resolve(Party party, String article, Instant at) {
        Span span = party.span();
        String mention = span == null ? null : Judgement.mention(article, span);
        if (mention == null || !judgements.names(mention)) {
            return resolve(party, at);
        }
        String decided = judgements.canonical(mention);
        return decided.equals(mention)
                ? byName(party, at, mention)
                : new Resolution(
                        decided,
                        BY_ID,
                        new Judgement(mention, decided, Verdict.SAME, "rule:judged-mention", at),
                        List.of());
    }

    private Resolution byName(Party party, Instant at, @Nullable String mention) {
        String entity = party.entity();
        boolean named = judgements.personallyNames(party.name())
                && !judgements.canonical(party.name()).equals(Judgements.key(party.name()));
        if (entity != null && !named && !judgedApart(entity, party.name(), mention)) {
            Judgement judgement = new Judgement(party.name(), entity, Verdict.SAME, "rule:registry-id", at);
            return new Resolution(judgements.canonical(entity), BY_ID, judgement, List.of());
        }
        NameForm form = NameForm.of(party.name(), lexicon);
        String provisional = Organization.PROVISIONAL + form.slug();
        if (entity != null && !named) {
            return apart(party, entity, provisional, at);
        }
        List<Candidate> candidates = candidates(party.name(), provisional, form);
        String decided = judged(party.name(), provisional);
        if (decided != null) {
            return new Resolution(
                    decided,
                    BY_ID,
                    judgements
                            .on(party.name(), decided)
                            .or(() -> judgements.on(provisional, decided))
                            .orElseGet(() -> new Judgement(party.name(), decided, Verdict.SAME, "rule:merged", at)),
                    candidates);
        }
        return candidates.stream()
                .filter(c -> c.verdict() == Verdict.SAME)
                .findFirst()
                .map(c -> new Resolution(
                        judgements.canonical(c.organization()),
                        c.score(),
                        new Judgement(party.name(), c.organization(), Verdict.SAME, "rule:full-name", at),
                        candidates))
                .orElseGet(() -> unknown(party, provisional, candidates, at));
    }

    /** What the registry holds under a name of a group of names that are one organization's. */
    private Stream<String> known(String key) {
        NameForm form = NameForm.of(key.substring(Judgements.NAME.length()), lexicon);
        return candidates(key, provisional(key), form).stream()
                .filter(c -> c.verdict() == Verdict.SAME)
                .map(c -> judgements.canonical(c.organization()));
    }

    private String provisional(String key) {
        return Organization.PROVISIONAL
                + NameForm.of(key.substring(Judgements.NAME.length()), lexicon).slug();
    }

    private boolean judgedApart(String entity, String name, @Nullable String mention) {
        return Stream.of(Optional.of(name), Optional.ofNullable(mention))
                .flatMap(Optional::stream)
                .anyMatch(side -> judgements
                        .on(side, entity)
                        .filter(j -> j.verdict() == Verdict.NOT_SAME && j.byPerson())
                        .isPresent());
    }

    /** A name that the reader took for an organization, and a person did not: it stands for itself. */
    private Resolution apart(Party party, String entity, String provisional, Instant at) {
        String decided = Optional.ofNullable(judged(party.name(), provisional)).orElse(provisional);
        return new Resolution(
                decided,
                BY_ID,
                judgements
                        .on(party.name(), entity)
                        .orElseGet(
                                () -> new Judgement(party.name(), entity, Verdict.NOT_SAME, "rule:judged-mention", at)),
                List.of(new Candidate(entity, party.name(), 0, Verdict.NOT_SAME, List.of("judged not the same"))));
    }

    private @Nullable String judged(String name, String provisional) {
        String byName = judgements.canonical(name);
        if (!byName.startsWith(Judgements.NAME)) {
            return byName;
        }
        Set<String> together = judgements.members(byName);
        if (together.size() > 1) {
            return together.stream()
                    .flatMap(this::known)
                    .findFirst()
                    .orElseGet(() -> judgements.canonical(provisional(byName)));
        }
        String byId = judgements.canonical(provisional);
        return byId.equals(provisional) ? null : byId;
    }

    private static Resolution unknown(Party party, String provisional, List<Candidate> candidates, Instant at) {
        Optional<Candidate> nearest =
                candidates.stream().filter(c -> c.verdict() == Verdict.UNSURE).findFirst();
        return new Resolution(
                provisional,
                nearest.map(c -> 1 - c.score()).orElse(BY_NAME),
                nearest.map(c -> new Judgement(
                                party.name(), c.organization(), Verdict.UNSURE, "rule:no-full-name-agrees", at))
                        .orElseGet(() -> new Judgement(party.name(), provisional, Verdict.SAME, "rule:new-name", at)),
                candidates);
    }

    private List<Candidate> candidates(String name, String provisional, NameForm form) {
        Map<String, Candidate> best = new LinkedHashMap<>();
        Map<String, List<Known>> byOrganization = new TreeMap<>();
        byKey.getOrDefault(form.key(), List.of())
                .forEach(known -> byOrganization
                        .computeIfAbsent(known.organization(), o -> new ArrayList<>())
                        .add(known));
        boolean shared = byOrganization.size() > 1;
        byOrganization.forEach((organization, names) -> {
            Known known = names.stream()
                    .min(Comparator.comparing(Known::alias).thenComparing(Known::surface))
                    .orElseThrow();
            best.put(organization, candidate(name, provisional, known, shared));
        });
        alike(name, form)
                .forEach(alike -> best.putIfAbsent(
                        alike.organization(),
                        apart(name, provisional, alike.organization())
                                ? rejected(alike.organization(), alike.name())
                                : alike));
        return best.values().stream()
                .sorted(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::organization))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** Names that are alike without being equal: worth a look, never a merge. */
    private List<Candidate> alike(String name, NameForm form) {
        return prefixes(form).stream()
                .flatMap(prefix -> byPrefix.getOrDefault(prefix, List.of()).stream())
                .distinct()
                .limit(MOST_COMPARED)
                .map(known -> likeness(name, known))
                .filter(candidate -> candidate.verdict() == Verdict.UNSURE)
                .sorted(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::name))
                .toList();
    }

    private Candidate likeness(String name, Known known) {
        NameMatcher.Match match = names.match(name, known.surface());
        Verdict verdict = match.score() >= NameMatcher.UNSURE ? Verdict.UNSURE : Verdict.NOT_SAME;
        return new Candidate(
                known.organization(), known.surface(), Math.min(match.score(), BY_NAME), verdict, match.reasons());
    }

    private boolean apart(String name, String provisional, String organization) {
        return judgements
                .on(name, organization)
                .or(() -> judgements.on(provisional, organization))
                .filter(j -> j.verdict() == Verdict.NOT_SAME)
                .isPresent();
    }

    private static Candidate rejected(String organization, String surface) {
        return new Candidate(organization, surface, 0, Verdict.NOT_SAME, List.of("judged not the same"));
    }

    private Candidate candidate(String name, String provisional, Known known, boolean shared) {
        String organization = known.organization();
        if (apart(name, provisional, organization)) {
            return rejected(organization, known.surface());
        }
        if (known.alias() || shared) {
            return new Candidate(organization, known.surface(), BY_ALIAS, Verdict.UNSURE, List.of("alias alone"));
        }
        return new Candidate(organization, known.surface(), BY_NAME, Verdict.SAME, List.of("full name agrees"));
    }
}
