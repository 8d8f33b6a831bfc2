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
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one YAML file into nodes that know their line. No tags, no aliases beyond a few, at most 5 MiB. */
public final class YamlFile {

    private static final long LARGEST = 5L << 20;

    private YamlFile() {}

    /** The file's top node, or empty where the file is empty or broken (then the fault is noted). */
    public static Optional<YamlNode> read(Path file, String name, Faults faults) {
        try {
            if (Files.size(file) > LARGEST) {
                faults.add(name + ":1", "is larger than 5 MiB: split it");
                return Optional.empty();
            }
            return compose(Files.readString(file), name).map(node -> new YamlNode(node, name, faults));
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

    private static Optional<Node> compose(String text, String name) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setMaxAliasesForCollections(10)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit((int) LARGEST)
                .build();
        return new Compose(settings).composeString(text);
    }
}
