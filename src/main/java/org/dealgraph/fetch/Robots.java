package org.dealgraph.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A robots.txt as RFC 9309 reads it: the groups of the named agent, or else those of {@code *}; of the rules that match a
 * path the longest pattern decides, and of equals the one that allows. Common misspellings are understood.
 */
public final class Robots {

    static final int LARGEST = 500 << 10;
    private static final int LONGEST_LINE = 16_664;
    private static final int MOST_RULES = 20_000;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final Pattern AGENT = Pattern.compile("user[ -]?agent");
    private static final Pattern DISALLOW = Pattern.compile("d[iy]?s+al+[ao]w|disalow|diasllow");
    private static final Pattern TOKEN_END = Pattern.compile("[^a-zA-Z_-]");
    private static final Pattern END_OF_LINE = Pattern.compile("\r\n|\n|\r");

    private final List<Group> groups;

    private Robots(List<Group> groups) {
        this.groups = groups;
    }

    /** Nothing is forbidden. */
    public static Robots allowingAll() {
        return new Robots(List.of());
    }

    /** Everything is forbidden: what a server's error on robots.txt means. */
    public static Robots forbiddingAll() {
        return parse("user-agent: *\ndisallow: /");
    }

    /** Reads the file; lines that make no sense are passed over. */
    public static Robots parse(byte[] file) {
        return parse(new String(file, 0, Math.min(file.length, LARGEST), StandardCharsets.UTF_8));
    }

    /** Reads the file; lines that make no sense are passed over. */
    public static Robots parse(String file) {
        Reader reader = new Reader();
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        for (String line : END_OF_LINE.split(text)) {
            reader.line(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        }
        return new Robots(reader.groups);
    }

    /**
     * Whether an agent may fetch an address.
     *
     * @param agent product token, such as {@code Dealgraph}
     * @param address absolute, or a path with its query
     */
    public boolean allows(String agent, String address) {
        String path = path(address);
        Rule best = null;
        for (Group group : groupsOf(agent)) {
            for (Rule rule : group.rules()) {
                if (rule.matches(path) && (best == null || rule.beats(best))) {
                    best = rule;
                }
            }
        }
        return best == null || best.allow();
    }

    /** The pause between requests that the file asks this agent for; at most a minute counts. */
    public Optional<Duration> delay(String agent) {
        return groupsOf(agent).stream()
                .flatMap(group -> group.delay().stream())
                .findFirst()
                .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
    }

    private List<Group> groupsOf(String agent) {
        String name = agent.toLowerCase(Locale.ROOT);
        List<Group> own = groups.stream()
                .filter(group -> !name.isEmpty() && group.agents().contains(name))
                .toList();
        return !own.isEmpty()
                ? own
                : groups.stream().filter(group -> group.agents().contains("*")).toList();
    }

    private static String token(String agent) {
        return TOKEN_END.split(agent, 2)[0].toLowerCase(Locale.ROOT);
    }

    private static String path(String address) {
        int scheme = address.indexOf("://");
        int from = scheme < 0 ? address.startsWith("//") ? 2 : 0 : scheme + 3;
        if (scheme < 0 && address.startsWith("/") && !address.startsWith("//")) {
            return cut(address);
        }
        int start = from;
        while (start < address.length() && "/?;#".indexOf(address.charAt(start)) < 0) {
            start++;
        }
        String rest = cut(address.substring(start));
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static String cut(String path) {
        int hash = path.indexOf('#');
        return hash < 0 ? path : path.substring(0, hash);
    }

    /** Agents that share rules. */
    private record Group(List<String> agents, List<Rule> rules, List<Duration> delays) {
        Optional<Duration> delay() {
            return delays.stream().findFirst();
        }
    }

    /** One allow or disallow line. */
    private record Rule(boolean allow, String pattern) {

        boolean beats(Rule other) {
            int longer = Integer.compare(pattern.length(), other.pattern.length());
            return longer > 0 || longer == 0 && allow;
        }

        /** Matches with {@code *} and a closing {@code $}, in time pattern × path at worst. */
        boolean matches(String path) {
            boolean closed = pattern.endsWith("$");
            String[] parts = (closed ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
            if (!path.startsWith(parts[0])) {
                return false;
            }
            int at = parts[0].length();
            for (int i = 1; i < parts.length; i++) {
                boolean last = closed && i == parts.length - 1;
                int found = last ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
                if (found < at || last && !path.endsWith(parts[i])) {
                    return false;
                }
                at = found + parts[i].length();
            }
            return !closed || at == path.length();
        }
    }

    /** Takes the file line by line. */
    private static final class Reader {

        private final List<Group> groups = new ArrayList<>();
        private boolean inRules = true;
        private int rules;

        void line(String line) {
            int comment = line.indexOf('#');
            String text = (comment < 0 ? line : line.substring(0, comment)).strip();
            int colon = text.indexOf(':');
            String[] parts = colon >= 0
                    ? new String[] {text.substring(0, colon), text.substring(colon + 1)}
                    : text.split("[ \t]+");
            if (parts.length == 2) {
                take(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
            }
        }

        private void take(String key, String value) {
            if (AGENT.matcher(key).matches()) {
                agent(value);
            } else if (key.equals("allow")) {
                rule(true, value);
            } else if (DISALLOW.matcher(key).matches()) {
                rule(false, value);
            } else if (key.equals("crawl-delay") && !groups.isEmpty()) {
                delay(value);
            }
        }

        private void agent(String value) {
            if (inRules) {
                groups.add(new Group(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                inRules = false;
            }
            boolean all = value.equals("*") || value.startsWith("* ") || value.startsWith("*\t");
            groups.getLast().agents().add(all ? "*" : token(value));
        }

        private void rule(boolean allow, String value) {
            inRules = true;
            if (groups.isEmpty() || value.isEmpty() || rules >= MOST_RULES) {
                return;
            }
            rules++;
            String pattern = escaped(value);
            groups.getLast().rules().add(new Rule(allow, pattern));
            int slash = pattern.lastIndexOf('/');
            if (allow && slash >= 0 && pattern.startsWith("/index.htm", slash)) {
                groups.getLast().rules().add(new Rule(true, pattern.substring(0, slash + 1) + "$"));
            }
        }

        private void delay(String value) {
            if (value.matches("\\d{1,5}(?:\\.\\d{1,3})?")) {
                groups.getLast().delays().add(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
            }
        }

        /** Bytes beyond ASCII as escapes, and escapes in capitals, as addresses write them. */
        private static String escaped(String pattern) {
            StringBuilder out = new StringBuilder();
            for (byte b : pattern.getBytes(StandardCharsets.UTF_8)) {
                if (b < 0) {
                    out.append("%%%02X".formatted(b & 0xFF));
                } else {
                    out.append((char) b);
                }
            }
            return Pattern.compile("%[0-9a-f]{2}", Pattern.CASE_INSENSITIVE)
                    .matcher(out)
                    .replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
        }
    }
}
