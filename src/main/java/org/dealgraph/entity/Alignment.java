package org.dealgraph.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which words of two names answer each other: one to one, one written as two, or an abbreviation to what it stands for. */
final class Alignment {

    private static final double JOINED = 0.97;
    private static final double INITIALS = 0.92;
    private static final double LEAST_JOINED = 0.88;
    private static final int LEAST_INITIALS = 3;

    private record Pair(int i, int j, double likeness) {}

    private final List<Token> left;
    private final List<Token> right;
    private final boolean[] leftDone;
    private final boolean[] rightDone;
    private final List<String> notes = new ArrayList<>();
    private final boolean consonants;
    private double shared;

    /**
     * Aligns two names.
     *
     * @param consonants whether one of them alone comes from a script that writes hardly any vowels
     */
    Alignment(List<Token> left, List<Token> right, boolean consonants) {
        this.left = left;
        this.right = right;
        this.consonants = consonants;
        this.leftDone = new boolean[left.size()];
        this.rightDone = new boolean[right.size()];
        pairs();
        joined(left, leftDone, right, rightDone);
        joined(right, rightDone, left, leftDone);
        initials(left, leftDone, right, rightDone);
        initials(right, rightDone, left, leftDone);
    }

    /** Twice the weight of what they share over the weight of both. */
    double dice() {
        double all = weight(left) + weight(right);
        return all == 0 ? 0 : Math.min(1, shared / all);
    }

    List<Token> leftRest() {
        return rest(left, leftDone);
    }

    List<Token> rightRest() {
        return rest(right, rightDone);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private void pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double likeness = Likeness.of(left.get(i), right.get(j), consonants);
                if (likeness > 0) {
                    pairs.add(new Pair(i, j, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.likeness())
                .thenComparingInt(p -> Math.abs(p.i() - p.j()))
                .thenComparingInt(Pair::i)
                .thenComparingInt(Pair::j));
        for (Pair pair : pairs) {
            if (!leftDone[pair.i()] && !rightDone[pair.j()]) {
                leftDone[pair.i()] = true;
                rightDone[pair.j()] = true;
                share(left.get(pair.i()).weight() + right.get(pair.j()).weight(), pair.likeness());
                if (pair.likeness() < 1) {
                    notes.add("'" + left.get(pair.i()).raw() + "' is near '"
                            + right.get(pair.j()).raw() + "'");
                }
            }
        }
    }

    /** One word that the other name writes as two or three. */
    private void joined(List<Token> one, boolean[] oneDone, List<Token> other, boolean[] otherDone) {
        for (int i = 0; i < one.size(); i++) {
            for (int from = 0; from < other.size() && !oneDone[i]; from++) {
                StringBuilder run = new StringBuilder(other.get(from).raw());
                for (int to = from + 1; to < Math.min(other.size(), from + 3) && !oneDone[i]; to++) {
                    run.append(other.get(to).raw());
                    double likeness = Likeness.of(one.get(i).raw(), run.toString());
                    if (likeness >= LEAST_JOINED && free(otherDone, from, to + 1)) {
                        take(one, oneDone, i, other, otherDone, from, to + 1, JOINED * likeness);
                        notes.add("'" + one.get(i).raw() + "' is written apart");
                    }
                }
            }
        }
    }

    /** An abbreviation in capitals and the run of words whose initials it is. */
    private void initials(List<Token> one, boolean[] oneDone, List<Token> other, boolean[] otherDone) {
        for (int i = 0; i < one.size(); i++) {
            Token token = one.get(i);
            if (oneDone[i] || !token.capitals() || token.raw().length() < LEAST_INITIALS) {
                continue;
            }
            for (int from = 0; from < other.size() && !oneDone[i]; from++) {
                int to = run(token.raw(), other, from);
                if (to > from + 1 && free(otherDone, from, to)) {
                    take(one, oneDone, i, other, otherDone, from, to, INITIALS);
                    notes.add("'" + token.raw() + "' abbreviates the other");
                }
            }
        }
    }

    /** Where a run ends whose initials are the letters, with or without the little words; or its start. */
    private static int run(String letters, List<Token> words, int from) {
        int letter = 0;
        int at = from;
        while (at < words.size() && letter < letters.length()) {
            Token word = words.get(at);
            if (word.raw().charAt(0) == letters.charAt(letter)) {
                letter++;
            } else if (!word.weak() || at == from) {
                return from;
            }
            at++;
        }
        return letter == letters.length() ? at : from;
    }

    private static boolean free(boolean[] done, int from, int to) {
        for (int k = from; k < to; k++) {
            if (done[k]) {
                return false;
            }
        }
        return true;
    }

    private void take(
            List<Token> one,
            boolean[] oneDone,
            int i,
            List<Token> other,
            boolean[] otherDone,
            int from,
            int to,
            double how) {
        oneDone[i] = true;
        double weight = weight(other.subList(from, to));
        for (int k = from; k < to; k++) {
            otherDone[k] = true;
        }
        share(one.get(i).weight() + weight, how);
    }

    private void share(double weight, double likeness) {
        shared += weight * likeness;
    }

    private static double weight(List<Token> tokens) {
        return tokens.stream().mapToDouble(Token::weight).sum();
    }

    private static List<Token> rest(List<Token> tokens, boolean[] done) {
        List<Token> rest = new ArrayList<>();
        for (int i = 0; i < done.length; i++) {
            if (!done[i]) {
                rest.add(tokens.get(i));
            }
        }
        return rest;
    }
}
