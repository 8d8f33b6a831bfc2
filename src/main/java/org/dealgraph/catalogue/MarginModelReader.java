package org.dealgraph.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dealgraph.model.Assumption;
import org.dealgraph.model.MarginLayer;
import org.dealgraph.model.MarginModel;
import org.dealgraph.model.MarginPath;
import org.jspecify.annotations.Nullable;

/** Reads {@code ingest/assumptions}: {@code paths.yml} holds the ways of the money, every other file assumptions. */
final class MarginModelReader {

    private static final String PATHS = "paths.yml";

    private final Path ingest;
    private final Faults faults;
    private final Map<String, Assumption> assumptions = new TreeMap<>();

    MarginModelReader(Path ingest, Faults faults) {
        this.ingest = ingest;
        this.faults = faults;
    }

    MarginModel read() {
        List<YamlNode> paths = new ArrayList<>();
        for (Path file : YamlFile.below(ingest.resolve("assumptions"))) {
            List<YamlNode> entries = YamlFile.read(file, ingest.relativize(file).toString(), faults)
                    .map(YamlNode::items)
                    .orElse(List.of());
            if (file.endsWith(PATHS)) {
                paths.addAll(entries);
            } else {
                entries.forEach(this::assumption);
            }
        }
        return new MarginModel(
                assumptions,
                paths.stream().map(this::path).flatMap(Optional::stream).toList());
    }

    private void assumption(YamlNode node) {
        node.only("id", "says", "measure", "scope", "low", "base", "high");
        Optional<Assumption.Measure> measure = node.findChoice("measure", Assumption.Measure.class);
        Optional<Assumption.Figure> base = figure(node, "base");
        if (measure.isEmpty() || base.isEmpty()) {
            node.fault("an assumption needs 'measure' and 'base': add them");
            return;
        }
        String id = node.getText("id");
        try {
            Assumption read = new Assumption(
                    id,
                    node.getText("says"),
                    measure.get(),
                    node.getText("scope"),
                    figure(node, "low").orElse(base.get()),
                    base.get(),
                    figure(node, "high").orElse(base.get()));
            if (assumptions.put(id, read) != null) {
                node.fault("id '" + id + "' stands twice: rename one");
            }
        } catch (IllegalArgumentException e) {
            node.fault(e.getMessage() + ": correct it");
        }
    }

    private Optional<Assumption.Figure> figure(YamlNode node, String key) {
        return node.find(key).flatMap(figure -> {
            figure.only("value", "asOf", "sources", "note");
            Optional<BigDecimal> value = figure.findNumber("value");
            List<String> sources = figure.texts("sources");
            if (sources.isEmpty()) {
                figure.fault("has no source: name the address where it was found");
            }
            for (String source : sources) {
                if (!source.startsWith("https://") && !source.startsWith("http://")) {
                    figure.fault("'" + source + "' is not a web address: begin it with https://");
                }
            }
            if (value.isEmpty()) {
                figure.fault("'value' is missing: add it");
            }
            return value.map(v -> new Assumption.Figure(
                    v,
                    figure.findDate("asOf").orElse(null),
                    sources,
                    figure.findText("note").orElse(null)));
        });
    }

    private Optional<MarginPath> path(YamlNode node) {
        node.only("id", "title", "unit", "provider", "silicon", "start", "life", "top");
        Optional<MarginPath.Unit> unit = node.findChoice("unit", MarginPath.Unit.class);
        Optional<MarginPath.Step> top = node.find("top").flatMap(this::step);
        if (unit.isEmpty() || top.isEmpty()) {
            node.fault("a path needs 'unit' and 'top': add them");
            return Optional.empty();
        }
        return Optional.of(new MarginPath(
                node.getText("id"),
                node.getText("title"),
                unit.get(),
                node.findChoice("provider", MarginPath.Provider.class).orElse(null),
                node.findChoice("silicon", MarginPath.Silicon.class).orElse(null),
                known(node, "start"),
                known(node, "life"),
                top.get()));
    }

    private Optional<MarginPath.Step> step(YamlNode node) {
        node.only("layer", "share", "keeps", "gap", "then");
        Optional<MarginLayer> layer = node.findChoice("layer", MarginLayer.class);
        if (layer.isEmpty()) {
            node.fault("'layer' is missing: add it");
            return Optional.empty();
        }
        List<MarginPath.Step> then = node.nodes("then").stream()
                .map(this::step)
                .flatMap(Optional::stream)
                .toList();
        if (then.stream()
                        .filter(step -> step.share() == null && step.gap() == null)
                        .count()
                > 1) {
            node.fault("two layers below it get 'the rest': give one a share, or name the gap");
        }
        return Optional.of(new MarginPath.Step(
                layer.get(),
                known(node, "share"),
                known(node, "keeps"),
                node.findText("gap").orElse(null),
                then));
    }

    private @Nullable String known(YamlNode node, String key) {
        Optional<String> id = node.findText(key);
        id.filter(text -> !assumptions.containsKey(text))
                .ifPresent(text -> node.fault(
                        "'" + key + "' names '" + text + "', which is no assumption: add it or correct the id"));
        return id.orElse(null);
    }
}
