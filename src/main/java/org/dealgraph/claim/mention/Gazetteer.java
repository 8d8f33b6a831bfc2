package org.dealgraph.claim.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.KnownName;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.Tokens;
import org.jspecify.annotations.Nullable;

/** The registry's surface forms as a tree of words, matched with their capitals. */
final class Gazetteer {

    /** Short capitals such as "KT" or "PIF" must stand as written; longer ones are also found as "Nvidia". */
    private static final int STRICT = 3;

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
    }

    /**
     * A surface form.
     *
     * @param name what the registry says of it
     * @param words its words as written
     */
    record Entry(KnownName name, List<String> words) {}

    /**
     * Names found at a place.
     *
     * @param entries those of the longest match
     * @param end one past the last token
     */
    record Match(List<Entry> entries, int end) {}

    private final Node root = new Node();

    Gazetteer(Catalogue catalogue) {
        for (KnownName name : catalogue.names()) {
            switch (name.form()) {
                case NAME, ALIAS, LEGAL_NAME, BRAND, PERSON -> add(name, name.surface());
                case TICKER, DESCRIPTION -> {}
            }
        }
    }

    private void add(KnownName name, String surface) {
        List<String> words = new ArrayList<>();
        Node node = root;
        for (Token token : Tokens.of(surface)) {
            if (skipped(token) && !words.isEmpty()) {
                continue;
            }
            words.add(token.text());
            node = node.next.computeIfAbsent(key(token), k -> new Node());
        }
        if (!words.isEmpty() && words.size() <= Phrases.LONGEST) {
            node.entries.add(new Entry(name, List.copyOf(words)));
        }
    }

    /** The longest name that starts at a token and ends before a limit, or null. */
    @Nullable
    Match at(Prose prose, int first, int limit) {
        if (prose.token(first).text().length() > 40) {
            return null;
        }
        Node node = root;
        List<Token> seen = new ArrayList<>();
        Match best = null;
        int at = first;
        while (at < limit) {
            Token token = prose.token(at);
            Node next = node.next.get(key(token));
            if (next == null && skipped(token) && at > first && at + 1 < limit) {
                at++;
                token = prose.token(at);
                next = node.next.get(key(token));
            }
            if (next == null) {
                break;
            }
            node = next;
            seen.add(token);
            at++;
            List<Entry> entries = written(node.entries, seen);
            if (!entries.isEmpty()) {
                best = new Match(entries, at);
            }
        }
        return best;
    }

    private static List<Entry> written(List<Entry> entries, List<Token> tokens) {
        return entries.stream().filter(e -> asWritten(e.words(), tokens)).toList();
    }

    private static boolean asWritten(List<String> words, List<Token> tokens) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Token token = tokens.get(i);
            boolean same = token.text().equals(word);
            boolean strict = words.size() == 1 && word.length() <= STRICT && capitals(word);
            boolean capital = token.capitalised() || token.kind() != Token.Kind.WORD;
            if (!same && (strict || !capital)) {
                return false;
            }
        }
        return true;
    }

    private static boolean capitals(String word) {
        return word.chars().noneMatch(Character::isLowerCase);
    }

    private static String key(Token token) {
        String word = Phrases.fold(token.lower());
        return word.endsWith(".") && word.length() > 1 ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean skipped(Token token) {
        return token.hyphen() || token.is(".") || token.is(",");
    }
}
