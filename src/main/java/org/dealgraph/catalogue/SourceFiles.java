package org.dealgraph.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dealgraph.model.Source;
import org.dealgraph.model.Source.Filter;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.model.Source.Selectors;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** Reads {@code ingest/sources}: one small file a source, named after its id. */
public final class SourceFiles {

    private static final Pattern EVERY = Pattern.compile("(\\d{1,4})([mhd])");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final Duration SELDOM = Duration.ofDays(7);

    private final Map<String, String> byAddress = new HashMap<>();

    private SourceFiles() {}

    /**
     * All sources, by id.
     *
     * @param ingest the folder with {@code sources/}
     * @throws CatalogueException that lists every fault with file and line
     */
    public static List<Source> load(Path ingest) {
        return read(ingest.resolve("sources"), ingest);
    }

    /**
     * All sources in a folder of one's own, by id.
     *
     * @throws CatalogueException that lists every fault with file and line
     */
    public static List<Source> read(Path folder) {
        return read(folder, folder.toAbsolutePath().getParent());
    }

    private static List<Source> read(Path folder, @Nullable Path from) {
        Faults faults = new Faults();
        SourceFiles reader = new SourceFiles();
        List<Source> sources = new ArrayList<>();
        for (Path file : YamlFile.below(folder)) {
            YamlFile.read(
                            file,
                            from == null
                                    ? file.toString()
                                    : from.relativize(file).toString(),
                            faults)
                    .map(node -> reader.source(node, file))
                    .ifPresent(sources::add);
        }
        faults.stopIfAny();
        return List.copyOf(sources);
    }

    /** A source as its file: what {@link #load} reads back. */
    public static String write(Source source) {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "", "id", source.id());
        line(yaml, "", "title", quoted(source.title()));
        line(yaml, "", "publisher", quoted(source.publisher()));
        line(yaml, "", "tier", source.tier().name());
        line(yaml, "", "kind", source.kind().name());
        line(yaml, "", "address", quoted(source.address()));
        line(yaml, "", "poll", source.poll().toMinutes() + "m");
        filter(yaml, "include", source.include());
        filter(yaml, "exclude", source.exclude());
        selectors(yaml, source.selectors());
        if (!source.stored()) {
            line(yaml, "", "store", "false");
        }
        line(yaml, "", "expectedPerWeek", Integer.toString(source.expectedPerWeek()));
        line(yaml, "", "checked", Boolean.toString(source.checked()));
        if (source.seen() != null) {
            line(yaml, "", "seen", quoted(source.seen()));
        }
        if (source.note() != null) {
            line(yaml, "", "note", quoted(source.note()));
        }
        return yaml.toString();
    }

    private static void filter(StringBuilder yaml, String key, Filter filter) {
        if (filter.equals(Filter.none())) {
            return;
        }
        yaml.append(key).append(":\n");
        list(yaml, "tags", filter.tags());
        list(yaml, "words", filter.words());
        list(yaml, "addresses", filter.addresses());
    }

    private static void selectors(StringBuilder yaml, Selectors selectors) {
        if (selectors.equals(Selectors.none())) {
            return;
        }
        yaml.append("selectors:\n");
        if (selectors.links() != null) {
            line(yaml, "  ", "links", quoted(selectors.links()));
        }
        if (selectors.text() != null) {
            line(yaml, "  ", "text", quoted(selectors.text()));
        }
    }

    private static void list(StringBuilder yaml, String key, List<String> values) {
        if (!values.isEmpty()) {
            line(yaml, "  ", key, values.stream().map(SourceFiles::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private static void line(StringBuilder yaml, String indent, String key, String value) {
        yaml.append(indent).append(key).append(": ").append(value).append('\n');
    }

    /** Double quotes with the escapes that YAML and JSON share. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars()
                .forEach(c -> out.append(
                        c == '"' || c == '\\'
                                ? "\\" + (char) c
                                : c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
        return out.append('"').toString();
    }

    private Source source(YamlNode node, Path file) {
        node.only(
                "id",
                "title",
                "publisher",
                "tier",
                "kind",
                "address",
                "poll",
                "include",
                "exclude",
                "selectors",
                "store",
                "expectedPerWeek",
                "checked",
                "seen",
                "note");
        String id = node.getText("id");
        if (!ID.matcher(id).matches() || !file.getFileName().toString().equals(id + ".yml")) {
            node.fault("'id' should be the file's name without its ending, in small letters, digits and hyphens");
        }
        boolean checked = bool(node, "checked", null);
        if (checked && node.findText("seen").isEmpty()) {
            node.fault("'seen' is missing: say where the address was confirmed, or set checked: false");
        }
        return new Source(
                id,
                node.getText("title"),
                node.getText("publisher"),
                required(node, "tier", Tier.class, Tier.BLOG),
                required(node, "kind", Kind.class, Kind.RSS),
                address(node),
                poll(node),
                filter(node, "include"),
                filter(node, "exclude"),
                selectors(node),
                bool(node, "store", "true"),
                node.findNumber("expectedPerWeek").map(BigDecimal::intValue).orElse(0),
                checked,
                node.findText("seen").orElse(null),
                node.findText("note").orElse(null));
    }

    private static <E extends Enum<E>> E required(YamlNode node, String key, Class<E> type, E fallback) {
        if (node.find(key).isEmpty()) {
            node.fault("'" + key + "' is missing: add it");
        }
        return node.findChoice(key, type).orElse(fallback);
    }

    private String address(YamlNode node) {
        String address = node.findAddress("address").orElse("");
        if (address.isEmpty()) {
            node.fault("'address' is missing: add it");
            return "";
        }
        String other = byAddress.putIfAbsent(address, node.where());
        if (other != null) {
            node.fault("address is that of " + other + " too: remove one");
        }
        return address;
    }

    private static Duration poll(YamlNode node) {
        Matcher m = EVERY.matcher(node.findText("poll").orElse("1h"));
        if (m.matches()) {
            long n = Long.parseLong(m.group(1));
            Duration every = switch (m.group(2)) {
                case "m" -> Duration.ofMinutes(n);
                case "h" -> Duration.ofHours(n);
                default -> Duration.ofDays(n);
            };
            if (every.compareTo(OFTEN) >= 0 && every.compareTo(SELDOM) <= 0) {
                return every;
            }
        }
        node.fault("'poll' should be a time from 5m to 7d, such as 30m or 2h");
        return Duration.ofHours(1);
    }

    private static boolean bool(YamlNode node, String key, @Nullable String fallback) {
        String text = fallback == null ? node.getText(key) : node.findText(key).orElse(fallback);
        if (!text.equals("true") && !text.equals("false")) {
            node.fault("'" + key + "' should be true or false");
        }
        return text.equals("true");
    }

    private static Selectors selectors(YamlNode node) {
        return node.find("selectors")
                .map(selectors -> {
                    selectors.only("links", "text");
                    return new Selectors(
                            selectors.findText("links").orElse(null),
                            selectors.findText("text").orElse(null));
                })
                .orElse(Selectors.none());
    }

    private static Filter filter(YamlNode node, String key) {
        return node.find(key)
                .map(filter -> {
                    filter.only("tags", "words", "addresses");
                    return new Filter(filter.texts("tags"), filter.texts("words"), filter.texts("addresses"));
                })
                .orElse(Filter.none());
    }
}
