package org.dealgraph.claim.detail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;

/** Finds the sentence that goes on about the one deal of the sentence before it. */
final class Neighbours {

    private static final int OPENING = 6;
    private static final Set<String> DEALS = Set.of(
            "agreement",
            "deal",
            "contract",
            "pact",
            "lease",
            "arrangement",
            "deployment",
            "deployments",
            "delivery",
            "deliveries",
            "capacity",
            "payments",
            "commitment",
            "order",
            "shipments",
            "financing",
            "loan",
            "transaction",
            "partnership",
            "term",
            "side",
            "sides",
            "party",
            "parties",
            "project",
            "campus",
            "construction",
            "facility",
            "site",
            "investment",
            "purchase",
            "supply");
    private static final Set<String> POINTERS =
            Set.of("it", "this", "that", "the", "its", "under", "first", "either", "both");

    private final Scene scene;
    private final Map<Integer, Set<String>> told = new HashMap<>();

    Neighbours(Scene scene, List<Choice> choices) {
        this.scene = scene;
        choices.forEach(c -> told.computeIfAbsent(c.candidate().anchor().sentence(), k -> new HashSet<>())
                .add(c.candidate().triple()));
    }

    /** The sentence after a candidate's, where it has no claim of its own, names nobody else and speaks of the deal. */
    OptionalInt after(Candidate c) {
        int here = c.anchor().sentence();
        int next = here + 1;
        boolean alone = told.getOrDefault(here, Set.of()).size() == 1;
        boolean plain = next < scene.prose().sentences().size() && !told.containsKey(next);
        return alone && plain && speaksOfIt(next) && namesNobodyElse(next, c)
                ? OptionalInt.of(next)
                : OptionalInt.empty();
    }

    private boolean speaksOfIt(int sentence) {
        Prose prose = scene.prose();
        List<Token> tokens = prose.tokens(scene.sentence(sentence));
        boolean points =
                !tokens.isEmpty() && POINTERS.contains(tokens.getFirst().lower());
        return tokens.stream().limit(OPENING).anyMatch(t -> DEALS.contains(t.lower()))
                && (points || DEALS.contains(tokens.getFirst().lower()));
    }

    private boolean namesNobodyElse(int sentence, Candidate c) {
        Set<String> parties = new HashSet<>(c.from().keys());
        if (c.to() != null) {
            parties.addAll(c.to().keys());
        }
        return scene.actors().get(sentence).stream()
                .flatMap(a -> a.members().stream())
                .map(Actor.Member::key)
                .allMatch(parties::contains);
    }
}
