package org.dealgraph.claim.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;

/** The evaluation as a command: reads the annotated corpus of an ingest folder and prints the figures. */
public final class Evaluate {

    private Evaluate() {}

    /** The evaluation of a reader on the corpus of an ingest folder, our own quiet texts included. */
    public static Evaluation evaluation(Path ingest, Catalogue catalogue, Function<Article, List<Claim>> reader) {
        List<CorpusDocument> documents = new ArrayList<>(Corpus.read(ingest.resolve("corpus/dev")));
        Path quiet = ingest.resolve("corpus/quiet");
        if (Files.isDirectory(quiet)) {
            documents.addAll(Corpus.read(quiet));
        }
        return Evaluation.of(documents, reader, new CorpusFormat(catalogue));
    }

    /**
     * Whether every claim stands on its article: those of an evaluation, and those read of the articles written for
     * training.
     */
    public static Grounding.Result grounding(
            Evaluation evaluation, Path ingest, Catalogue catalogue, Function<Article, List<Claim>> reader) {
        Map<CorpusDocument, List<Claim>> read = new LinkedHashMap<>();
        evaluation.results().forEach(r -> read.put(r.document(), r.claims()));
        Path own = ingest.resolve("corpus/own");
        if (Files.isDirectory(own)) {
            Corpus.read(own).forEach(d -> read.put(d, reader.apply(d.article())));
        }
        return new Grounding(catalogue).check(read);
    }

    /** Writes what was read of the annotated stories, one line a document, as the corpus's scorer takes it. */
    public static void predictions(Evaluation evaluation, Path file) {
        List<String> lines = evaluation.results().stream()
                .filter(r -> !r.document().style().equals("quiet"))
                .map(r -> CorpusFormat.line(r.document().id(), r.read()))
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new CorpusException("could not write the predictions: " + file, e);
        }
    }
}
