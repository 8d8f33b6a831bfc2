package org.dealgraph.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dealgraph.model.PartialDate;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML value that knows its file and line. A getter that finds something unusable notes a fault and gives the empty
 * value, so that one pass finds every fault.
 */
public final class YamlNode {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\.[^\\s/]+(?:/\\S*)?");

    private final Node node;
    private final String file;
    private final Faults faults;

    YamlNode(Node node, String file, Faults faults) {
        this.node = node;
        this.file = file;
        this.faults = faults;
    }

    /** {@code file:line}. */
    public String where() {
        return file + ":" + node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    /** Notes a fault at this line. */
    public void fault(String message) {
        faults.add(where(), message);
    }

    /** The elements of a list. */
    public List<YamlNode> items() {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(item -> new YamlNode(item, file, faults))
                    .toList();
        }
        fault("should be a list: begin each entry with '- '");
        return List.of();
    }

    /** The keys of a mapping, in the order of the file. */
    public List<String> keys() {
        if (node instanceof MappingNode map) {
            return map.getValue().stream()
                    .map(tuple -> new YamlNode(tuple.getKeyNode(), file, faults).scalar())
                    .distinct()
                    .toList();
        }
        fault("should be a mapping of key: value");
        return List.of();
    }

    /** Notes a fault for every key that is not among these, and for every key that stands twice. */
    public void only(String... keys) {
        Set<String> known = Set.of(keys);
        if (!(node instanceof MappingNode map)) {
            fault("should be a mapping of key: value");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : map.getValue()) {
            YamlNode key = new YamlNode(tuple.getKeyNode(), file, faults);
            if (!seen.add(key.scalar())) {
                key.fault("key '" + key.scalar() + "' stands twice: remove one");
            }
            if (!known.contains(key.scalar())) {
                key.fault("unknown key '" + key.scalar() + "': use one of "
                        + String.join(", ", Arrays.stream(keys).sorted().toList()));
            }
        }
    }

    /** The value of a key, where it is there and not null. */
    public Optional<YamlNode> find(String key) {
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)
                        && !tuple.getValueNode().getTag().equals(Tag.NULL)) {
                    return Optional.of(new YamlNode(tuple.getValueNode(), file, faults));
                }
            }
        }
        return Optional.empty();
    }

    /** This node as text. */
    public String scalar() {
        if (node instanceof ScalarNode text) {
            return text.getValue().strip();
        }
        fault("should be one value, not a list or mapping");
        return "";
    }

    /** The text of a key, where it is there. */
    public Optional<String> findText(String key) {
        return find(key).map(YamlNode::scalar).filter(s -> !s.isEmpty());
    }

    /** The text of a key that must be there. */
    public String getText(String key) {
        Optional<String> text = findText(key);
        if (text.isEmpty()) {
            fault("'" + key + "' is missing: add it");
        }
        return text.orElse("");
    }

    /** The web address under a key, where it is there. */
    public Optional<String> findAddress(String key) {
        Optional<String> address = findText(key);
        if (address.isPresent() && !ADDRESS.matcher(address.get()).matches()) {
            find(key).ifPresent(n -> n.fault("'" + key + "' is not a web address: begin it with https://"));
            return Optional.empty();
        }
        return address;
    }

    /** The texts of a list under a key; none where absent. A text twice in one list is a fault. */
    public List<String> texts(String key) {
        List<String> texts = nodes(key).stream().map(YamlNode::scalar).toList();
        Set<String> distinct = new LinkedHashSet<>(texts);
        if (distinct.size() < texts.size()) {
            find(key).ifPresent(n -> n.fault("'" + key + "' says the same twice: remove one"));
        }
        return List.copyOf(distinct);
    }

    /** The nodes of a list under a key; none where absent. */
    public List<YamlNode> nodes(String key) {
        return find(key).map(YamlNode::items).orElse(List.of());
    }

    /** The value of a key as one of an enum's names. */
    public <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> type) {
        return find(key).flatMap(n -> n.choice(type));
    }

    /** The values of a list under a key as an enum's names. */
    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        List<E> choices = new ArrayList<>();
        nodes(key).forEach(n -> n.choice(type).ifPresent(choices::add));
        return choices;
    }

    /** The date under a key. */
    public Optional<PartialDate> findDate(String key) {
        return parsed(key, PartialDate::parse);
    }

    /** The exact number under a key. */
    public Optional<BigDecimal> findNumber(String key) {
        return parsed(key, text -> new BigDecimal(text.replace("_", "")));
    }

    private <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        String text = scalar();
        try {
            return Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            fault("unknown value '" + text + "': use one of " + Arrays.toString(type.getEnumConstants()));
            return Optional.empty();
        }
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parse) {
        return find(key).flatMap(n -> {
            try {
                return Optional.of(parse.apply(n.scalar()));
            } catch (NumberFormatException e) {
                n.fault("'" + key + "' is not a number: " + n.scalar());
            } catch (IllegalArgumentException e) {
                n.fault("'" + key + "': " + e.getMessage());
            }
            return Optional.empty();
        });
    }
}
