package org.dealgraph.catalogue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML file into nodes that know their line. At most 5 MiB, 20 levels and 10 aliases, and no tags: the bounds are
 * counted on the stream of events before any node is made, because the composer itself recurses without bound.
 */
public final class YamlFile {

    private static final long LARGEST = 5L << 20;
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 10;

    private record Excess(int line, String what) {}

    private YamlFile() {}

    /** The file's top node, or empty where the file is empty or broken (then the fault is noted). */
    public static Optional<YamlNode> read(Path file, String name, Faults faults) {
        try {
            if (Files.size(file) > LARGEST) {
                faults.add(name + ":1", "is larger than 5 MiB: split it");
                return Optional.empty();
            }
            String text = Files.readString(file);
            LoadSettings settings = settings(name);
            Optional<Excess> excess = excess(new Parse(settings).parseString(text));
            if (excess.isPresent()) {
                faults.add(name + ":" + excess.get().line(), excess.get().what());
                return Optional.empty();
            }
            return new Compose(settings).composeString(text).map(node -> new YamlNode(node, name, faults));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
            faults.add(name + ":" + line, "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(name + ":1", "is not YAML: " + e.getMessage());
        } catch (MalformedInputException e) {
            faults.add(name + ":1", "is not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            faults.add(name + ":1", "cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Every {@code .yml} file below a folder in the order of their names; none where the folder is absent. */
    public static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
        } catch (IOException e) {
            throw new CatalogueException(List.of(folder + ":1: cannot be listed: " + e.getMessage()));
        }
    }

    private static LoadSettings settings(String name) {
        return LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit((int) LARGEST)
                .build();
    }

    /** The first bound that a file breaks. */
    private static Optional<Excess> excess(Iterable<Event> events) {
        int depth = 0;
        int aliases = 0;
        for (Event event : events) {
            int line = event.getStartMark().map(m -> m.getLine() + 1).orElse(1);
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                case Alias -> aliases++;
                default -> {}
            }
            if (depth > DEEPEST) {
                return Optional.of(new Excess(line, "is nested more than " + DEEPEST + " levels deep: flatten it"));
            }
            if (aliases > MOST_ALIASES) {
                return Optional.of(
                        new Excess(line, "has more than " + MOST_ALIASES + " aliases: write the values out"));
            }
            if (tagged(event)) {
                return Optional.of(new Excess(line, "has a tag: remove it, values are read by their key"));
            }
        }
        return Optional.empty();
    }

    private static boolean tagged(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case CollectionStartEvent start -> start.getTag().isPresent();
            default -> false;
        };
    }
}
