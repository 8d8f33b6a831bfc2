package org.dealgraph.bench.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The texts of the annotated corpus, in the order of their files. */
final class Texts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Texts() {}

    static List<String> of(Path ingest) {
        try (Stream<Path> files = Files.list(ingest.resolve("corpus/dev"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().map(Texts::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list the corpus: " + ingest, e);
        }
    }

    private static String text(Path file) {
        try {
            return JSON.readTree(Files.readString(file)).path("text").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the document: " + file, e);
        }
    }

    static long characters(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum();
    }
}
