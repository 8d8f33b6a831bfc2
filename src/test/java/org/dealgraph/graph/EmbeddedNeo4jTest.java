package org.dealgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dealgraph.model.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process or a class path of its own can show. */
class EmbeddedNeo4jTest {

    private static final int ENOUGH = 5;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void what_was_committed_survives_a_process_that_is_killed(@TempDir Path parent)
            throws IOException, InterruptedException {
        Path folder = parent.resolve("graph");
        writeUntilKilled(folder);
        try (GraphStore store = GraphStore.open(GraphSettings.embedded(folder))) {
            ArticleRepository articles = new ArticleRepository(store.queries());
            assertThat(store.<List<Article>>read(tx -> articles.list(tx, "", Integer.MAX_VALUE)))
                    .hasSizeGreaterThanOrEqualTo(ENOUGH)
                    .contains(Sample.article("a-0"), Sample.article("a-" + (ENOUGH - 1)));
        }
    }

    @Test
    void without_the_servers_jars_the_message_says_what_to_do(@TempDir Path folder) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithoutServer(), ClassLoader.getPlatformClassLoader())) {
            Object settings = loader.loadClass(GraphSettings.class.getName())
                    .getMethod("embedded", Path.class)
                    .invoke(null, folder);
            Throwable fault = fault(() -> loader.loadClass(GraphStore.class.getName())
                    .getMethod("open", settings.getClass())
                    .invoke(null, settings));
            assertThat(fault)
                    .hasMessage("could not start the embedded Neo4j: its jars are not on the class path:"
                            + " set NEO4J_URI to a server's address, or start by ./dealgraph, which fetches them");
        }
    }

    private static void writeUntilKilled(Path folder) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int committed = 0;
        try (BufferedReader lines = writer.inputReader()) {
            while (committed < ENOUGH) {
                String line = lines.readLine();
                assertThat(line).as("the writer ended after " + committed).isNotNull();
                committed += line.startsWith(EndlessWriter.COMMITTED) ? 1 : 0;
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static URL[] classPathWithoutServer() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.toString().contains("neo4j")
                        || path.getFileName().toString().matches("neo4j-(java-driver|bolt-connection|migrations).*")
                        || path.toFile().isDirectory())
                .map(EmbeddedNeo4jTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Throwable fault(java.util.concurrent.Callable<?> call) throws Exception {
        try {
            Object value = call.call();
            throw new AssertionError("no fault but " + value);
        } catch (InvocationTargetException e) {
            return e.getTargetException();
        }
    }
}
